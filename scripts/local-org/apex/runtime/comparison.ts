/**
 * `==`, `<` and their like. Comparing with null is false but for texts, and never an error.
 * @see "Expression Operators", Apex Developer Guide
 */
import { toId18 } from '../../values/record-id';
import { compareValues, isNumeric } from '../../values/compare';
import { isApexInstance } from '../../values/protocol';
import { valuesEqual } from '../../values/keys';

type Native = number | bigint;
type Nullable<T> = T | null;

export const lessNumber = (a: Nullable<Native>, b: Nullable<Native>): boolean => a !== null && b !== null && a < b;
export const greaterNumber = (a: Nullable<Native>, b: Nullable<Native>): boolean => a !== null && b !== null && a > b;
export const lessOrEqualNumber = (a: Nullable<Native>, b: Nullable<Native>): boolean =>
  a !== null && b !== null && a <= b;
export const greaterOrEqualNumber = (a: Nullable<Native>, b: Nullable<Native>): boolean =>
  a !== null && b !== null && a >= b;

/**
 * `a < b` of values other than Integer and Long.
 * @see "Expression Operators", Apex Developer Guide: "A non-null String or ID value is always greater than a null value."
 */
export function lessValue(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === null && typeof b === 'string';
  return compareValues(a, b) < 0;
}

export const greaterValue = (a: unknown, b: unknown): boolean => lessValue(b, a);

export function lessOrEqualValue(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === null && typeof b === 'string';
  return compareValues(a, b) <= 0;
}

export const greaterOrEqualValue = (a: unknown, b: unknown): boolean => lessOrEqualValue(b, a);

/** `==` on Strings: without case. */
export function equalText(a: Nullable<string>, b: Nullable<string>): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length !== b.length) return false;
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * `==` on Ids: the 15 and the 18 character form of one Id are equal. Forms of one length must agree in every character:
 * Apex turns only the short form into the long one, and does not check the suffix of a long one.
 * @see "Primitive Data Types" (ID), Apex Developer Guide
 */
export function equalId(a: Nullable<string>, b: Nullable<string>): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.length === b.length) return false;
  return toId18(a) === toId18(b);
}

/** `==` on Decimals or Doubles: by value, whatever the scale. */
export function equalNumber(a: unknown, b: unknown): boolean {
  if (a === null || b === null) return a === b;
  return compareValues(a, b) === 0;
}

/**
 * `==` on anything else: text without case, numbers by value whatever their type, objects by their own `equals`,
 * collections and records by content.
 */
export function equalValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'string' && typeof b === 'string') return equalText(a, b);
  if (isApexInstance(a)) return a.equals$1?.(b) ?? false;
  if (isNumeric(a) && isNumeric(b)) return compareValues(a, b) === 0;
  return valuesEqual(a, b);
}
