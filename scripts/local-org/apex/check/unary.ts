/** Unary plus, minus, not and complement. */
import type { Expression, UnaryExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { T, isNumeric, isUnknown, told, type Type } from '../symbols/types';
import { bindExpression } from './expressions';
import { errorExpression } from './leaves';
import type { BodyContext } from './context';

/** Types `-x`, `+x`, `!x` and `~x`. A plus does nothing, whatever is behind it. */
export function bindUnary(context: BodyContext, node: UnaryExpression): BoundExpression {
  const literal = negativeLiteral(node);
  if (literal) return literal;
  const operand = bindExpression(context, node.operand);
  const { line } = node;
  const { type } = operand;
  if (isUnknown(type)) return operand;
  if (node.operator === '!') {
    if (type !== T.boolean) context.report(node, '! operator can only be applied to boolean expressions');
    return { kind: 'unary', operator: '!', operand, type: T.boolean, line };
  }
  if (node.operator === '+') return operand;
  const isWhole = type === T.integer || type === T.long;
  if (node.operator === '~' ? !isWhole : !isNumeric(type)) {
    context.report(node, operandProblem(node.operator, type));
    return errorExpression(line);
  }
  return { kind: 'unary', operator: node.operator === '~' ? '~' : '-', operand, type, line };
}

function operandProblem(operator: UnaryExpression['operator'], type: Type): string {
  if (operator === '~') return `Invalid type for bitwise negate: ${told(type)}`;
  return 'Unary negation must use a numeric argument';
}

/** `-2147483648` is a literal, though 2147483648 alone does not fit. */
function negativeLiteral(node: UnaryExpression): BoundExpression | null {
  const { operand } = node;
  if (node.operator !== '-' || !isNumberLiteral(operand)) return null;
  const { line } = node;
  const base = { kind: 'literal', line } as const;
  if (operand.type === 'integer') return { ...base, literal: 'integer', value: -operand.value, type: T.integer };
  return { ...base, literal: operand.type, value: `-${operand.value}`, type: T[operand.type] };
}

type NumberLiteral = Extract<Expression, { kind: 'literal' }> & { type: 'integer' | 'long' | 'decimal' | 'double' };

function isNumberLiteral(node: Expression): node is NumberLiteral {
  if (node.kind !== 'literal') return false;
  if (node.type === 'integer') return node.value <= 2147483648;
  return node.type === 'long' || node.type === 'decimal' || node.type === 'double';
}
