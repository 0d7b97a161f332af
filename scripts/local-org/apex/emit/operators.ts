/** Prints arithmetic, comparison and logic; the static types decide which JavaScript it takes. */
import type { BoundExpression, BoundKind } from '../bound/expressions';
import { T, type Type } from '../symbols/types';
import { emit, emitSafe } from './expressions';
import { isNeverNull } from '../bound/never-null';
import type { ScriptContext } from './script';

const METHODS: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };

/** `a + b` and the like: Integer wraps at 32 bits, Long at 64, Double and Decimal are objects. */
export function emitArithmetic(
  context: ScriptContext,
  { operator, left, right, type }: BoundKind<'arithmetic'>
): string {
  const a = emitSafe(context, left);
  const b = emitSafe(context, right);
  if (type === T.double || type === T.decimal) return `${a}.${METHODS[operator]}(${b})`;
  if (type === T.long) return emitLong(context, operator, [a, left.type], [b, right.type]);
  if (type === T.boolean) return `((${a} ${operator} ${b}) === 1)`;
  return emitInteger(context, operator, a, right.type === T.long ? `Number(${b} & 31n)` : b);
}

function emitInteger(context: ScriptContext, operator: string, a: string, b: string): string {
  if (operator === '*') return `${context.operator('multiplyInteger')}(${a}, ${b})`;
  if (operator === '/') return `${context.operator('divideInteger')}(${a}, ${b})`;
  return `(${a} ${operator} ${b} | 0)`;
}

/** Shifts take an Integer or a Long on the right. */
function emitLong(
  context: ScriptContext,
  operator: string,
  [a, leftType]: readonly [string, Type],
  [b, rightType]: readonly [string, Type]
): string {
  const long = leftType === T.integer ? `${context.operator('integerToLong')}(${a})` : a;
  const other = rightType === T.integer ? `${context.operator('integerToLong')}(${b})` : b;
  if (operator === '/') return `${context.operator('divideLong')}(${long}, ${other})`;
  if (operator === '>>>') return `${context.operator('shiftLongUnsigned')}(${long}, ${other})`;
  const shift = operator === '<<' || operator === '>>' ? `(${other} & 63n)` : other;
  return `${context.operator('wrapLong')}(${long} ${operator} ${shift})`;
}

/** Days added to a Date or Datetime. */
export function emitDateArithmetic(
  context: ScriptContext,
  { operator, left, right }: BoundKind<'dateArithmetic'>
): string {
  const name = operator === '+' ? 'addDays' : 'subtractDays';
  return `${context.operator(name)}(${emitSafe(context, left)}, ${emitSafe(context, right)})`;
}

const COMPARISONS = { '<': 'less', '>': 'greater', '<=': 'lessOrEqual', '>=': 'greaterOrEqual' } as const;

/**
 * `a < b`: false when a side is null.
 * @see "Expression Operators", Apex Developer Guide
 */
export function emitComparison(context: ScriptContext, { operator, left, right }: BoundKind<'compare'>): string {
  const a = emit(context, left);
  const b = emit(context, right);
  const isNative = [left, right].every(({ type }) => type === T.integer || type === T.long);
  if (isNative && isNeverNull(left) && isNeverNull(right)) return `(${a} ${operator} ${b})`;
  const suffix = isNative ? 'Number' : 'Value';
  return `${context.operator(`${COMPARISONS[operator]}${suffix}`)}(${a}, ${b})`;
}

/** `==` by the rule that the types decided. */
export function emitEquality(context: ScriptContext, { negated, how, left, right }: BoundKind<'equal'>): string {
  const a = emit(context, left);
  const b = emit(context, right);
  if (how === 'strict' || how === 'identity') return `(${a} ${negated ? '!==' : '==='} ${b})`;
  const operators = { text: 'equalText', id: 'equalId', number: 'equalNumber', value: 'equalValue' } as const;
  return `${negated ? '!' : ''}${context.operator(operators[how])}(${a}, ${b})`;
}

/** `-a`, `!a`, `~a`. */
export function emitUnary(context: ScriptContext, { operator, operand, type }: BoundKind<'unary'>): string {
  const a = emitSafe(context, operand);
  if (operator === '!') return `!${a}`;
  if (type === T.long) return `${context.operator('wrapLong')}(${operator}${a})`;
  if (operator === '~') return `(~${a})`;
  return isBoxed(operand) ? `${a}.negate()` : `(-${a} | 0)`;
}

function isBoxed({ type }: BoundExpression): boolean {
  return type === T.double || type === T.decimal;
}
