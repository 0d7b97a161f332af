/** Functions of numbers. @see "Formula Operators and Functions", Salesforce Help */
import { Decimal } from '../../values/decimal';
import { FormulaError } from '../formula-error';
import { order, realNumber } from '../operators';
import { numberOf, textOf, wholeOf, type FormulaValue } from '../values';
import { UNLIMITED, valued, type FormulaFunction } from './function';

/** A function of one number; blank stays blank. */
function ofNumber(body: (value: Decimal) => Decimal): FormulaFunction {
  return valued(1, ([operand]) => {
    const value = numberOf(operand);
    return value === null ? null : body(value);
  });
}

function real(body: (value: number) => number): FormulaFunction {
  return ofNumber((value) => realNumber(body(value.toNumber())));
}

function extreme(sign: 1 | -1): FormulaFunction {
  return valued([1, UNLIMITED], (values) => {
    if (values.some((value) => value === null)) return null;
    return values.reduce((best, value) =>
      sign * order(value as NonNullable<FormulaValue>, best as NonNullable<FormulaValue>) > 0 ? value : best
    );
  });
}

/** Toward or away from zero: CEILING and FLOOR; toward plus or minus infinity: MCEILING and MFLOOR. */
const whole = (mode: 'UP' | 'DOWN' | 'CEILING' | 'FLOOR'): FormulaFunction =>
  ofNumber((value) => value.setScale(0, mode));

function digits(mode: 'HALF_UP' | 'DOWN'): FormulaFunction {
  return valued([1, 2], ([operand, places]) => {
    const value = numberOf(operand);
    const scale = places === undefined ? 0 : wholeOf(places);
    return value === null || scale === null ? null : value.setScale(scale, mode);
  });
}

export const MATH: Readonly<Record<string, FormulaFunction>> = {
  ABS: ofNumber((value) => value.abs()),
  ACOS: real(Math.acos),
  ASIN: real(Math.asin),
  ATAN: real(Math.atan),
  ATAN2: valued(2, ([y, x]) => {
    const [a, b] = [numberOf(y), numberOf(x)];
    return a === null || b === null ? null : realNumber(Math.atan2(a.toNumber(), b.toNumber()));
  }),
  // "CEILING": rounded away from zero when negative; "MCEILING": the nearest greater number.
  CEILING: whole('UP'),
  FLOOR: whole('DOWN'),
  MCEILING: whole('CEILING'),
  MFLOOR: whole('FLOOR'),
  COS: real(Math.cos),
  EXP: real(Math.exp),
  LN: real(Math.log),
  LOG: real(Math.log10),
  MAX: extreme(1),
  MIN: extreme(-1),
  MOD: valued(2, ([dividend, divisor]) => {
    const [a, b] = [numberOf(dividend), numberOf(divisor)];
    if (a === null || b === null) return null;
    if (b.isZero()) throw new FormulaError('Division by zero');
    return a.remainder(b);
  }),
  PI: valued(0, () => realNumber(Math.PI)),
  ROUND: digits('HALF_UP'),
  TRUNC: digits('DOWN'),
  SIN: real(Math.sin),
  SQRT: real(Math.sqrt),
  TAN: real(Math.tan),
  VALUE: valued(1, ([operand]) => {
    const text = textOf(operand).trim();
    if (text === '') return null;
    const value = Decimal.parse(text);
    if (!value) throw new FormulaError(`VALUE: ${text} is no number`);
    return value;
  })
};
