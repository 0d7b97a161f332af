/** What is wrong with a query, in the platform's words. */
import type { SoqlPosition } from '../../soql/ast';

const DESCRIBE_HINT = 'Please reference your WSDL or the describe call for the appropriate names.';

/** A query that the platform refuses; at run time it becomes a `System.QueryException`. */
export class SoqlError extends Error {
  readonly position: SoqlPosition | null;

  constructor(message: string, position: SoqlPosition | null = null) {
    super(message);
    this.name = 'SoqlError';
    this.position = position;
  }
}

/** The object does not exist, or the user may not read it. */
export function unknownObject(name: string, position: SoqlPosition | null): SoqlError {
  const hint = `If you are attempting to use a custom object, be sure to append the '__c' after the entity name.`;
  return new SoqlError(`sObject type '${name}' is not supported. ${hint} ${DESCRIBE_HINT}`, position);
}

/** The field does not exist, or the user may not read it. */
export function unknownField(name: string, object: string, position: SoqlPosition | null): SoqlError {
  const hint = `If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.`;
  return new SoqlError(`No such column '${name}' on entity '${object}'. ${hint} ${DESCRIBE_HINT}`, position);
}

/** A parent relationship that does not exist. */
export function unknownParent(name: string, position: SoqlPosition | null): SoqlError {
  return unknownRelationship(name, 'in field path', position);
}

/** A child relationship that does not exist. */
export function unknownChildren(name: string, position: SoqlPosition | null): SoqlError {
  return unknownRelationship(name, 'in FROM part of query call', position);
}

function unknownRelationship(name: string, where: string, position: SoqlPosition | null): SoqlError {
  const hint = `be sure to append the '__r' after the custom relationship name. ${DESCRIBE_HINT}`;
  const message = `Didn't understand relationship '${name}' ${where}. If you are attempting to use a custom relationship, ${hint}`;
  return new SoqlError(message, position);
}

/**
 * The message of a refused dynamic query: it shows the place in the query text, as the platform does.
 */
export function messageInContext(error: SoqlError, text: string): string {
  if (!error.position) return error.message;
  const { line, column } = error.position;
  const source = text.split('\n')[line - 1] ?? text;
  const from = Math.max(0, column - 1 - CONTEXT);
  const excerpt = source.slice(from, column - 1 + CONTEXT);
  return `\n${excerpt}\n${' '.repeat(column - 1 - from)}^\nERROR at Row:${line}:Column:${column}\n${error.message}`;
}

/** Characters of the query shown on each side of the place. */
const CONTEXT = 40;
