/**
 * Invocable Apex: what flows call, for clients.
 * @see "Invocable Actions Custom", REST API Developer Guide; "InvocableMethod Annotation", Apex Developer Guide
 */
import { instanceFields, type ClassMetadata, type MethodMetadata, type RuntimeType } from '../apex';
import { executeTransaction } from '../jobs';
import { ArgumentMismatch, fromJson, type BuiltOrg } from '../org';
import { NotModeled } from '../values/not-modeled';
import { ApexException } from '../values/exception';
import { ApexList } from '../values/list';
import { isApexInstance } from '../values/protocol';
import { notFound } from './api-error';
import { scalarJson, type Json } from './record-json';

/** What a client sends. */
export interface ActionInput {
  readonly inputs?: readonly Readonly<Record<string, unknown>>[];
}

/** An answer with its status: what went wrong stands in the results. */
export interface ActionAnswer {
  readonly status: number;
  readonly body: Json;
}

interface Action {
  readonly owner: ClassMetadata;
  readonly method: MethodMetadata;
}

/** All actions of an org's Apex. */
export function listActions({ apex }: BuiltOrg, path: string): Json {
  const actions = apex.program.classes().flatMap((owner) => {
    const method = invocableMethod(owner);
    return method ? [{ name: owner.name, label: labelOf(method), type: 'APEX', url: `${path}/${owner.name}` }] : [];
  });
  return { actions };
}

/**
 * Calls an action once for all inputs.
 * @throws ApiError NOT_FOUND when there is no such action
 */
export function runAction(org: BuiltOrg, name: string, { inputs = [] }: ActionInput): ActionAnswer {
  const action = findAction(org, name);
  const codeUnit = { name: action.owner.name, apexClass: action.owner.name };
  const options = { kind: 'REST', profile: 'synchronous', user: org.user, codeUnit } as const;
  try {
    const outputs = executeTransaction(org.services, options, () => {
      const values = new ApexList(
        listType(action),
        inputs.map((input) => inputValue(action, input))
      );
      return org.apex.program.invokeStatic(action.owner.name, action.method, [values]) as ApexList | null;
    });
    return { status: 200, body: inputs.map((_input, index) => result(name, outputOf(outputs?.items[index] ?? null))) };
  } catch (error) {
    return { status: 400, body: inputs.map(() => result(name, null, [problemOf(error)])) };
  }
}

function findAction({ apex }: BuiltOrg, name: string): Action {
  const owner = apex.program.findClass(name);
  const method = owner && invocableMethod(owner);
  if (!owner || !method) throw notFound();
  return { owner, method };
}

function invocableMethod({ methods }: ClassMetadata): MethodMetadata | undefined {
  return methods.find(({ annotations }) => annotations.some(isNamed('invocablemethod')));
}

function labelOf({ annotations, name }: MethodMetadata): string {
  const label = annotations.find(isNamed('invocablemethod'))?.parameters['label'];
  return typeof label === 'string' ? label : name;
}

function isNamed(lowerName: string): (annotation: { readonly name: string }) => boolean {
  return ({ name }) => name.toLowerCase() === lowerName;
}

function listType({ method }: Action): MethodMetadata['returnType'] {
  const [parameter] = method.parameters;
  if (parameter?.type.kind !== 'list') throw new NotModeled('an invocable method without a list as parameter');
  return parameter.type;
}

function elementType(action: Action): MethodMetadata['returnType'] {
  const [element] = listType(action).typeArguments;
  if (!element) throw new Error(`${action.owner.name} has a list of nothing.`);
  return element as MethodMetadata['returnType'];
}

/** A class of inputs by its variables; a list of anything else has one input, named like the parameter. */
function inputValue(action: Action, input: Readonly<Record<string, unknown>>): unknown {
  const type = elementType(action);
  if (type.kind !== 'class' || !type.metadata) return fromJson(input[action.method.parameters[0]?.name ?? ''], type);
  for (const { name, annotations } of instanceFields(type.metadata)) {
    const variable = annotations.find(isNamed('invocablevariable'));
    const isMissing = input[name] === undefined || input[name] === null;
    if (variable?.parameters['required'] === true && isMissing) throw new MissingInput(name);
  }
  return fromJson(input, type);
}

class MissingInput extends Error {
  constructor(name: string) {
    super(`Missing required input parameter: ${name}`);
  }
}

function outputOf(value: unknown): Json {
  if (!isApexInstance(value)) return { output: scalarJson(value) };
  const { metadata } = value.$type as RuntimeType;
  const fields = metadata ? instanceFields(metadata) : [];
  const variables = fields.filter(({ annotations }) => annotations.some(isNamed('invocablevariable')));
  return Object.fromEntries(variables.map((field) => [field.name, outputValue(field.read?.(value) ?? null)]));
}

function outputValue(value: unknown): Json {
  if (value instanceof ApexList) return value.items.map(outputValue);
  if (typeof value === 'object' && value !== null && isApexInstance(value)) return outputOf(value);
  return scalarJson(value);
}

function result(actionName: string, outputValues: Json, errors: Json = null): Json {
  return { actionName, errors, isSuccess: errors === null, outputValues };
}

function problemOf(error: unknown): Json {
  if (error instanceof MissingInput || error instanceof ArgumentMismatch) {
    return { statusCode: 'INVALID_API_INPUT', message: error.message, fields: [] };
  }
  if (!(error instanceof ApexException)) throw error;
  const message = `An Apex error occurred: ${error.getTypeName()}: ${error.apexVisibleMessage()}`;
  return { statusCode: 'APEX_ERROR', message, fields: [] };
}
