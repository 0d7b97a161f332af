/** Casts and conversions that look at a value's type at run time. */
import { toId18 } from '../../values/record-id';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexDouble } from '../../values/double';
import { StringException, TypeException } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import { DATETIME, DECIMAL, DOUBLE, ID, INTEGER, LONG, STRING, type RuntimeType } from './runtime-type';
import { typeOf } from './type-of';

/**
 * `(Type) value`.
 * @throws TypeException "Invalid conversion from runtime type X to Y"
 * @see "Classes and Casting", Apex Developer Guide
 */
export function cast(value: unknown, type: RuntimeType): unknown {
  if (type === ID && (value === null || typeof value === 'string')) return stringToId(value);
  const widened = widen(value, type);
  if (widened !== undefined) return widened;
  if (value instanceof ApexList && type.kind === 'list') {
    const converted = convertedList(value, typeOf(value).typeArguments[0]!, type);
    if (converted) return converted;
  }
  if (value === null || (type.isInstance(value) && !isListForRecord(value, type))) return value;
  throw new TypeException(`Invalid conversion from runtime type ${printed(typeOf(value))} to ${printed(type)}`);
}

/** Though `instanceof` says that a list of records is an SObject, a cast to one fails. */
function isListForRecord(value: unknown, type: RuntimeType): boolean {
  return value instanceof ApexList && type.kind === 'sobject';
}

/**
 * A list of Strings may be cast to one of Ids when each of them is one, and one of numbers to one of wider numbers:
 * public code that passes on the platform does so. Such a list is a copy here, since its elements change.
 * @throws StringException "Invalid id: …"
 */
function convertedList(list: ApexList, from: RuntimeType, type: RuntimeType): ApexList | null {
  const to = type.typeArguments[0]!;
  if (from === STRING && to === ID) return mapped(list, type, (text) => stringToId(text as string | null));
  if (WIDER.get(from)?.includes(to)) return mapped(list, type, (value) => widen(value, to) ?? value);
  return null;
}

/** What each type of number widens to; Double and Decimal stand for each other. */
const WIDER: ReadonlyMap<RuntimeType, readonly RuntimeType[]> = new Map([
  [INTEGER, [LONG, DOUBLE, DECIMAL]],
  [LONG, [DOUBLE, DECIMAL]],
  [DOUBLE, [DECIMAL]],
  [DECIMAL, [DOUBLE]]
]);

function mapped(list: ApexList, type: RuntimeType, change: (item: unknown) => unknown): ApexList {
  return new ApexList(type, list.items.map(change));
}

/** In these messages the elements of a `List<Object>` are ANY. */
function printed(type: RuntimeType): string {
  return type.typeArguments.length > 0 ? type.name.replace(/\bObject\b/g, 'ANY') : type.name;
}

/** An Object that holds a narrower number may be cast to a wider one. */
function widen(value: unknown, type: RuntimeType): unknown {
  if (typeof value === 'number') {
    if (type === LONG) return BigInt(value);
    if (type === DOUBLE) return new ApexDouble(value);
    if (type === DECIMAL) return Decimal.fromInteger(value);
  }
  if (typeof value === 'bigint') {
    if (type === DOUBLE) return new ApexDouble(Number(value));
    if (type === DECIMAL) return Decimal.fromLong(value);
  }
  if (value instanceof ApexDate && type === DATETIME) return dateToDatetime(value);
  if (value instanceof ApexDouble && type === DECIMAL) return value.toDecimal();
  if (value instanceof Decimal && type === DOUBLE) return new ApexDouble(value.toNumber());
  return undefined;
}

/**
 * A String where an Id is wanted. Eighteen characters are taken as they are; only `Id.valueOf(text, true)` restores
 * their case.
 * @throws StringException "Invalid id: …"
 * @see "Id Class" (valueOf), Apex Reference Guide
 */
export function stringToId(value: string | null): string | null {
  if (value === null) return null;
  const id = toId18(value);
  if (id === null) throw new StringException(`Invalid id: ${value}`);
  return id;
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** A Date where a Datetime is wanted: its midnight in GMT. @see "Rules of Conversion", Apex Developer Guide */
export function dateToDatetime(value: ApexDate | null): ApexDatetime | null {
  return value === null ? null : new ApexDatetime(value.epochDay * MILLISECONDS_PER_DAY);
}
