/** Members of classes, interfaces, triggers and scripts. */
import type {
  Accessor,
  ConstructorDeclaration,
  FieldDeclaration,
  MethodDeclaration,
  Modifier,
  Parameter,
  PropertyDeclaration,
  TypeReference
} from '../ast';
import { readModifiers, type Modifiers } from './modifiers';
import { readBlock, readDeclarators } from './statements';
import { cannotBeVoid } from './syntax-error';
import type { Token } from './token';
import type { TokenReader } from './token-reader';
import { readType } from './types';
import { canBeName } from './words';

/** Name, place and modifiers of a declaration. */
export function declared(
  { text: name, line, column }: Token,
  { modifiers, annotations }: Modifiers
): Modifiers & { name: string; line: number; column: number } {
  return { name, modifiers, annotations, line, column };
}

/** Reads what stands behind modifiers: a method, a property, or variables, of which there can be several. */
export function readMember(
  reader: TokenReader,
  modifiers: Modifiers
): (FieldDeclaration | PropertyDeclaration | MethodDeclaration)[] {
  const { position } = reader;
  const type = readReturnType(reader);
  const follows = reader.ahead(1).type;
  if (!type && canBeName(reader.type) && follows !== '(') {
    throw cannotBeVoid(follows === '{' ? 'Properties' : 'Variables', position);
  }
  if (!type || follows === '(') return [readMethod(reader, modifiers, type)];
  return follows === '{' ? [readProperty(reader, modifiers, type)] : readFields(reader, modifiers, type);
}

/** Reads a method without a body, as interfaces have it. */
export function readInterfaceMethod(reader: TokenReader): MethodDeclaration {
  const modifiers = readModifiers(reader);
  const head = readMethodHead(reader, modifiers, readReturnType(reader));
  reader.expect(';');
  return head;
}

/** Reads a constructor, the modifiers of which were read. */
export function readConstructor(reader: TokenReader, modifiers: Modifiers): ConstructorDeclaration {
  const name = reader.name();
  const parameters = readParameters(reader);
  return { kind: 'constructor', ...declared(name, modifiers), parameters, body: readBlock(reader) };
}

/** Null stands for `void`. */
function readReturnType(reader: TokenReader): TypeReference | null {
  return reader.take('void') ? null : readType(reader);
}

function readMethod(reader: TokenReader, modifiers: Modifiers, type: TypeReference | null): MethodDeclaration {
  const head = readMethodHead(reader, modifiers, type);
  return reader.take(';') ? head : { ...head, body: readBlock(reader) };
}

function readMethodHead(
  reader: TokenReader,
  modifiers: Modifiers,
  returnType: TypeReference | null
): MethodDeclaration {
  const name = reader.name();
  return { kind: 'method', ...declared(name, modifiers), returnType, parameters: readParameters(reader), body: null };
}

function readParameters(reader: TokenReader): Parameter[] {
  reader.expect('(');
  const parameters = reader.type === ')' ? [] : reader.list(() => readParameter(reader));
  reader.expect(')');
  return parameters;
}

function readParameter(reader: TokenReader): Parameter {
  const modifiers = readModifiers(reader);
  if (reader.type === 'void') throw cannotBeVoid('Parameters', reader.position);
  const type = readType(reader);
  return { kind: 'parameter', ...declared(reader.name(), modifiers), type };
}

function readFields(reader: TokenReader, modifiers: Modifiers, type: TypeReference): FieldDeclaration[] {
  const declarators = readDeclarators(reader);
  reader.expect(';');
  return declarators.map((declarator) => ({ kind: 'field', ...modifiers, ...declarator, type }));
}

function readProperty(reader: TokenReader, modifiers: Modifiers, type: TypeReference): PropertyDeclaration {
  const head = declared(reader.name(), modifiers);
  const property: PropertyDeclaration = { kind: 'property', ...head, type, getter: null, setter: null };
  reader.expect('{');
  do readAccessor(reader, property);
  while (!reader.take('}'));
  return property;
}

function readScopes(reader: TokenReader): Modifier[] {
  return /^(?:global|public|protected|private)$/.test(reader.type) ? [reader.next().type as Modifier] : [];
}

function readAccessor(reader: TokenReader, property: PropertyDeclaration): void {
  const { position } = reader;
  const modifiers = readScopes(reader);
  const which = reader.type;
  if (which !== 'get' && which !== 'set') return reader.unexpected();
  if (which === 'get' ? property.getter : property.setter) reader.expect('}');
  reader.next();
  const accessor: Accessor = { modifiers, body: reader.take(';') ? null : readBlock(reader), ...position };
  if (which === 'get') property.getter = accessor;
  else property.setter = accessor;
}
