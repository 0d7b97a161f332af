/**
 * What is wrong with the operands of an operator.
 * @see "Expression Operators", Apex Developer Guide; wording: the messages of the compiler
 *   (github.com/forcedotcom/apex-language-support, messages_en_US)
 */
import type { ArithmeticOperator } from '../bound/expressions';
import { T, isUnknown, told, type Type } from '../symbols/types';

export const SHIFTS = new Set<string>(['<<', '>>', '>>>']);
export const BITWISE = new Set<string>(['&', '|', '^']);

/** Of operands that an arithmetic operator does not take. */
export function arithmeticProblem(operator: ArithmeticOperator, left: Type, right: Type): string {
  if (SHIFTS.has(operator)) return `${operator} operation can only be applied to Integer or Long types`;
  if (BITWISE.has(operator)) {
    return `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
  }
  return left === T.void || right === T.void
    ? 'Arithmetic expressions are not allowed on void types'
    : 'Arithmetic expressions must use numeric arguments';
}

/** What may be added to and taken from dates and times. */
const AMOUNTS: ReadonlyMap<Type, { readonly types: readonly Type[]; readonly message: string }> = new Map([
  [T.date, { types: [T.integer, T.long], message: 'Date expressions must use Integer or Long' }],
  [T.time, { types: [T.integer, T.long], message: 'Time expressions must use Integer or Long' }],
  [
    T.datetime,
    {
      types: [T.integer, T.double, T.decimal],
      message: 'Date/time expressions must use Integer or Double or Decimal'
    }
  ]
]);

/** What is wrong with adding something to a date or time, or taking it away; null where nothing is. */
export function amountProblem(moment: Type, amount: Type): string | null {
  const { types, message } = AMOUNTS.get(moment)!;
  return types.includes(amount) || isUnknown(amount) ? null : message;
}

/** Of operands that have no order. */
export function orderProblem(left: Type, right: Type): string {
  return left === right
    ? `Inequality operator not allowed for this type: ${told(left)}`
    : `Comparison arguments must be compatible types: ${told(left)}, ${told(right)}`;
}
