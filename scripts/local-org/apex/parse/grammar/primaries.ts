/** What expressions are made of. */
import type { ClassLiteralExpression, Expression } from '../ast';
import { readCreator } from './creators';
import { readLiteral } from './literals';
import { isQuery, readQuery } from './queries';
import type { TokenReader } from './token-reader';
import { endOfType, readType } from './types';

type ReadExpression = (reader: TokenReader) => Expression;
type ReadArguments = (reader: TokenReader) => Expression[];

/** Reads a value that no operator and no dot was applied to yet; readers of what can be inside of it are passed in. */
export function readPrimary(
  reader: TokenReader,
  readExpression: ReadExpression,
  readArguments: ReadArguments
): Expression {
  switch (reader.type) {
    case '(':
      return readParentheses(reader, readExpression);
    case '[':
      return isQuery(reader, 0) ? readQuery(reader, readExpression) : reader.unexpected();
    case 'new':
      return readCreator(reader, readExpression);
    case 'this':
    case 'super':
      return readSelf(reader, readArguments);
    case 'void':
      return readVoidClass(reader);
    default:
      return readLiteral(reader) ?? readNamed(reader, readArguments);
  }
}

function readParentheses(reader: TokenReader, readExpression: ReadExpression): Expression {
  reader.expect('(');
  const inner = readExpression(reader);
  reader.expect(')');
  return inner;
}

function readSelf(reader: TokenReader, readArguments: ReadArguments): Expression {
  const { type, line, column } = reader.next();
  const target = type as 'this' | 'super';
  if (reader.type !== '(') return { kind: target, line, column };
  return { kind: 'constructorCall', target, arguments: readArguments(reader), line, column };
}

function readVoidClass(reader: TokenReader): ClassLiteralExpression {
  const { position } = reader;
  reader.expect('void');
  return classLiteral(reader, null, position);
}

function readNamed(reader: TokenReader, readArguments: ReadArguments): Expression {
  const { position } = reader;
  if (isClassLiteral(reader)) return classLiteral(reader, readType(reader), position);
  const name = reader.name().text;
  if (reader.type !== '(') return { kind: 'name', name, ...position };
  return { kind: 'methodCall', target: null, name, arguments: readArguments(reader), safe: false, ...position };
}

function isClassLiteral(reader: TokenReader): boolean {
  if (!/^[.<[]$/.test(reader.ahead(1).type)) return false;
  const end = endOfType(reader, 0);
  return end !== null && reader.ahead(end).type === '.' && reader.ahead(end + 1).type === 'class';
}

function classLiteral(
  reader: TokenReader,
  type: ClassLiteralExpression['type'],
  position: { line: number; column: number }
): ClassLiteralExpression {
  reader.expect('.');
  reader.expect('class');
  return { kind: 'classLiteral', type, ...position };
}
