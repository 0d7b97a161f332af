/** Operators. A blank side makes a number, date or comparison blank; in a text it is nothing. */
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexTime } from '../values/time';
import { MILLISECONDS_PER_DAY } from '../values/calendar';
import type { FormulaOperator } from './ast';
import { FormulaError } from './formula-error';
import { isBlank, nameOf, numberOf, textOf, type FormulaValue } from './values';

/** Applies an operator to two values; `&&` and `||` are not among them, since they may not need both. */
export function applyOperator(
  operator: Exclude<FormulaOperator, '&&' | '||'>,
  left: FormulaValue,
  right: FormulaValue
): FormulaValue {
  switch (operator) {
    case '=':
      return equality(left, right);
    case '<>': {
      const isEqual = equality(left, right);
      return isEqual === null ? null : !isEqual;
    }
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compared(operator, left, right);
    case '&':
      return textOf(left) + textOf(right);
    case '+':
    case '-':
      return sum(operator, left, right);
    default:
      return product(operator, numberOf(left), numberOf(right));
  }
}

/** A blank number, date or checkbox compared with one that is there gives blank; a blank text is an empty one. */
function equality(left: FormulaValue, right: FormulaValue): boolean | null {
  const isOneMissing = (left === null) !== (right === null);
  if (isOneMissing && typeof (left ?? right) !== 'string') return null;
  return areEqual(left, right);
}

/** Texts with case; blank equals an empty text ("Tips on Using Blank Fields in Formulas"). */
export function areEqual(left: FormulaValue, right: FormulaValue): boolean {
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  return order(left as Present, right as Present) === 0;
}

type Present = Exclude<FormulaValue, null>;

function compared(operator: '<' | '>' | '<=' | '>=', left: FormulaValue, right: FormulaValue): boolean | null {
  if (left === null || right === null) return null;
  const sign = order(left, right);
  if (operator === '<') return sign < 0;
  if (operator === '>') return sign > 0;
  return operator === '<=' ? sign <= 0 : sign >= 0;
}

/** Negative, zero or positive, as `left` comes before, with or after `right`. */
export function order(left: Present, right: Present): number {
  if (left instanceof Decimal && right instanceof Decimal) return left.compareTo(right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.epochDay - right.epochDay;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.milliseconds - right.milliseconds;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.milliseconds - right.milliseconds;
  if (typeof left === typeof right && typeof left !== 'object') return left === right ? 0 : left < right ? -1 : 1;
  throw new FormulaError(
    `Incorrect parameter type for comparison: Expected ${nameOf(left)}, received ${nameOf(right)}`
  );
}

function sum(operator: '+' | '-', left: FormulaValue, right: FormulaValue): FormulaValue {
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string')) return textOf(left) + textOf(right);
  if (left === null || right === null) return null;
  if (left instanceof Decimal && right instanceof Decimal) {
    return operator === '+' ? left.add(right) : left.subtract(right);
  }
  if (right instanceof Decimal) return shifted(left, operator === '+' ? right : right.negate());
  if (operator === '+' && left instanceof Decimal) return shifted(right, left);
  return distance(left, right);
}

/** Days added to a date or date-time, milliseconds to a time. */
function shifted(moment: Present, amount: Decimal): FormulaValue {
  if (moment instanceof ApexDate) return moment.addDays(Math.floor(amount.toNumber()));
  if (moment instanceof ApexDatetime) {
    return new ApexDatetime(moment.milliseconds + Math.round(amount.toNumber() * MILLISECONDS_PER_DAY));
  }
  if (moment instanceof ApexTime) {
    const milliseconds = (moment.milliseconds + Math.round(amount.toNumber())) % MILLISECONDS_PER_DAY;
    return new ApexTime((milliseconds + MILLISECONDS_PER_DAY) % MILLISECONDS_PER_DAY);
  }
  throw new FormulaError(`Incorrect parameter type for operator '+': Expected Number, received ${nameOf(moment)}`);
}

function distance(left: Present, right: Present): FormulaValue {
  if (left instanceof ApexDate && right instanceof ApexDate) return Decimal.fromInteger(left.epochDay - right.epochDay);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) {
    return divided(
      Decimal.fromInteger(left.milliseconds - right.milliseconds),
      Decimal.fromInteger(MILLISECONDS_PER_DAY)
    );
  }
  if (left instanceof ApexTime && right instanceof ApexTime) {
    return Decimal.fromInteger(left.milliseconds - right.milliseconds);
  }
  throw new FormulaError(
    `Incorrect parameter type for operator '-': Expected ${nameOf(left)}, received ${nameOf(right)}`
  );
}

function product(operator: '*' | '/' | '^', left: Decimal | null, right: Decimal | null): Decimal | null {
  if (left === null || right === null) return null;
  if (operator === '*') return left.multiply(right);
  return operator === '/' ? divided(left, right) : power(left, right);
}

/** Digits after the point that a quotient keeps. */
const QUOTIENT_SCALE = 18;

/** @throws FormulaError for a division by zero, which a formula field shows as an error */
export function divided(left: Decimal, right: Decimal): Decimal {
  if (right.isZero()) throw new FormulaError('Division by zero');
  return left.divideToScale(right, QUOTIENT_SCALE, 'HALF_UP').stripTrailingZeros();
}

const LARGEST_EXPONENT = 64;

function power(base: Decimal, exponent: Decimal): Decimal {
  const whole = exponent.setScale(0, 'DOWN');
  if (whole.compareTo(exponent) === 0 && exponent.signum() >= 0 && exponent.toNumber() <= LARGEST_EXPONENT) {
    return base.power(exponent.intValue());
  }
  return realNumber(base.toNumber() ** exponent.toNumber());
}

/** A result of real arithmetic. @throws FormulaError when there is none */
export function realNumber(value: number): Decimal {
  if (!Number.isFinite(value)) throw new FormulaError('The result is no number');
  return Decimal.fromDouble(value);
}
