/**
 * The order in which `List.sort()` puts values.
 * @see "List Sorting", Apex Developer Guide; "Comparable Interface", Apex Reference Guide
 */
import { ApexEnumValue } from './enum-value';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDouble } from './double';
import { ApexTime } from './time';
import { Decimal } from './decimal';
import { ListException, nullArgument } from './exceptions';

const NOT_COMPARABLE = 'One or more of the items in this list is not Comparable.';

/** A value that sorts itself; records do so by the platform's order of fields. */
interface Sortable {
  apexCompareTo?(other: unknown): number;
  compareto$1?(other: unknown): number | null;
}

/**
 * Compares two values for `List.sort()`; null comes first, and no `compareTo` is asked about it.
 * @throws ListException when a value has no order
 */
export function compareValues(left: unknown, right: unknown): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  if (typeof left === typeof right && typeof left !== 'object') return comparePrimitives(left, right);
  if (isNumeric(left) && isNumeric(right)) return decimalOf(left).compareTo(decimalOf(right));
  return compareObjects(left, right);
}

function comparePrimitives(left: unknown, right: unknown): number {
  if (typeof left === 'boolean') return Number(left) - Number(right);
  return (left as string) < (right as string) ? -1 : 1;
}

function compareObjects(left: unknown, right: unknown): number {
  if (left instanceof ApexDate && right instanceof ApexDate) return left.compareTo(right);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.compareTo(right);
  if (left instanceof ApexTime && right instanceof ApexTime) return left.compareTo(right);
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
  const sortable = left as Sortable;
  if (sortable.apexCompareTo) return sortable.apexCompareTo(right);
  if (!sortable.compareto$1) throw new ListException(NOT_COMPARABLE);
  const order = sortable.compareto$1(right);
  if (order === null) throw nullArgument(1);
  return order;
}

/** Whether a value is an Integer, Long, Double or Decimal. */
export function isNumeric(value: unknown): value is number | bigint | Decimal | ApexDouble {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  return isNumber || value instanceof Decimal || value instanceof ApexDouble;
}

function decimalOf(value: number | bigint | Decimal | ApexDouble): Decimal {
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  return value instanceof Decimal ? value : value.toDecimal();
}

/** Sorts in place by {@link compareValues} or another order; equal values keep their order. */
export function sortValues(items: unknown[], compare: (left: unknown, right: unknown) => number = compareValues): void {
  items.sort(compare);
}
