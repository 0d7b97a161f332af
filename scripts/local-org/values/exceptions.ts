/**
 * The platform's exception types. Each is a subclass of {@link ApexException} whose name Apex prints.
 * @see "Exception Class and Built-In Exceptions", Apex Reference Guide
 */
import { ApexException } from './exception';

/** Constructor of a platform exception. */
export type ExceptionClass = new (message?: string | null, cause?: ApexException | null) => ApexException;

const classes = new Map<string, ExceptionClass>();

function exceptionType(qualifiedName: string): ExceptionClass {
  const made = class extends ApexException {
    static override readonly apexTypeName = qualifiedName;
  };
  Object.defineProperty(made, 'name', { value: qualifiedName });
  classes.set(qualifiedName.toLowerCase(), made);
  return made;
}

export const AsyncException = exceptionType('System.AsyncException');
export const CalloutException = exceptionType('System.CalloutException');
export const DuplicateMessageException = exceptionType('System.DuplicateMessageException');
export const FinalException = exceptionType('System.FinalException');
export const FlowException = exceptionType('System.FlowException');
export const FormulaEvaluationException = exceptionType('System.FormulaEvaluationException');
export const FormulaValidationException = exceptionType('System.FormulaValidationException');
export const HandledException = exceptionType('System.HandledException');
export const IllegalArgumentException = exceptionType('System.IllegalArgumentException');
export const InvalidParameterValueException = exceptionType('System.InvalidParameterValueException');
export const JSONException = exceptionType('System.JSONException');
export const ListException = exceptionType('System.ListException');
export const MathException = exceptionType('System.MathException');
export const NoAccessException = exceptionType('System.NoAccessException');
export const NoDataFoundException = exceptionType('System.NoDataFoundException');
export const NoSuchElementException = exceptionType('System.NoSuchElementException');
export const NullPointerException = exceptionType('System.NullPointerException');
export const QueryException = exceptionType('System.QueryException');
export const SecurityException = exceptionType('System.SecurityException');
export const SerializationException = exceptionType('System.SerializationException');
export const SObjectException = exceptionType('System.SObjectException');
export const StringException = exceptionType('System.StringException');
export const TypeException = exceptionType('System.TypeException');
export const UnexpectedException = exceptionType('System.UnexpectedException');
export const UnsupportedOperationException = exceptionType('System.UnsupportedOperationException');
export const VisualforceException = exceptionType('System.VisualforceException');
export const XmlException = exceptionType('System.XmlException');

for (const name of [
  'AssertException',
  'BigObjectException',
  'DataWeaveScriptException',
  'ExternalObjectException',
  'FatalCursorException',
  'InvalidHeaderException',
  'InvalidReadTaskException',
  'LimitException',
  'ProcedureException',
  'RequiredFeatureMissingException',
  'SearchException',
  'TouchHandledException',
  'TransientCursorException'
]) {
  exceptionType(`System.${name}`);
}
for (const name of [
  'Cache.CacheBuilderExecutionException',
  'Cache.InvalidCacheBuilderException',
  'Cache.InvalidParamException',
  'Cache.ItemSizeLimitExceededException',
  'Cache.Org.OrgCacheException',
  'Cache.Session.SessionCacheException',
  'Cache.PlatformCacheInvalidOperationException',
  'Cache.InvalidKeyException',
  'Cache.CacheException',
  'ConnectApi.ConnectApiException',
  'ConnectApi.NotFoundException',
  'ConnectApi.RateLimitException'
]) {
  exceptionType(name);
}

/**
 * `AuraHandledException`: what its constructor is given is for the page alone (`Error.message` here); Apex reads
 * "Script-thrown exception" until `setMessage` is called.
 * @see "AuraHandledException", Apex Developer Guide; public tests that pass on the platform rely on it
 */
export class AuraHandledException extends ApexException {
  static override readonly apexTypeName: string = 'System.AuraHandledException';

  constructor(message: string | null = null, cause: ApexException | null = null) {
    super(message, cause);
    this.setMessage(null);
  }
}
classes.set('system.aurahandledexception', AuraHandledException);

/**
 * The platform exception class of a qualified name, e.g. `System.QueryException`.
 * @throws Error when there is none, which is a mistake in the local org itself
 */
export function exceptionClass(qualifiedName: string): ExceptionClass {
  const found = classes.get(qualifiedName.toLowerCase());
  if (!found) throw new Error(`There is no platform exception ${qualifiedName}.`);
  return found;
}

/** Qualified names and classes of every platform exception, but the two with row details. */
export function platformExceptions(): ReadonlyMap<string, ExceptionClass> {
  return classes;
}

/** The message of a null argument: "Argument 1 cannot be null". */
export function nullArgument(position: number): ApexException {
  return new NullPointerException(`Argument ${position} cannot be null`);
}

/** What a method call or field access on null throws. */
export function nullDereference(): ApexException {
  return new NullPointerException('Attempt to de-reference a null object');
}
