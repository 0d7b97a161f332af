/** References to types, and where a text could be one. */
import type { TypeReference, TypeReferencePart } from '../ast';
import type { Token } from './token';
import type { TokenReader } from './token-reader';
import { canBeMemberName, canBeTypeName } from './words';

/** Reads a type as written in a declaration, cast or class literal. */
export function readType(reader: TokenReader): TypeReference {
  const { position } = reader;
  const parts = readParts(reader, readTypeName);
  return { kind: 'typeReference', parts, arrayDepth: readBrackets(reader), ...position };
}

/** Reads a comma-separated list of types. */
export function readTypes(reader: TokenReader): TypeReference[] {
  return reader.list(() => readType(reader));
}

/** Reads the type behind `new`, of which any word can be a part; brackets belong to what is created. */
export function readCreatedType(reader: TokenReader): TypeReference {
  const { position } = reader;
  return { kind: 'typeReference', parts: readParts(reader, (from) => from.memberName()), arrayDepth: 0, ...position };
}

/** Reads a plain dotted name that stands for a type. */
export function readNamedType(reader: TokenReader): TypeReference {
  const { position } = reader;
  const parts = readDottedName(reader).map((name) => ({ name, typeArguments: [] }));
  return { kind: 'typeReference', parts, arrayDepth: 0, ...position };
}

/** Reads names with dots between them. */
export function readDottedName(reader: TokenReader): string[] {
  const names = [reader.name().text];
  while (reader.take('.')) names.push(reader.name().text);
  return names;
}

function readParts(reader: TokenReader, readName: (reader: TokenReader) => Token): TypeReferencePart[] {
  const parts = [readPart(reader, readName)];
  while (reader.type === '.' && canBeMemberName(reader.ahead(1).type) && reader.ahead(1).type !== 'class') {
    reader.next();
    parts.push(readPart(reader, readName));
  }
  return parts;
}

function readPart(reader: TokenReader, readName: (reader: TokenReader) => Token): TypeReferencePart {
  const name = readName(reader).text;
  if (!reader.take('<')) return { name, typeArguments: [] };
  const typeArguments = readTypes(reader);
  reader.expect('>');
  return { name, typeArguments };
}

function readTypeName(reader: TokenReader): Token {
  return canBeTypeName(reader.type) ? reader.next() : reader.unexpected();
}

function readBrackets(reader: TokenReader): number {
  let depth = 0;
  for (; reader.type === '[' && reader.ahead(1).type === ']'; depth += 1) {
    reader.next();
    reader.next();
  }
  return depth;
}

/**
 * How far the tokens from a distance on look like a type.
 * @returns the distance of the first token behind them; null if they do not
 */
export function endOfType(reader: TokenReader, distance: number): number | null {
  let end = endOfPart(reader, distance);
  while (end !== null && reader.ahead(end).type === '.' && canBeTypeName(reader.ahead(end + 1).type)) {
    end = endOfPart(reader, end + 1);
  }
  return end === null ? null : endOfBrackets(reader, end);
}

function endOfPart(reader: TokenReader, distance: number): number | null {
  if (!canBeTypeName(reader.ahead(distance).type)) return null;
  return reader.ahead(distance + 1).type === '<' ? endOfTypeArguments(reader, distance + 1) : distance + 1;
}

function endOfTypeArguments(reader: TokenReader, open: number): number | null {
  let end = endOfType(reader, open + 1);
  while (end !== null && reader.ahead(end).type === ',') end = endOfType(reader, end + 1);
  return end !== null && reader.ahead(end).type === '>' ? end + 1 : null;
}

function endOfBrackets(reader: TokenReader, distance: number): number {
  let end = distance;
  while (reader.ahead(end).type === '[' && reader.ahead(end + 1).type === ']') end += 2;
  return end;
}
