/**
 * Expressions by the precedence of their operators: Apex Developer Guide, "Operator Precedence". Parentheses leave no
 * trace: the tree's shape already says what they meant.
 */
import type { AssignmentOperator, BinaryOperator, Expression, Position, UnaryExpression } from '../ast';
import { isCast } from './casts';
import { operatorAhead } from './operators';
import { readPrimary } from './primaries';
import { isQuery } from './queries';
import type { TokenReader } from './token-reader';
import { readType } from './types';

const assignments: ReadonlySet<string> = new Set<AssignmentOperator>([
  ...(['=', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '>>=', '>>>=', '<<='] as const)
]);

const signs: ReadonlySet<string> = new Set<UnaryExpression['operator']>(['+', '-', '!', '~', '++', '--']);

/** Reads one expression. */
export function readExpression(reader: TokenReader): Expression {
  const { position } = reader;
  const target = readTernary(reader);
  if (!assignments.has(reader.type)) return target;
  const operator = reader.next().type as AssignmentOperator;
  return { kind: 'assignment', operator, target, value: readExpression(reader), ...position };
}

/** Reads the arguments of a call, with their parentheses. */
export function readArguments(reader: TokenReader): Expression[] {
  reader.expect('(');
  const found = reader.type === ')' ? [] : reader.list(() => readExpression(reader));
  reader.expect(')');
  return found;
}

/** Reads an expression in parentheses, as statements have it. */
export function readCondition(reader: TokenReader): Expression {
  reader.expect('(');
  const condition = readExpression(reader);
  reader.expect(')');
  return condition;
}

function readTernary(reader: TokenReader): Expression {
  const { position } = reader;
  const condition = readBinary(reader, 0);
  if (!reader.take('?')) return condition;
  const then = readExpression(reader);
  reader.expect(':');
  return { kind: 'ternary', condition, then, otherwise: readTernary(reader), ...position };
}

/** Reads operands as long as the operators between them bind at least so tightly. */
function readBinary(reader: TokenReader, least: number): Expression {
  const { position } = reader;
  let left = readUnary(reader);
  for (let found = operatorAhead(reader); found && found.precedence >= least; found = operatorAhead(reader)) {
    for (let sign = 0; sign < found.tokens; sign += 1) reader.next();
    left = combined(reader, left, found.operator, found.precedence, position);
  }
  return left;
}

function combined(
  reader: TokenReader,
  left: Expression,
  operator: BinaryOperator | 'instanceof',
  precedence: number,
  at: Position
): Expression {
  if (operator === 'instanceof') return { kind: 'instanceof', operand: left, type: readType(reader), ...at };
  return { kind: 'binary', operator, left, right: readBinary(reader, precedence + 1), ...at };
}

function readUnary(reader: TokenReader): Expression {
  const { position } = reader;
  if (signs.has(reader.type)) {
    const operator = reader.next().type as UnaryExpression['operator'];
    return { kind: 'unary', operator, operand: readUnary(reader), ...position };
  }
  if (isCast(reader)) return readCast(reader);
  return readPostfix(reader);
}

function readCast(reader: TokenReader): Expression {
  const { position } = reader;
  reader.expect('(');
  const type = readType(reader);
  reader.expect(')');
  return { kind: 'cast', type, operand: readUnary(reader), ...position };
}

function readPostfix(reader: TokenReader): Expression {
  const { position } = reader;
  let target = readPrimary(reader, readExpression, readArguments);
  for (let next = readSuffix(reader, target, position); next; next = readSuffix(reader, target, position))
    target = next;
  return target;
}

/** Reads one thing that is done to a value; null when nothing is to come. */
function readSuffix(reader: TokenReader, target: Expression, at: Position): Expression | null {
  switch (reader.type) {
    case '.':
    case '?.':
      return readMember(reader, target);
    case '++':
    case '--':
      return { kind: 'postfix', operator: reader.next().type as '++' | '--', operand: target, ...at };
    case '[':
      return isQuery(reader, 0) ? null : readIndex(reader, target, at);
    default:
      return null;
  }
}

function readMember(reader: TokenReader, target: Expression): Expression {
  const safe = reader.next().type === '?.';
  const { text: name, line, column } = reader.memberName();
  if (reader.type !== '(') return { kind: 'fieldAccess', target, name, safe, line, column };
  return { kind: 'methodCall', target, name, arguments: readArguments(reader), safe, line, column };
}

function readIndex(reader: TokenReader, target: Expression, at: Position): Expression {
  reader.expect('[');
  const index = readExpression(reader);
  reader.expect(']');
  return { kind: 'index', target, index, ...at };
}
