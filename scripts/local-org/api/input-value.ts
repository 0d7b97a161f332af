/** Values of JSON as fields hold them. */
import type { FieldDefinition } from '../schema/model';
import { toId18 } from '../values/record-id';
import { ApexBlob } from '../values/blob';
import { MILLISECONDS_PER_DAY } from '../values/calendar';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexTime } from '../values/time';
import { refusal } from './api-error';

const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * A value as the field holds it.
 * @throws ApiError JSON_PARSER_ERROR for a value of a wrong kind
 * @see "Primitive Data Types" and "Field Types", SOAP API Developer Guide
 */
export function inputValue(field: FieldDefinition, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (field.type === 'REFERENCE') return idOf(field, value);
  const converted = CONVERSIONS[field.type]?.(value) ?? (field.type in CONVERSIONS ? undefined : textOf(value));
  if (converted === undefined) throw wrongKind(field, value);
  return converted;
}

type Conversion = (value: unknown) => unknown;

const decimal: Conversion = (value) => numberOf(value) ?? undefined;

/** `undefined` where the value is of a wrong kind. */
const CONVERSIONS: Partial<Record<FieldDefinition['type'], Conversion>> = {
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : { true: true, false: false }[String(value)]),
  INTEGER: (value) => wholeOf(value)?.intValue(),
  LONG: (value) => wholeOf(value)?.longValue(),
  DOUBLE: decimal,
  CURRENCY: decimal,
  PERCENT: decimal,
  DATE: (value) => (isMoment(value) ? dayOf(value.slice(0, 10)) : undefined),
  DATETIME: momentOf,
  TIME: timeOf,
  BASE64: (value) => (typeof value === 'string' ? new ApexBlob(Buffer.from(value, 'base64')) : undefined)
};

/** Of the right form; whether it is of the right object is for the save to tell. An empty text is no value. */
function idOf(field: FieldDefinition, value: unknown): string | null {
  if (value === '') return null;
  const id = typeof value === 'string' ? toId18(value) : null;
  if (id !== null) return id;
  const message = `${field.label}: id value of incorrect type: ${String(value)}`;
  throw refusal(400, 'MALFORMED_ID', message, [field.name]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function numberOf(value: unknown): Decimal | null {
  if (typeof value === 'number') return Decimal.fromDouble(value);
  return typeof value === 'string' ? Decimal.parse(value.trim()) : null;
}

function wholeOf(value: unknown): Decimal | undefined {
  const number = numberOf(value);
  return number && number.compareTo(number.setScale(0, 'DOWN')) === 0 ? number : undefined;
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(withColon(value)));
}

/** Clients that are known to work also send milliseconds, and what JavaScript prints of a date in UTC. */
function momentOf(value: unknown): ApexDatetime | undefined {
  if (typeof value === 'number') return new ApexDatetime(value);
  if (isMoment(value)) return new ApexDatetime(Date.parse(withColon(value)));
  const isUtcText = typeof value === 'string' && /^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT$/.test(value);
  return isUtcText ? new ApexDatetime(Date.parse(value)) : undefined;
}

function dayOf(text: string): ApexDate {
  return new ApexDate(Math.floor(Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_PER_DAY));
}

/** Offsets may come as `+0000`, which JavaScript does not read; a moment without one is in UTC. */
function withColon(text: string): string {
  const offset = text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return offset.includes('T') && !/(Z|[+-]\d{2}:\d{2})$/.test(offset) ? `${offset}Z` : offset;
}

function timeOf(value: unknown): ApexTime | undefined {
  if (typeof value !== 'string' || !/^\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/.test(value)) return undefined;
  const milliseconds = Date.parse(`1970-01-01T${value.replace(/Z?$/, 'Z')}`);
  return Number.isNaN(milliseconds) ? undefined : new ApexTime(milliseconds);
}

function wrongKind(field: FieldDefinition, value: unknown): Error {
  const shown = typeof value === 'object' ? '' : ` ${String(value)}`;
  const message = `Cannot deserialize instance of ${field.type.toLowerCase()} from ${tokenOf(value)} value${shown}`;
  return refusal(400, 'JSON_PARSER_ERROR', message);
}

/** What the platform's JSON reader calls a value. */
function tokenOf(value: unknown): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}
