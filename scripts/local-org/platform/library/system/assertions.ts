/**
 * Assertions: `Assert` and the older methods of `System`.
 * @see "Assert Class" and "System Class", Apex Reference Guide
 */
import { toId18 } from '../../../values/record-id';
import { definePlatformType } from '../../../declarations/define';
import { AssertionFailure } from '../../../values/exception';
import { MILLISECONDS_PER_DAY } from '../../../values/calendar';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import { valuesEqual } from '../../../values/keys';
import { stringOf } from '../../../values/text';
import type { ApexType } from './type';

/** Ends the test with the platform's wording. */
function failWith(detail: string, message: unknown): never {
  const suffix = message === null || message === undefined ? '' : `: ${stringOf(message)}`;
  throw new AssertionFailure(`Assertion Failed${suffix}${detail === '' ? '' : `: ${detail}`}`);
}

/**
 * Equality of assertions: numbers by value whatever their type, date-times by the second (public tests that
 * pass on the platform rely on it), all else as `equals`.
 */
function areEqual(expected: unknown, actual: unknown): boolean {
  if (valuesEqual(expected, actual)) return true;
  if (typeof expected === 'string' && typeof actual === 'string') return isSameId(expected, actual);
  if (expected instanceof ApexDatetime && actual instanceof ApexDatetime) {
    return Math.floor(expected.milliseconds / 1000) === Math.floor(actual.milliseconds / 1000);
  }
  if (expected instanceof ApexDate && actual instanceof ApexDatetime) return isMidnight(expected, actual);
  if (expected instanceof ApexDatetime && actual instanceof ApexDate) return isMidnight(actual, expected);
  const left = numeric(expected);
  const right = left === null ? null : numeric(actual);
  return left !== null && right !== null && left.equals(right);
}

/** An Id equals its 15 characters ("Id Class": comparisons ignore the suffix). */
function isSameId(left: string, right: string): boolean {
  if (left.length === right.length) return false;
  return left.length < right.length ? toId18(left) === right : toId18(right) === left;
}

/** A Date converts to a Datetime at midnight GMT. */
function isMidnight(date: ApexDate, datetime: ApexDatetime): boolean {
  return date.epochDay * MILLISECONDS_PER_DAY === datetime.milliseconds;
}

function numeric(value: unknown): Decimal | null {
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  if (value instanceof Decimal) return value;
  return value instanceof ApexDouble && Number.isFinite(value.value) ? value.toDecimal() : null;
}

function assertEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!areEqual(expected, actual)) failWith(`Expected: ${stringOf(expected)}, Actual: ${stringOf(actual)}`, message);
}

function assertNotEqual(notExpected: unknown, actual: unknown, message: unknown = null): void {
  if (areEqual(notExpected, actual)) failWith(`Same value: ${stringOf(actual)}`, message);
}

function assertTrue(condition: boolean | null, message: unknown = null): void {
  if (condition !== true) failWith('', message);
}

function assertIs(isIt: boolean, expected: string, actual: unknown, message: unknown): void {
  if (!isIt) failWith(`Expected: ${expected}, Actual: ${stringOf(actual)}`, message);
}

function assertInstance(value: unknown, type: ApexType, message: unknown, wanted: boolean): void {
  if (type.type.isInstance(value) === wanted) return;
  const relation = wanted ? 'Expected type' : 'Not expected type';
  failWith(`${relation}: ${type.getName()}, Actual: ${stringOf(value)}`, message);
}

definePlatformType({
  namespace: 'System',
  name: 'Assert',
  kind: 'class',
  documentation: 'Assert Class, Apex Reference Guide',
  members: {
    'static void areEqual(Object expected, Object actual)': assertEqual,
    'static void areEqual(Object expected, Object actual, String msg)': assertEqual,
    'static void areNotEqual(Object notExpected, Object actual)': assertNotEqual,
    'static void areNotEqual(Object notExpected, Object actual, String msg)': assertNotEqual,
    'static void fail()': () => failWith('', null),
    'static void fail(String msg)': (message: string | null) => failWith('', message),
    'static void isFalse(Boolean condition)': (condition: boolean | null) =>
      assertIs(condition === false, 'false', condition, null),
    'static void isFalse(Boolean condition, String msg)': (condition: boolean | null, message: string | null) =>
      assertIs(condition === false, 'false', condition, message),
    'static void isTrue(Boolean condition)': (condition: boolean | null) =>
      assertIs(condition === true, 'true', condition, null),
    'static void isTrue(Boolean condition, String msg)': (condition: boolean | null, message: string | null) =>
      assertIs(condition === true, 'true', condition, message),
    'static void isNull(Object value)': (value: unknown) => assertIs(value === null, 'null', value, null),
    'static void isNull(Object value, String msg)': (value: unknown, message: string | null) =>
      assertIs(value === null, 'null', value, message),
    'static void isNotNull(Object value)': (value: unknown) => assertNotEqual(null, value),
    'static void isNotNull(Object value, String msg)': (value: unknown, message: string | null) =>
      assertNotEqual(null, value, message),
    'static void isInstanceOfType(Object instance, System.Type expectedType)': (value: unknown, type: ApexType) =>
      assertInstance(value, type, null, true),
    'static void isInstanceOfType(Object instance, System.Type expectedType, String msg)': (
      value: unknown,
      type: ApexType,
      message: string | null
    ) => assertInstance(value, type, message, true),
    'static void isNotInstanceOfType(Object instance, System.Type notExpectedType)': (value: unknown, type: ApexType) =>
      assertInstance(value, type, null, false),
    'static void isNotInstanceOfType(Object instance, System.Type notExpectedType, String msg)': (
      value: unknown,
      type: ApexType,
      message: string | null
    ) => assertInstance(value, type, message, false)
  }
});

/** The assertions of `System`. */
export const systemAssertions = {
  'static void assert(Boolean condition)': assertTrue,
  'static void assert(Boolean condition, Object msg)': assertTrue,
  'static void assertEquals(Object expected, Object actual)': assertEqual,
  'static void assertEquals(Object expected, Object actual, Object msg)': assertEqual,
  'static void assertNotEquals(Object expected, Object actual)': assertNotEqual,
  'static void assertNotEquals(Object expected, Object actual, Object msg)': assertNotEqual
};
