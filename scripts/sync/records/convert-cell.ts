import type { FieldDefinition, FieldType } from '../../local-org/schema/model';
import { ApexDate } from '../../local-org/values/date';
import { ApexDatetime } from '../../local-org/values/datetime';
import { Decimal } from '../../local-org/values/decimal';

/** A value of a field, as the local org's database takes it. */
export type FieldValue = string | boolean | number | Decimal | ApexDate | ApexDatetime;

/** Turns the text of a cell into a value; undefined where it cannot. */
type Converter = (text: string) => FieldValue | undefined;

const DAY = 86_400_000;
const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;
const TRUE = new Set(['true', 'yes', 'y', '1']);
const FALSE = new Set(['false', 'no', 'n', '0']);

/** Around every type but text, white space is ignored. */
const trimmed =
  (converter: Converter): Converter =>
  (text) =>
    converter(text.trim());

const asText: Converter = (text) => text;
const asDecimal = trimmed((text) => (NUMBER.test(text) ? (Decimal.parse(text) ?? undefined) : undefined));
const asInteger = trimmed((text) => (/^[+-]?\d{1,9}$/.test(text) ? Number(text) : undefined));
const asBoolean = trimmed((text) => {
  const word = text.toLowerCase();
  return TRUE.has(word) ? true : FALSE.has(word) ? false : undefined;
});
const asDate = trimmed((text) => {
  const time = DATE.test(text) ? timeOf(text, '00:00', 'Z') : undefined;
  return time === undefined ? undefined : new ApexDate(time / DAY);
});
const asDatetime = trimmed((text) => {
  const [, date, clock = '00:00', zone = 'Z'] = MOMENT.exec(text) ?? [];
  const time = date === undefined ? undefined : timeOf(date, clock, zone);
  return time === undefined ? undefined : new ApexDatetime(time);
});

const CONVERTERS: Partial<Record<FieldType, [Converter, string]>> = {
  ID: [trimmed(asText), 'an Id'],
  REFERENCE: [trimmed(asText), 'an Id'],
  STRING: [asText, 'text'],
  TEXTAREA: [asText, 'text'],
  EMAIL: [asText, 'text'],
  PHONE: [asText, 'text'],
  URL: [asText, 'text'],
  COMBOBOX: [asText, 'text'],
  PICKLIST: [asText, 'text'],
  MULTIPICKLIST: [asText, 'text'],
  BOOLEAN: [asBoolean, 'true or false'],
  INTEGER: [asInteger, 'a whole number'],
  DOUBLE: [asDecimal, 'a number such as 1234.5'],
  CURRENCY: [asDecimal, 'a number such as 1234.5'],
  PERCENT: [asDecimal, 'a number such as 12.5'],
  DATE: [asDate, 'a date such as 2026-11-30'],
  DATETIME: [asDatetime, 'a date and time such as 2026-11-30T09:00:00Z']
};

/** Whether records can be loaded with this field. */
export function isLoadable(field: FieldDefinition): boolean {
  return field.type in CONVERTERS;
}

/**
 * The value of a cell. Blank means none.
 * @throws Error saying what the cell should be
 */
export function convertCell(text: string, field: FieldDefinition): FieldValue | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const [converter, expected] = CONVERTERS[field.type] ?? [];
  const value = converter?.(text);
  if (value === undefined) {
    throw new Error(`"${text}" is not ${expected}`);
  }
  return value;
}

/** Undefined for days that do not exist: JavaScript would turn 30 February into 2 March. */
function timeOf(date: string, clock: string, zone: string): number | undefined {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const time = exists ? Date.parse(`${date}T${clock}${offset}`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
