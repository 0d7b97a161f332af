/** What formulas work on, and how one kind becomes another. */
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexTime } from '../values/time';
import { FormulaError } from './formula-error';

/** A value in a formula; blank is null. */
export type FormulaValue = string | boolean | Decimal | ApexDate | ApexDatetime | ApexTime | null;

/** Blank, as ISBLANK sees it: nothing, or a text without characters. */
export function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

/** A number, or null. */
export function numberOf(value: FormulaValue): Decimal | null {
  if (value === null || value instanceof Decimal) return value;
  throw new FormulaError(`Incorrect parameter type: Expected Number, received ${nameOf(value)}`);
}

/** A text; blank is an empty one. */
export function textOf(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  throw new FormulaError(`Incorrect parameter type: Expected Text, received ${nameOf(value)}`);
}

/** Whether a condition holds; blank does not. */
export function isTrue(value: FormulaValue): boolean {
  if (value === null || typeof value === 'boolean') return value === true;
  throw new FormulaError(`Incorrect parameter type: Expected Boolean, received ${nameOf(value)}`);
}

/** The kind of a value in the words of the formula editor. */
export function nameOf(value: Exclude<FormulaValue, null>): string {
  if (value instanceof Decimal) return 'Number';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'DateTime';
  if (value instanceof ApexTime) return 'Time';
  return typeof value === 'string' ? 'Text' : 'Boolean';
}

/** "TEXT", Formula Operators and Functions: without format, date-times in GMT. */
export function printed(value: FormulaValue): string {
  if (value === null) return '';
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexDatetime)
    return `${new Date(value.milliseconds).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  if (value instanceof ApexTime) return value.toApexString().replace(/Z$/, '');
  return String(value);
}

/** A whole number, cut off after the point. */
export function wholeOf(value: FormulaValue): number | null {
  return numberOf(value)?.intValue() ?? null;
}

/** NOT of blank is blank. */
export function negation(value: FormulaValue): boolean | null {
  return value === null ? null : !isTrue(value);
}
