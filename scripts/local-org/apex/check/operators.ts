/**
 * Binary operators by the static types of their operands.
 * @see "Expression Operators" and "Operator Precedence", Apex Developer Guide
 */
import type { BinaryExpression, Position } from '../parse/ast';
import type { ArithmeticOperator, BoundExpression, EqualityRule } from '../bound/expressions';
import type { Project } from '../symbols/project';
import { T, isEnum, isNumeric, isSObject, isText, isUnknown, numericRank, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { convertTo, fitOf, inheritanceDistance, singleRecord } from './conversions';
import { bindExpression } from './expressions';
import { errorExpression } from './leaves';
import { amountProblem, arithmeticProblem, BITWISE, orderProblem, SHIFTS } from './operator-problems';

/** Types `left operator right`. */
export function bindBinary(context: BodyContext, node: BinaryExpression): BoundExpression {
  if (node.operator === '+') return bindChain(context, node);
  const left = bindExpression(context, node.left);
  const right = bindExpression(context, node.right);
  return binaryOf(context, node.operator, left, right, node);
}

/** A long `a + b + c …` is typed in a loop: sources build texts of hundreds of parts. */
function bindChain(context: BodyContext, node: BinaryExpression): BoundExpression {
  const rights: BinaryExpression[] = [];
  let leftmost: BinaryExpression['left'] = node;
  while (leftmost.kind === 'binary' && leftmost.operator === '+') {
    rights.push(leftmost);
    leftmost = leftmost.left;
  }
  let result = bindExpression(context, leftmost);
  for (const step of rights.reverse()) {
    result = binaryOf(context, '+', result, bindExpression(context, step.right), step);
  }
  return result;
}

/** Applies an operator to operands that are typed already; also used for `+=` and its like. */
export function binaryOf(
  context: BodyContext,
  operator: BinaryExpression['operator'],
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const { line } = node;
  if (left.type.kind === 'error' || right.type.kind === 'error') return errorExpression(line);
  switch (operator) {
    case '&&':
    case '||':
      requireBoolean(context, left, node);
      requireBoolean(context, right, node);
      return { kind: 'logical', operator, left, right, type: T.boolean, line };
    case '==':
    case '!=':
    case '===':
    case '!==':
      return equality(context, operator, left, right, node);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(context, operator, left, right, node);
    case '??':
      return coalesce(context, left, right, node);
    case '+':
      return addition(context, left, right, node);
    default:
      return arithmetic(context, operator, left, right, node);
  }
}

function requireBoolean(context: BodyContext, operand: BoundExpression, node: Position): void {
  if (operand.type === T.boolean || isUnknown(operand.type)) return;
  context.report(node, 'Logical operator can only be applied to Boolean');
}

function addition(
  context: BodyContext,
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  if (left.type === T.string || right.type === T.string) {
    const parts = left.kind === 'concat' ? [...left.parts, right] : [left, right];
    return { kind: 'concat', parts, type: T.string, line: node.line };
  }
  return arithmetic(context, '+', left, right, node);
}

function arithmetic(
  context: BodyContext,
  operator: ArithmeticOperator,
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const { line } = node;
  if ((operator === '+' || operator === '-') && isTemporal(left.type)) {
    const problem = amountProblem(left.type, right.type);
    if (problem) context.report(node, problem);
    return { kind: 'dateArithmetic', operator, left, right, type: left.type, line };
  }
  if (left.type === T.boolean && right.type === T.boolean && BITWISE.has(operator)) {
    return { kind: 'arithmetic', operator, left, right, type: T.boolean, line };
  }
  const type = promotedType(left.type, right.type);
  const isWhole = type === T.integer || type === T.long;
  if (!type || (!isWhole && (SHIFTS.has(operator) || BITWISE.has(operator)))) {
    if (isUnknown(left.type) || isUnknown(right.type)) return unknownArithmetic(left, right, line);
    context.report(node, arithmeticProblem(operator, left.type, right.type));
    return errorExpression(line);
  }
  if (SHIFTS.has(operator)) return shift(context, operator, left, right, node);
  const convert = (operand: BoundExpression): BoundExpression => convertTo(context, operand, type, node);
  return { kind: 'arithmetic', operator, left: convert(left), right: convert(right), type, line };
}

/** A shift keeps the type of what is shifted. */
function shift(
  context: BodyContext,
  operator: ArithmeticOperator,
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const distance = left.type === T.long ? convertTo(context, right, T.long, node) : right;
  return { kind: 'arithmetic', operator, left, right: distance, type: left.type, line: node.line };
}

function unknownArithmetic(left: BoundExpression, right: BoundExpression, line: number): BoundExpression {
  const unknown = isUnknown(left.type) ? left : right;
  return { kind: 'notModeled', what: unknown.type.name, operands: [left, right], type: unknown.type, line };
}

const isTemporal = (type: Type): boolean => type === T.date || type === T.datetime || type === T.time;

/** The wider of two numeric types; null when one is not numeric. A Double meets a Decimal as Decimal. */
function promotedType(left: Type, right: Type): Type | null {
  if (left === T.null && isNumeric(right)) return right;
  if (right === T.null && isNumeric(left)) return left;
  if (numericRank(left) < 0 || numericRank(right) < 0) return null;
  return numericRank(left) >= numericRank(right) ? left : right;
}

function comparison(
  context: BodyContext,
  operator: '<' | '>' | '<=' | '>=',
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const type = comparableType(left.type, right.type);
  if (!type) {
    if (!isUnknown(left.type) && !isUnknown(right.type)) {
      context.report(node, orderProblem(left.type, right.type));
    }
    return { kind: 'compare', operator, left, right, type: T.boolean, line: node.line };
  }
  const convert = (operand: BoundExpression): BoundExpression => convertTo(context, operand, type, node);
  return { kind: 'compare', operator, left: convert(left), right: convert(right), type: T.boolean, line: node.line };
}

function comparableType(left: Type, right: Type): Type | null {
  const numeric = promotedType(left, right);
  if (numeric) return numeric;
  if (left === T.null && right === T.null) return null;
  if (left === T.null) return right;
  if (right === T.null) return left;
  if (isText(left) && isText(right)) return T.string;
  if (isTemporal(left) && isTemporal(right)) return left === right ? left : T.datetime;
  return null;
}

function equality(
  context: BodyContext,
  operator: '==' | '!=' | '===' | '!==',
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const negated = operator[0] === '!';
  const numeric = promotedType(left.type, right.type);
  const single = singleForComparison(left, right);
  const type = numeric ?? (left.type === T.date && right.type === T.datetime ? T.datetime : null);
  const convert = (operand: BoundExpression): BoundExpression =>
    type && operand.type !== T.null ? convertTo(context, operand, type, node) : operand;
  if (!single) requireComparable(context, left.type, right.type, node);
  const how = operator.length === 3 ? identityRule(left.type, right.type) : equalityRule(left.type, right.type);
  return {
    kind: 'equal',
    negated,
    how,
    left: single?.left ?? convert(left),
    right: single?.right ?? convert(right),
    type: T.boolean,
    line: node.line
  };
}

function singleForComparison(left: BoundExpression, right: BoundExpression) {
  const asLeft = isSObject(right.type) ? singleRecord(left, right.type) : null;
  const asRight = isSObject(left.type) ? singleRecord(right, left.type) : null;
  return asLeft || asRight ? { left: asLeft ?? left, right: asRight ?? right } : null;
}

function identityRule(left: Type, right: Type): EqualityRule {
  if (left === T.null || right === T.null) return 'strict';
  return isNumeric(left) && isNumeric(right) ? equalityRule(left, right) : 'identity';
}

function equalityRule(left: Type, right: Type): EqualityRule {
  if (left === T.null || right === T.null) return 'strict';
  const numeric = promotedType(left, right);
  if (numeric) return numeric === T.integer || numeric === T.long ? 'strict' : 'number';
  if (left === T.id || right === T.id) return isText(left) && isText(right) ? 'id' : 'value';
  if (left === T.string && right === T.string) return 'text';
  if (left === T.boolean && right === T.boolean) return 'strict';
  if (isEnum(left) && left === right) return 'strict';
  return 'value';
}

function requireComparable(context: BodyContext, left: Type, right: Type, node: Position): void {
  const { project } = context;
  const isFine =
    promotedType(left, right) ||
    fitOf(project, left, right) ||
    fitOf(project, right, left) ||
    (isText(left) && isText(right)) ||
    (isTemporal(left) && isTemporal(right));
  if (isFine) return;
  context.report(node, `Comparison arguments must be compatible types: ${told(left)}, ${told(right)}`);
}

function coalesce(
  context: BodyContext,
  left: BoundExpression,
  right: BoundExpression,
  node: Position
): BoundExpression {
  const single =
    isSObject(right.type) || right.type === T.null
      ? singleRecord(left, right.type === T.null ? T.sobject : right.type)
      : null;
  const first: BoundExpression = single?.kind === 'soql' ? { ...single, result: 'recordOrNull' } : left;
  const type = commonType(context.project, first, right);
  if (!type) {
    context.report(node, `Incompatible types in null coalescing operator: ${told(first.type)}, ${told(right.type)}`);
    return errorExpression(node.line);
  }
  const convert = (operand: BoundExpression): BoundExpression => convertTo(context, operand, type, node);
  return { kind: 'coalesce', left: convert(first), right: convert(right), type, line: node.line };
}

/** The type of an expression that is one of two values; null when they have nothing in common. */
export function commonType(project: Project, left: BoundExpression, right: BoundExpression): Type | null {
  if (left.type === right.type) return left.type;
  if (isUnknown(left.type)) return right.type;
  if (isUnknown(right.type) || right.type === T.null) return left.type;
  if (left.type === T.null) return right.type;
  const numeric = promotedType(left.type, right.type);
  if (numeric) return numeric;
  if (isText(left.type) && isText(right.type)) return T.string;
  if (singleRecord(left, right.type)) return right.type;
  if (singleRecord(right, left.type)) return left.type;
  if (fitOf(project, right.type, left.type)) return left.type;
  if (fitOf(project, left.type, right.type)) return right.type;
  return commonAncestor(project, left.type, right.type);
}

function commonAncestor(project: Project, left: Type, right: Type): Type | null {
  if (isSObject(left) && isSObject(right)) return T.sobject;
  for (let symbol = left.symbol; symbol; symbol = symbol.superclass?.symbol) {
    if (inheritanceDistance(project, right, symbol.type) >= 0) return symbol.type;
    const shared = symbol.interfaces.find((type) => inheritanceDistance(project, right, type) >= 0);
    if (shared) return shared;
    const { superclass } = symbol;
    if (superclass && !superclass.symbol)
      return inheritanceDistance(project, right, superclass) >= 0 ? superclass : null;
  }
  const shared = left.platform?.supertypes.find((type) => inheritanceDistance(project, right, type) >= 0);
  return shared ?? null;
}
