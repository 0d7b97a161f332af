/**
 * The value a field will hold, or what is wrong with it: length, range, type, e-mail address, restricted picklist.
 */
import { MILLISECONDS_PER_DAY } from '../../values/calendar';
import { ApexBlob } from '../../values/blob';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import type { Decimal } from '../../values/decimal';
import { NotModeled } from '../../values/not-modeled';
import { ApexTime } from '../../values/time';
import type { RecordError } from '../../records/record-error';
import { toId18 } from '../../values/record-id';
import type { FieldDefinition } from '../../schema/model';
import { toDecimal } from '../../store/codec';
import { fold } from '../../store/fold';
import {
  badPicklistValue,
  invalidDate,
  invalidEmail,
  numberOutsideRange,
  stringTooLong,
  wrongReferenceType,
  wrongType
} from './messages';

/** What a rich text area does not store as it is written: it is escaped, cleaned or made into elements. */
const MARKUP = /[<>&"'\r\n]/;

/** Options of a statement that change how values are taken. */
export interface ValueOptions {
  /** `DMLOptions.allowFieldTruncation`. */
  readonly truncate: boolean;
  /** A bulk load of the tooling may bring the Ids of its records. */
  readonly keepIds: boolean;
  /** Fields that the platform itself sets with this statement, though no user may. */
  readonly platformSets?: ReadonlySet<string>;
}

/**
 * Brings a value to the form the field stores; reports what is wrong through `fail`.
 * @param value never undefined; null clears the field
 */
export function fieldValue(
  field: FieldDefinition,
  value: unknown,
  options: ValueOptions,
  fail: (error: RecordError) => void
): unknown {
  if (value === null) {
    if (field.type === 'BOOLEAN') fail(wrongType(field));
    return null;
  }
  switch (field.type) {
    case 'BOOLEAN':
      return typeof value === 'boolean' ? value : failWith(fail, wrongType(field));
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return numberValue(field, value, fail);
    case 'DATE':
      return value instanceof ApexDatetime || value instanceof ApexDate
        ? dateValue(field, value instanceof ApexDate ? value : value.dateIn('GMT'), fail)
        : failWith(fail, wrongType(field));
    case 'DATETIME':
      return value instanceof ApexDatetime || value instanceof ApexDate
        ? momentValue(field, value, fail)
        : failWith(fail, wrongType(field));
    case 'TIME':
      return value instanceof ApexTime ? value : failWith(fail, wrongType(field));
    case 'BASE64':
      return value instanceof ApexBlob ? value : failWith(fail, wrongType(field));
    case 'ID':
    case 'REFERENCE':
      return idValue(field, value, fail);
    default:
      return textValue(field, value, options, fail);
  }
}

function failWith(fail: (error: RecordError) => void, error: RecordError): null {
  fail(error);
  return null;
}

function numberValue(field: FieldDefinition, value: unknown, fail: (error: RecordError) => void): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return failWith(fail, wrongType(field));
  if (field.type === 'INTEGER' && typeof value === 'number') return value;
  const decimal = toDecimal(value);
  if (field.type === 'INTEGER') return decimal.intValue();
  if (field.type === 'LONG') return decimal.longValue();
  if (field.precision > 0 && wholeDigits(decimal) > field.precision - field.scale) {
    return failWith(fail, numberOutsideRange(field, decimal.toApexString()));
  }
  return decimal;
}

/** Digits before the point. Those after it are not limited ({@link scaledUnits}). */
function wholeDigits(decimal: Decimal): number {
  const whole = decimal.scale > 0 ? decimal.setScale(0, 'DOWN') : decimal;
  const text = whole.toPlainString().replace('-', '');
  return text === '0' ? 0 : text.length;
}

/** "Date/time and date fields hold years from 1700 to 4000" (Custom Field Types, Salesforce Help). */
const FIRST_MOMENT = Date.UTC(1700, 0, 1);
const END_OF_TIME = Date.UTC(4001, 0, 1);

function dateValue(field: FieldDefinition, date: ApexDate, fail: (error: RecordError) => void): unknown {
  const start = date.epochDay * MILLISECONDS_PER_DAY;
  return isInRange(start) ? date : failWith(fail, invalidDate(field, start));
}

function momentValue(
  field: FieldDefinition,
  value: ApexDate | ApexDatetime,
  fail: (error: RecordError) => void
): unknown {
  const moment = value instanceof ApexDate ? new ApexDatetime(value.epochDay * MILLISECONDS_PER_DAY) : value;
  return isInRange(moment.milliseconds) ? moment : failWith(fail, invalidDate(field, moment.milliseconds));
}

function isInRange(milliseconds: number): boolean {
  return milliseconds >= FIRST_MOMENT && milliseconds < END_OF_TIME;
}

function idValue(field: FieldDefinition, value: unknown, fail: (error: RecordError) => void): unknown {
  const id = typeof value === 'string' ? toId18(value) : null;
  return id ?? failWith(fail, wrongReferenceType(field, String(value)));
}

/**
 * Text is stored without white space around it, and empty text as null ("Primitive Data Types", String, Apex Developer
 * Guide: sObject string fields "can never be empty (only null), and they can never include leading and trailing
 * whitespace").
 */
function textValue(
  field: FieldDefinition,
  value: unknown,
  options: ValueOptions,
  fail: (error: RecordError) => void
): unknown {
  if (typeof value !== 'string') return failWith(fail, wrongType(field));
  const text = trimmed(value);
  if (text === '') return null;
  if (field.htmlFormatted && MARKUP.test(text)) throw new NotModeled(`how markup is stored in ${field.name}`);
  if (field.length > 0 && text.length > field.length) {
    return options.truncate ? text.slice(0, field.length) : failWith(fail, stringTooLong(field, text));
  }
  if (field.type === 'EMAIL' && !isEmail(text)) return failWith(fail, invalidEmail(field, text));
  if (field.type === 'MULTIPICKLIST') return multipleValues(field, text, fail);
  if (field.restrictedPicklist) return restrictedValue(field, text, fail);
  return keepsNoCapitals(field) ? text.toLowerCase() : text;
}

/**
 * Email fields (https://salesforce.stackexchange.com/questions/246995) and the names of users, of which public code knows
 * how they come back.
 */
function keepsNoCapitals(field: FieldDefinition): boolean {
  return field.type === 'EMAIL' || field.name === 'Username';
}

/** Only the white space of ASCII goes: a no-break space stays, as on the platform. */
function trimmed(text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 32 && last > 32 ? text : text.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
}

/** One @, no white space, a domain of labels ("Email field", Salesforce Help: RFC 2822 with stricter domains). */
function isEmail(text: string): boolean {
  return /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\u0080-\uffff-]*[A-Za-z0-9\u0080-\uffff])?(?:\.[A-Za-z0-9\u0080-\uffff](?:[A-Za-z0-9\u0080-\uffff-]*[A-Za-z0-9\u0080-\uffff])?)+$/.test(
    text
  );
}

/** Values are matched without case and stored as the picklist spells them. */
function restrictedValue(field: FieldDefinition, text: string, fail: (error: RecordError) => void): unknown {
  return picklistValueOf(field, text) ?? failWith(fail, badPicklistValue(field, text));
}

/**
 * Several values come back in the order in which the field defines them; those it does not know follow.
 * @see "Multi-Select Picklist Value Ordering Behavior (UI vs SOQL)", Salesforce Help (000231088)
 */
function multipleValues(field: FieldDefinition, text: string, fail: (error: RecordError) => void): unknown {
  const given = [...new Set(text.split(';').map((entry) => entry.trim()))].filter((entry) => entry !== '');
  const missing = given.find((entry) => picklistValueOf(field, entry) === undefined);
  if (field.restrictedPicklist && missing !== undefined) return failWith(fail, badPicklistValue(field, missing));
  const chosen = new Set(given.map((entry) => picklistValueOf(field, entry) ?? entry));
  const known = field.picklistValues.map(({ value }) => value).filter((value) => chosen.has(value));
  const unknown = [...chosen].filter((value) => !known.includes(value));
  return [...known, ...unknown].join(';') || null;
}

const valueIndex = new WeakMap<FieldDefinition, Map<string, string>>();

function picklistValueOf(field: FieldDefinition, text: string): string | undefined {
  let index = valueIndex.get(field);
  if (!index) {
    index = new Map();
    for (const { value, active } of field.picklistValues) if (active) index.set(fold(value).toLowerCase(), value);
    valueIndex.set(field, index);
  }
  return index.get(fold(text).toLowerCase());
}
