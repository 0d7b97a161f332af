/** `new` expressions. */
import type { Expression, NamedArgument, NewMapExpression, Position, TypeReference } from '../ast';
import type { TokenReader } from './token-reader';
import { readCreatedType } from './types';
import { canBeName } from './words';

/** Creators are expressions with expressions in them, so they are handed their reader. */
type ReadExpression = (reader: TokenReader) => Expression;

/** Reads `new` and what it makes. */
export function readCreator(reader: TokenReader, readExpression: ReadExpression): Expression {
  const { line, column } = reader.expect('new');
  const type = readCreatedType(reader);
  const at = { line, column };
  switch (reader.type) {
    case '(':
      return readObject(reader, type, at, readExpression);
    case '[':
      return readArray(reader, type, at, readExpression);
    case '{':
      return readCollection(reader, type, at, readExpression);
    default:
      return reader.unexpected();
  }
}

function readObject(
  reader: TokenReader,
  type: TypeReference,
  at: Position,
  readExpression: ReadExpression
): Expression {
  reader.expect('(');
  const found = reader.type === ')' ? [] : reader.list(() => readArgument(reader, readExpression));
  reader.expect(')');
  const fields = found.flatMap(({ field }) => field ?? []);
  if (fields.length > 0 && fields.length === found.length) return { kind: 'newNamed', type, fields, ...at };
  return { kind: 'newObject', type, arguments: found.map(({ value }) => value), ...at };
}

interface Argument {
  readonly value: Expression;
  /** Null unless the argument has the form `Name = value`. */
  readonly field: NamedArgument | null;
}

function readArgument(reader: TokenReader, readExpression: ReadExpression): Argument {
  const isNamed = canBeName(reader.type) && reader.ahead(1).type === '=';
  const value = readExpression(reader);
  if (!isNamed || value.kind !== 'assignment' || value.target.kind !== 'name') return { value, field: null };
  const { name, line, column } = value.target;
  return { value, field: { name, value: value.value, line, column } };
}

function readArray(
  reader: TokenReader,
  element: TypeReference,
  at: Position,
  readExpression: ReadExpression
): Expression {
  const type = { ...element, arrayDepth: element.arrayDepth + 1 };
  reader.expect('[');
  if (reader.take(']')) {
    const nested = { ...type, arrayDepth: type.arrayDepth + readMoreBrackets(reader) };
    return { kind: 'newCollection', type: nested, elements: readElements(reader, readExpression), ...at };
  }
  const size = readExpression(reader);
  reader.expect(']');
  return { kind: 'newArray', type, size, ...at };
}

/** `[]` behind the first one: `new Integer[][] {}`. @returns how many there are */
function readMoreBrackets(reader: TokenReader): number {
  let depth = 0;
  for (; reader.type === '[' && reader.ahead(1).type === ']'; depth += 1) {
    reader.expect('[');
    reader.expect(']');
  }
  return depth;
}

/** The elements of an array, behind the last of which can be a comma. */
function readElements(reader: TokenReader, readExpression: ReadExpression): Expression[] {
  const elements: Expression[] = [];
  if (!reader.take('{')) return elements;
  while (reader.type !== '}') {
    elements.push(readExpression(reader));
    if (!reader.take(',')) break;
  }
  reader.expect('}');
  return elements;
}

function readCollection(
  reader: TokenReader,
  type: TypeReference,
  at: Position,
  readExpression: ReadExpression
): Expression {
  reader.expect('{');
  if (reader.take('}')) return { kind: 'newCollection', type, elements: [], ...at };
  const first = readExpression(reader);
  if (reader.type === '=>') return { kind: 'newMap', type, entries: readEntries(reader, first, readExpression), ...at };
  const elements = [first];
  while (reader.take(',')) elements.push(readExpression(reader));
  reader.expect('}');
  return { kind: 'newCollection', type, elements, ...at };
}

function readEntries(
  reader: TokenReader,
  firstKey: Expression,
  readExpression: ReadExpression
): NewMapExpression['entries'] {
  reader.expect('=>');
  const entries = [{ key: firstKey, value: readExpression(reader) }];
  while (reader.take(',')) {
    const key = readExpression(reader);
    reader.expect('=>');
    entries.push({ key, value: readExpression(reader) });
  }
  reader.expect('}');
  return entries;
}
