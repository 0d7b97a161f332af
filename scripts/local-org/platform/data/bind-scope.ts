/**
 * The Apex variables that a query text may bind: compiled code opens a scope around every call that takes one.
 * @see "Dynamic SOQL", Apex Developer Guide
 */
import { QueryException } from '../../values/exceptions';

/** The value of a bind by its source text; undefined when there is no such variable. */
export type BindResolver = (name: string) => unknown;

let current: BindResolver | null = null;

/** Makes Apex variables known to query texts for the length of `body`. */
export function withBindScope<T>(resolve: BindResolver, body: () => T): T {
  const previous = current;
  current = resolve;
  try {
    return body();
  } finally {
    current = previous;
  }
}

/**
 * The value of a variable that a query text binds.
 * @throws QueryException "Variable does not exist: name"
 */
export function boundVariable(name: string): unknown {
  const value = current?.(name);
  if (value === undefined) throw new QueryException(`Variable does not exist: ${name}`);
  return value;
}
