/** Whole sources: class files, triggers and anonymous scripts. */
import type {
  AnonymousBlock,
  FieldDeclaration,
  LocalVariablesStatement,
  Statement,
  TriggerDeclaration,
  TriggerEvent,
  TriggerMember,
  TypeDeclaration
} from '../ast';
import { readTypeDeclaration } from './declarations';
import { readMember } from './members';
import { readModifiers } from './modifiers';
import { isVariables, readStatement } from './statements';
import type { TokenType } from './token';
import type { TokenReader } from './token-reader';

/** Reads the one type of a class file. */
export function readCompilationUnit(reader: TokenReader): TypeDeclaration {
  const type = readTypeDeclaration(reader, readModifiers(reader));
  return type && reader.type === 'end of file' ? type : reader.unexpected();
}

/** Reads a trigger file. */
export function readTrigger(reader: TokenReader): TriggerDeclaration {
  reader.expect('trigger');
  const { text: name, line, column } = reader.name();
  reader.expect('on');
  const object = reader.name().text;
  reader.expect('(');
  const events = reader.list(() => readEvent(reader));
  reader.expect(')');
  reader.expect('{');
  const body = readBody(reader, '}');
  reader.expect('}');
  if (reader.type !== 'end of file') reader.unexpected();
  return { kind: 'trigger', name, object, events, ...body, line, column };
}

/** Reads a script for execute anonymous. */
export function readAnonymous(reader: TokenReader): AnonymousBlock {
  return { kind: 'anonymous', ...readBody(reader, 'end of file'), line: 1, column: 1 };
}

function readEvent(reader: TokenReader): TriggerEvent {
  const { position } = reader;
  const time = reader.take('before') ? 'before' : 'after';
  if (time === 'after') reader.expect('after');
  if (!/^(?:insert|update|delete|undelete)$/.test(reader.type)) return reader.unexpected();
  return { time, operation: reader.next().type as TriggerEvent['operation'], ...position };
}

interface Body {
  readonly members: TriggerMember[];
  readonly body: Statement[];
}

function readBody(reader: TokenReader, end: TokenType): Body {
  const found: Body = { members: [], body: [] };
  while (reader.type !== end && reader.type !== 'end of file') readPart(reader, found);
  return found;
}

function readPart(reader: TokenReader, { members, body }: Body): void {
  if (!isDeclaration(reader)) {
    body.push(readStatement(reader));
    return;
  }
  const modifiers = readModifiers(reader);
  const type = readTypeDeclaration(reader, modifiers);
  if (type) members.push(type);
  else sort(readMember(reader, modifiers), members, body);
}

function isDeclaration(reader: TokenReader): boolean {
  return /^(?:void|class|interface|enum)$/.test(reader.type) ? reader.ahead(1).type !== '.' : isVariables(reader);
}

/** A variable of a script runs in its place among the statements; only methods and properties are members. */
function sort(found: ReturnType<typeof readMember>, members: TriggerMember[], body: Statement[]): void {
  const fields = found.filter((member) => member.kind === 'field');
  if (fields.length > 0) body.push(localVariables(fields));
  else members.push(...(found as TriggerMember[]));
}

function localVariables(fields: FieldDeclaration[]): LocalVariablesStatement {
  const { modifiers, annotations, type } = fields[0] as FieldDeclaration;
  const variables = fields.map(({ name, initializer, line, column }) => ({ name, initializer, line, column }));
  return { kind: 'localVariables', modifiers, annotations, type, variables, line: type.line, column: type.column };
}
