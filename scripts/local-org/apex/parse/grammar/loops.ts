/** Loops. */
import type {
  BlockStatement,
  DoWhileStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  LocalVariablesStatement,
  Position,
  Statement,
  WhileStatement
} from '../ast';
import { readCondition, readExpression } from './expressions';
import { isModifier } from './modifiers';
import type { TokenReader } from './token-reader';
import { endOfType, readType } from './types';
import { canBeName } from './words';

/** Loops are statements with statements in them, so they are handed their readers. */
interface Readers {
  readStatement(reader: TokenReader): Statement;
  readBlock(reader: TokenReader): BlockStatement;
  readVariables(reader: TokenReader): LocalVariablesStatement;
}

/** Reads `for (...) body`, over a range or over a collection. */
export function readFor(reader: TokenReader, readers: Readers): ForStatement | ForEachStatement {
  const { position } = reader;
  reader.expect('for');
  reader.expect('(');
  return isForEach(reader) ? readForEach(reader, position, readers) : readForRange(reader, position, readers);
}

/** Reads `while (...) body`. */
export function readWhile(reader: TokenReader, readers: Readers): WhileStatement {
  const { position } = reader;
  reader.expect('while');
  const condition = readCondition(reader);
  return { kind: 'while', condition, body: readBody(reader, readers), ...position };
}

/** Reads `do { } while (...);`. */
export function readDoWhile(reader: TokenReader, readers: Readers): DoWhileStatement {
  const { position } = reader;
  reader.expect('do');
  const body = readers.readBlock(reader);
  reader.expect('while');
  const condition = readCondition(reader);
  reader.expect(';');
  return { kind: 'doWhile', condition, body, ...position };
}

function readBody(reader: TokenReader, { readStatement }: Readers): Statement | null {
  return reader.take(';') ? null : readStatement(reader);
}

function isForEach(reader: TokenReader): boolean {
  const end = endOfType(reader, 0);
  return end !== null && canBeName(reader.ahead(end).type) && reader.ahead(end + 1).type === ':';
}

function readForEach(reader: TokenReader, at: Position, readers: Readers): ForEachStatement {
  const type = readType(reader);
  const { text: name, line, column } = reader.name();
  reader.expect(':');
  const iterable = readExpression(reader);
  reader.expect(')');
  return { kind: 'forEach', type, variable: { name, line, column }, iterable, body: readBody(reader, readers), ...at };
}

function readForRange(reader: TokenReader, at: Position, readers: Readers): ForStatement {
  const initializer = readInitializer(reader, readers);
  reader.expect(';');
  const condition = reader.type === ';' ? null : readExpression(reader);
  reader.expect(';');
  const update = reader.type === ')' ? [] : readExpressions(reader);
  reader.expect(')');
  return { kind: 'for', initializer, condition, update, body: readBody(reader, readers), ...at };
}

function readInitializer(reader: TokenReader, { readVariables }: Readers): ForStatement['initializer'] {
  if (reader.type === ';') return null;
  const end = endOfType(reader, 0);
  const isDeclaration = isModifier(reader) || (end !== null && canBeName(reader.ahead(end).type));
  return isDeclaration ? readVariables(reader) : readExpressions(reader);
}

function readExpressions(reader: TokenReader): Expression[] {
  return reader.list(() => readExpression(reader));
}
