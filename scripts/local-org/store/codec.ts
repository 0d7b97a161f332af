/**
 * How field values stand in the database, and back. Numbers with digits after the point are integers scaled by the
 * field's scale, so that 18 digits survive; dates are days and milliseconds since 1970.
 */
import { ApexBlob } from '../values/blob';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { smallest } from '../values/decimal-units';
import { ApexTime } from '../values/time';
import type { FieldDefinition, FieldType } from '../schema/model';

/** What the database stores. */
export type Stored = string | number | bigint | Uint8Array | null;

/** How one kind of field is stored. */
export interface Codec {
  readonly column: 'TEXT' | 'INTEGER' | 'BLOB';
  /** Value at run time (never null) to what is stored. */
  encode(value: unknown): Stored;
  /** What is stored (never null) to the value at run time. */
  decode(stored: unknown): unknown;
  /** Integers of the column may exceed what a JavaScript number holds; they are then read as text. */
  readonly wide: boolean;
}

const text: Codec = { column: 'TEXT', encode: (value) => value as string, decode: (stored) => stored, wide: false };
const integer: Codec = {
  column: 'INTEGER',
  encode: (value) => value as number,
  decode: (stored) => stored,
  wide: false
};

const boolean: Codec = {
  column: 'INTEGER',
  encode: (value) => (value ? 1 : 0),
  decode: (stored) => stored !== 0,
  wide: false
};

const date: Codec = {
  column: 'INTEGER',
  encode: (value) => (value as ApexDate).epochDay,
  decode: (stored) => new ApexDate(stored as number),
  wide: false
};

/** A date-time field keeps no fractions of a second ("Primitive Data Types", SOAP API Developer Guide; SOQL shows .000). */
const datetime: Codec = {
  column: 'INTEGER',
  encode: (value) => Math.floor((value as ApexDatetime).milliseconds / 1000) * 1000,
  decode: (stored) => new ApexDatetime(stored as number),
  wide: false
};

const time: Codec = {
  column: 'INTEGER',
  encode: (value) => (value as ApexTime).milliseconds,
  decode: (stored) => new ApexTime(stored as number),
  wide: false
};

const blob: Codec = {
  column: 'BLOB',
  encode: (value) => (value as ApexBlob).bytes,
  decode: (stored) => new ApexBlob(new Uint8Array(stored as Uint8Array)),
  wide: false
};

const long: Codec = {
  column: 'INTEGER',
  encode: (value) => value as bigint,
  decode: (stored) => BigInt(stored as string),
  wide: true
};

/** Digits that a JavaScript number holds exactly. */
const SAFE_DIGITS = 15;

const decimals = new Map<number, Codec>();

/** Numbers with a point; `scale` is the field's. */
function decimalCodec(scale: number): Codec {
  let codec = decimals.get(scale);
  if (!codec) {
    codec = {
      column: 'INTEGER',
      wide: true,
      encode: (value) => scaledUnits(toDecimal(value), scale),
      decode: (stored) => decimalOf(stored as string | number, scale)
    };
    decimals.set(scale, codec);
  }
  return codec;
}

/**
 * The number that stands for a decimal at a field's scale. Apex may save more digits after the point than the field shows,
 * and they stay (https://help.salesforce.com/s/articleView?id=000387302); such a value becomes a binary number that lies
 * between its neighbours.
 */
export function scaledUnits(decimal: Decimal, scale: number): number | bigint {
  if (decimal.scale === scale) return decimal.unscaled;
  const rounded = decimal.setScale(scale, 'DOWN');
  if (rounded.compareTo(decimal) === 0) return rounded.unscaled;
  return Number(new Decimal(decimal.unscaled, decimal.scale - scale).toString());
}

/** Wide integers come as text, fractions as numbers. */
function decimalOf(stored: string | number, scale: number): Decimal {
  if (typeof stored === 'string') {
    return new Decimal(stored.length <= SAFE_DIGITS ? Number(stored) : smallest(BigInt(stored)), scale);
  }
  if (Number.isInteger(stored)) return new Decimal(stored, scale);
  const shifted = Decimal.literal(String(stored));
  return new Decimal(shifted.unscaled, shifted.scale + scale);
}

/** SQL that reads a column of a codec: integers beyond a JavaScript number as text. */
export function readExpression(codec: Codec, expression: string): string {
  if (!codec.wide) return expression;
  return `CASE typeof(${expression}) WHEN 'integer' THEN CAST(${expression} AS TEXT) ELSE ${expression} END`;
}

/** Any number of Apex as a Decimal. */
export function toDecimal(value: unknown): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  if (typeof value === 'number')
    return Number.isInteger(value) ? Decimal.fromInteger(value) : Decimal.fromDouble(value);
  return Decimal.fromDouble((value as { value: number }).value);
}

const BY_TYPE: Readonly<Partial<Record<FieldType, Codec>>> = {
  BOOLEAN: boolean,
  INTEGER: integer,
  LONG: long,
  DATE: date,
  DATETIME: datetime,
  TIME: time,
  BASE64: blob
};

/** How this field is stored. */
export function codecOf(field: FieldDefinition): Codec {
  if (field.type === 'DOUBLE' || field.type === 'CURRENCY' || field.type === 'PERCENT') {
    return decimalCodec(field.scale);
  }
  return BY_TYPE[field.type] ?? text;
}

/** Whether the field has a column: compound fields and formulas have none. */
export function isStored(field: FieldDefinition): boolean {
  return field.type !== 'ADDRESS' && field.type !== 'LOCATION' && !field.formula && !field.rollUp;
}

/** Whether values are compared as text without case. */
export function isText(field: FieldDefinition): boolean {
  return codecOf(field) === text && field.type !== 'ID' && field.type !== 'REFERENCE';
}

/** Whether formulas are evaluated for the field's value: its own, or those of the records that it summarises. */
export function isEvaluated(field: FieldDefinition): boolean {
  return field.formula !== undefined || field.summarizesFormula === true;
}
