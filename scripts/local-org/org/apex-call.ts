import type { ClassMetadata, MethodMetadata } from '../apex';
import { ApexException } from '../values/exception';
import { LimitExceeded } from '../transaction/limits';
import { ArgumentMismatch, fromJson } from './aura-arguments';
import type { Json } from '../values/plain';
import { isAuraEnabled, toJson } from './aura-values';

/** An exception that left an `@AuraEnabled` method, as a page gets to see it. */
export class ApexCallError extends Error {
  readonly exceptionType: string;
  readonly stackTrace: string;

  constructor(message: string, exceptionType: string, stackTrace: string) {
    super(message);
    this.name = 'ApexCallError';
    this.exceptionType = exceptionType;
    this.stackTrace = stackTrace;
  }
}

/** A compiled method that pages may call, ready to be called with JSON. */
export interface AuraMethod {
  invoke(parameters: Readonly<Record<string, unknown>>): Json;
}

/**
 * Finds a method for a page.
 * @param invokeStatic calls a static method of the class with Apex values
 * @throws ApexCallError when there is no such method, or it is not `@AuraEnabled`
 */
export function auraMethod(
  metadata: ClassMetadata | undefined,
  className: string,
  methodName: string,
  invokeStatic: (method: MethodMetadata, values: readonly unknown[]) => unknown
): AuraMethod {
  const method = metadata?.methods.find(
    ({ name, isStatic }) => isStatic && name.toLowerCase() === methodName.toLowerCase()
  );
  if (!method || !isAuraEnabled(method)) {
    throw new ApexCallError(`No apex action available for ${className}.${methodName}`, 'System.NoAccessException', '');
  }
  return { invoke: (parameters) => toJson(invokeStatic(method, readArguments(method, parameters)) ?? null) };
}

function readArguments(method: MethodMetadata, parameters: Readonly<Record<string, unknown>>): unknown[] {
  return method.parameters.map(({ name, type }) => {
    try {
      return fromJson(parameters[name], type);
    } catch (error) {
      if (!(error instanceof ArgumentMismatch)) throw error;
      const message = `Value provided is invalid for action parameter '${name}' of type '${type.name}'`;
      throw new ApexCallError(message, 'System.TypeException', '');
    }
  });
}

/** What a page learns of an exception; anything else is a fault of the local org and stays as it is. */
export function asCallError(error: unknown): unknown {
  if (error instanceof LimitExceeded) return new ApexCallError(error.message, error.typeName, '');
  if (!(error instanceof ApexException)) return error;
  // What the constructor of AuraHandledException was given is for the page; its getMessage says something else.
  const isForPage = error.getTypeName() === 'System.AuraHandledException';
  const message = isForPage ? error.message : error.apexVisibleMessage();
  return new ApexCallError(message, error.getTypeName(), error.getStackTraceString());
}
