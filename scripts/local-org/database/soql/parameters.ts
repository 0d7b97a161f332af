/**
 * Values of a query (literals and binds) as the database compares them with a field.
 * @see "Comparison Operators" and "Date Formats", SOQL and SOSL Reference
 */
import { ApexBlob } from '../../values/blob';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexTime } from '../../values/time';
import { MILLISECONDS_PER_DAY } from '../../values/calendar';
import { canonicalId } from '../../values/record-id';
import { SObjectRecord } from '../../records/sobject-record';
import type { FieldDefinition } from '../../schema/model';
import { scaledUnits, toDecimal, type Stored } from '../../store/codec';
import { fold } from '../../store/fold';
import type { SoqlPosition, SoqlValue } from '../../soql/ast';
import { startOfDay } from './date-ranges';
import { SoqlError } from './errors';
import type { QueryContext } from './sql';

/** What a comparison needs to know of its left side. */
export interface ComparedType {
  readonly type: FieldDefinition['type'];
  readonly scale: number;
  readonly caseSensitive: boolean;
  readonly name: string;
  readonly referenceTo: readonly string[];
}

/**
 * A value at run time as the database compares it.
 * @throws SoqlError when a text is no Id, or the type cannot be compared with the field
 */
export function comparable(value: unknown, type: ComparedType, context: QueryContext): Stored {
  if (value === null || value === '') return null;
  switch (type.type) {
    case 'BOOLEAN':
      return value ? 1 : 0;
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return comparableNumber(value, type);
    case 'DATE':
      return comparableDate(value, type, context);
    case 'DATETIME':
      return comparableDatetime(value, type, context);
    case 'TIME':
      return value instanceof ApexTime ? value.milliseconds : refuse(type);
    case 'ID':
    case 'REFERENCE':
      return comparableId(value, type);
    default:
      return comparableText(value, type);
  }
}

/**
 * A bound value as the database compares it. A bound text that is no Id is compared with Ids all the same and equals none:
 * public code binds names and Ids together, as in `Name IN :keys OR Id IN :keys`. A literal is refused.
 * @throws SoqlError when the type cannot be compared with the field
 */
export function boundComparable(value: unknown, type: ComparedType, context: QueryContext): Stored {
  const isId = type.type === 'ID' || type.type === 'REFERENCE';
  if (isId && typeof value === 'string' && value !== '' && canonicalId(value) === null) return value;
  return comparable(value, type, context);
}

function comparableNumber(value: unknown, type: ComparedType): Stored {
  if (typeof value === 'string' || typeof value === 'boolean') return refuse(type);
  return scaledUnits(toDecimal(value), type.scale);
}

function comparableDate(value: unknown, type: ComparedType, context: QueryContext): Stored {
  if (value instanceof ApexDate) return value.epochDay;
  if (value instanceof ApexDatetime) return value.dateIn(context.timeZone).epochDay;
  return refuse(type);
}

function comparableDatetime(value: unknown, type: ComparedType, context: QueryContext): Stored {
  if (value instanceof ApexDatetime) return value.milliseconds;
  if (value instanceof ApexDate) return startOfDay(value.epochDay, context.timeZone);
  return refuse(type);
}

function comparableId(value: unknown, type: ComparedType): Stored {
  const text = value instanceof SObjectRecord ? value.id : value;
  if (text === null) return null;
  if (typeof text !== 'string') return refuse(type);
  // References to objects themselves hold API names ("EntityDefinition", Custom Metadata relationship fields).
  if (type.referenceTo.includes('EntityDefinition')) return text;
  const id = canonicalId(text);
  if (id === null) throw new SoqlError(`invalid ID field: ${text}`);
  return id;
}

function comparableText(value: unknown, type: ComparedType): Stored {
  if (value instanceof ApexBlob || typeof value === 'boolean') return refuse(type);
  const text =
    typeof value === 'string' ? value : String((value as { toApexString?(): string }).toApexString?.() ?? value);
  return type.caseSensitive ? text : fold(text);
}

function refuse(type: ComparedType): never {
  throw new SoqlError(`value of filter criterion for field '${type.name}' must be of type ${type.type.toLowerCase()}`);
}

/**
 * A literal as a value at run time.
 * @throws SoqlError for what is no single value
 */
export function literalValue(value: SoqlValue): unknown {
  switch (value.kind) {
    case 'string':
      return value.value;
    case 'number':
      return Decimal.parse(value.text);
    case 'boolean':
      return value.value;
    case 'null':
      return null;
    case 'date':
      return new ApexDate(Math.floor(Date.parse(`${value.text}T00:00:00Z`) / MILLISECONDS_PER_DAY));
    case 'datetime':
      return new ApexDatetime(Date.parse(normalOffset(value.text)));
    case 'time':
      return new ApexTime(Date.parse(`1970-01-01T${normalOffset(value.text)}`));
    case 'currency':
      return Decimal.parse(value.amount);
    default:
      throw new SoqlError('unexpected value in a filter', value as SoqlPosition);
  }
}

/** JavaScript wants a colon in an offset and a large Z. */
function normalOffset(text: string): string {
  return text.replace(/z$/, 'Z').replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
}

/** Literal kinds a field accepts; anything else is refused when the query is compiled. */
export function checkLiteral(value: SoqlValue, type: ComparedType): void {
  if (value.kind === 'bind' || value.kind === 'null' || value.kind === 'list' || value.kind === 'subquery') return;
  const accepted = ACCEPTED[type.type] ?? ['string'];
  if (accepted.includes(value.kind)) return;
  const quoted =
    accepted[0] === 'string' ? ' and should be enclosed in quotes' : ' and should not be enclosed in quotes';
  const words = type.type === 'DATETIME' ? 'dateTime' : type.type === 'INTEGER' ? 'int' : type.type.toLowerCase();
  const ending = value.kind === 'string' || accepted[0] === 'string' ? quoted : '';
  throw new SoqlError(`value of filter criterion for field '${type.name}' must be of type ${words}${ending}`, value);
}

const NUMBERS = ['number', 'currency'];
const ACCEPTED: Readonly<Partial<Record<FieldDefinition['type'], readonly string[]>>> = {
  BOOLEAN: ['boolean'],
  INTEGER: NUMBERS,
  LONG: NUMBERS,
  DOUBLE: NUMBERS,
  CURRENCY: NUMBERS,
  PERCENT: NUMBERS,
  DATE: ['date', 'dateLiteral'],
  DATETIME: ['datetime', 'dateLiteral'],
  TIME: ['time']
};
