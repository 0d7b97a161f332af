/** Classes, interfaces and enums. */
import type {
  ClassDeclaration,
  EnumDeclaration,
  InitializerBlock,
  InterfaceDeclaration,
  Member,
  MethodDeclaration,
  TypeDeclaration
} from '../ast';
import { declared, readConstructor, readInterfaceMethod, readMember } from './members';
import { readModifiers, type Modifiers } from './modifiers';
import { readBlock } from './statements';
import type { TokenReader } from './token-reader';
import { readType, readTypes } from './types';
import { canBeName } from './words';

type ReadType = (reader: TokenReader, modifiers: Modifiers) => TypeDeclaration;

const byFirstWord: Readonly<Record<string, ReadType>> = { class: readClass, interface: readInterface, enum: readEnum };

/** Reads a type, the modifiers of which were read; null when something else is to come. */
export function readTypeDeclaration(reader: TokenReader, modifiers: Modifiers): TypeDeclaration | null {
  return byFirstWord[reader.type]?.(reader, modifiers) ?? null;
}

function readClass(reader: TokenReader, modifiers: Modifiers): ClassDeclaration {
  reader.expect('class');
  const head = declared(reader.name(), modifiers);
  const superclass = reader.take('extends') ? readType(reader) : null;
  const interfaces = reader.take('implements') ? readTypes(reader) : [];
  return { kind: 'class', ...head, superclass, interfaces, members: readClassBody(reader) };
}

function readClassBody(reader: TokenReader): Member[] {
  const members: Member[] = [];
  reader.expect('{');
  while (reader.type !== '}' && reader.type !== 'end of file') {
    if (!reader.take(';')) members.push(...readMembers(reader));
  }
  reader.expect('}');
  return members;
}

function readMembers(reader: TokenReader): Member[] {
  if (isInitializer(reader)) return [readInitializer(reader)];
  const modifiers = readModifiers(reader);
  const type = readTypeDeclaration(reader, modifiers);
  if (type) return [type];
  const isConstructor = canBeName(reader.type) && reader.ahead(1).type === '(';
  return isConstructor ? [readConstructor(reader, modifiers)] : readMember(reader, modifiers);
}

function isInitializer(reader: TokenReader): boolean {
  return reader.type === '{' || (reader.type === 'static' && reader.ahead(1).type === '{');
}

function readInitializer(reader: TokenReader): InitializerBlock {
  const { position } = reader;
  return { kind: 'initializer', static: reader.take('static'), body: readBlock(reader), ...position };
}

function readInterface(reader: TokenReader, modifiers: Modifiers): InterfaceDeclaration {
  reader.expect('interface');
  const head = declared(reader.name(), modifiers);
  const interfaces = reader.take('extends') ? readTypes(reader) : [];
  return { kind: 'interface', ...head, interfaces, methods: readInterfaceBody(reader) };
}

function readInterfaceBody(reader: TokenReader): MethodDeclaration[] {
  const methods: MethodDeclaration[] = [];
  reader.expect('{');
  while (reader.type !== '}' && reader.type !== 'end of file') methods.push(readInterfaceMethod(reader));
  reader.expect('}');
  return methods;
}

function readEnum(reader: TokenReader, modifiers: Modifiers): EnumDeclaration {
  reader.expect('enum');
  const head = declared(reader.name(), modifiers);
  reader.expect('{');
  const constants = reader.type === '}' ? [] : reader.list(() => readConstant(reader));
  reader.expect('}');
  return { kind: 'enum', ...head, constants };
}

function readConstant(reader: TokenReader): EnumDeclaration['constants'][number] {
  const { text: name, line, column } = reader.name();
  return { name, line, column };
}
