/** Statements. */
import type {
  BlockStatement,
  CatchClause,
  ExpressionStatement,
  IfStatement,
  LocalVariablesStatement,
  Position,
  ReturnStatement,
  RunAsStatement,
  Statement,
  TryStatement,
  VariableDeclarator
} from '../ast';
import { readDml } from './dml';
import { readArguments, readCondition, readExpression } from './expressions';
import { readDoWhile, readFor, readWhile } from './loops';
import { isModifier, readModifiers } from './modifiers';
import { readSwitch } from './switches';
import { ApexSyntaxError, cannotBeVoid } from './syntax-error';
import type { TokenReader } from './token-reader';
import { endOfType, readNamedType, readType } from './types';
import { canBeName } from './words';

type ReadStatement = (reader: TokenReader) => Statement;

const loops = { readStatement, readBlock, readVariables };

const byFirstWord: Readonly<Record<string, ReadStatement>> = {
  '{': readBlock,
  if: readIf,
  for: (reader) => readFor(reader, loops),
  while: (reader) => readWhile(reader, loops),
  do: (reader) => readDoWhile(reader, loops),
  try: readTry,
  return: readReturn,
  throw: readThrow,
  break: (reader) => readWord(reader, 'break'),
  continue: (reader) => readWord(reader, 'continue'),
  insert: readDml,
  update: readDml,
  upsert: readDml,
  delete: readDml,
  undelete: readDml,
  merge: readDml
};

/** Reads one statement. */
export function readStatement(reader: TokenReader): Statement {
  const byWord = byFirstWord[reader.type];
  if (byWord) return byWord(reader);
  if (reader.type === 'switch' && reader.ahead(1).type === 'on') return readSwitch(reader, readBlock);
  if (isRunAs(reader)) return readRunAs(reader);
  if (isVariables(reader)) return readVariablesStatement(reader);
  return readExpressionStatement(reader);
}

/** Reads a block. */
export function readBlock(reader: TokenReader): BlockStatement {
  const { position } = reader;
  reader.expect('{');
  const statements: Statement[] = [];
  while (reader.type !== '}' && reader.type !== 'end of file') statements.push(readStatement(reader));
  const end = reader.expect('}');
  return { kind: 'block', statements, ...position, endLine: end.line, endColumn: end.column };
}

/** Reads the names behind a type, with what they start as. */
export function readDeclarators(reader: TokenReader): VariableDeclarator[] {
  return reader.list(() => {
    const { text: name, line, column } = reader.name();
    return { name, line, column, initializer: reader.take('=') ? readExpression(reader) : null };
  });
}

/** Whether a declaration of variables is to come: a modifier, or a type with a name behind it. */
export function isVariables(reader: TokenReader): boolean {
  if (isModifier(reader) || (reader.type === 'void' && canBeName(reader.ahead(1).type))) return true;
  const end = endOfType(reader, 0);
  return end !== null && canBeName(reader.ahead(end).type);
}

/** Reads variables up to what ends their declaration. */
export function readVariables(reader: TokenReader): LocalVariablesStatement {
  const { position } = reader;
  const modifiers = readModifiers(reader);
  if (reader.type === 'void') throw cannotBeVoid('Variables', reader.position);
  const type = readType(reader);
  return { kind: 'localVariables', ...modifiers, type, variables: readDeclarators(reader), ...position };
}

function readVariablesStatement(reader: TokenReader): LocalVariablesStatement {
  const variables = readVariables(reader);
  reader.expect(';');
  return variables;
}

/** What has an effect, and so can be a statement. */
const effects: ReadonlySet<string> = new Set([
  ...['assignment', 'postfix', 'methodCall', 'constructorCall', 'newObject', 'newNamed'],
  ...['newCollection', 'newMap', 'newArray']
]);

function readExpressionStatement(reader: TokenReader): ExpressionStatement {
  const { position } = reader;
  const expression = readExpression(reader);
  const isStep = expression.kind === 'unary' && /^(?:\+\+|--)$/.test(expression.operator);
  if (!effects.has(expression.kind) && !isStep) {
    throw new ApexSyntaxError('Expression cannot be a statement.', position);
  }
  reader.expect(';');
  return { kind: 'expression', expression, ...position };
}

function readIf(reader: TokenReader): IfStatement {
  const { position } = reader;
  reader.expect('if');
  const condition = readCondition(reader);
  const then = readStatement(reader);
  return { kind: 'if', condition, then, otherwise: reader.take('else') ? readStatement(reader) : null, ...position };
}

function readReturn(reader: TokenReader): ReturnStatement {
  const { position } = reader;
  reader.expect('return');
  const value = reader.type === ';' ? null : readExpression(reader);
  reader.expect(';');
  return { kind: 'return', value, ...position };
}

function readThrow(reader: TokenReader): Statement {
  const { position } = reader;
  reader.expect('throw');
  const value = readExpression(reader);
  reader.expect(';');
  return { kind: 'throw', value, ...position };
}

function readWord(reader: TokenReader, kind: 'break' | 'continue'): Statement {
  const { position } = reader;
  reader.expect(kind);
  reader.expect(';');
  return { kind, ...position };
}

function readTry(reader: TokenReader): TryStatement {
  const { position } = reader;
  reader.expect('try');
  const body = readBlock(reader);
  const catches: CatchClause[] = [];
  while (reader.type === 'catch') catches.push(readCatch(reader));
  const last = reader.take('finally') ? readBlock(reader) : null;
  if (!last && catches.length === 0) throw tryAlone(position);
  return { kind: 'try', body, catches, finally: last, ...position };
}

function tryAlone(position: Position): ApexSyntaxError {
  return new ApexSyntaxError('Try block must have at least one catch block or a finally block', position);
}

function readCatch(reader: TokenReader): CatchClause {
  const { position } = reader;
  reader.expect('catch');
  reader.expect('(');
  readModifiers(reader);
  const type = readNamedType(reader);
  const { text: name, line, column } = reader.name();
  reader.expect(')');
  return { type, variable: { name, line, column }, body: readBlock(reader), ...position };
}

/** `System.runAs(user) { }`: the one call with a block behind it. */
function isRunAs(reader: TokenReader): boolean {
  return (
    reader.type === 'system' &&
    reader.ahead(1).type === '.' &&
    reader.ahead(2).text.toLowerCase() === 'runas' &&
    reader.ahead(3).type === '('
  );
}

function readRunAs(reader: TokenReader): RunAsStatement {
  const { position } = reader;
  for (let word = 0; word < 3; word += 1) reader.next();
  return { kind: 'runAs', arguments: readArguments(reader), body: readBlock(reader), ...position };
}
