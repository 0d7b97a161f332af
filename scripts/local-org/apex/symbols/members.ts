/** Finds members by name through super classes, interfaces and platform ancestors. */
import { apexTypeOf } from '../../schema/apex-type';
import type { FieldDefinition } from '../../schema/model';
import { classChain, type ClassSymbol, type FieldSymbol, type MethodSymbol } from './class-symbols';
import { substitute, type PlatformMember } from './platform-table';
import type { Project } from './project';
import { T, type Type } from './types';

/** A platform member seen through a type whose arguments are known. */
export interface PlatformCandidate {
  readonly kind: 'platform';
  readonly member: PlatformMember;
  readonly owner: Type;
  readonly parameters: readonly Type[];
  readonly returnType: Type;
}

/** A method of the project. */
export interface UserCandidate {
  readonly kind: 'user';
  readonly method: MethodSymbol;
  readonly parameters: readonly Type[];
  readonly returnType: Type;
}

export type MethodCandidate = PlatformCandidate | UserCandidate;

/** The user field of this name in a class or its super classes. */
export function findUserField(symbol: ClassSymbol, name: string): FieldSymbol | undefined {
  const lower = name.toLowerCase();
  for (const current of classChain(symbol)) {
    const field = current.fields.get(lower);
    if (field) return field;
  }
  return undefined;
}

/** All methods of this name that a type has, nearest first; an overridden one is left out. */
export function findMethods(project: Project, type: Type, name: string): MethodCandidate[] {
  const all: MethodCandidate[] = [];
  collectMethods(project, type, name.toLowerCase(), all, new Set());
  const found = withoutInterfaces(all, type);
  if (type.symbol?.kind === 'class') {
    collectMethods(project, project.platform.type('System', 'UserObject'), name.toLowerCase(), found, new Set());
  }
  if (type.kind !== 'null' && type.kind !== 'void') addObjectMethods(project, name, found);
  return found;
}

function collectMethods(project: Project, type: Type, name: string, found: MethodCandidate[], seen: Set<Type>): void {
  if (seen.has(type)) return;
  seen.add(type);
  if (type.symbol) collectUserMethods(project, type.symbol, name, found, seen);
  else collectPlatformMethods(project, type, name, found, seen);
}

function collectUserMethods(
  project: Project,
  symbol: ClassSymbol,
  name: string,
  found: MethodCandidate[],
  seen: Set<Type>
): void {
  for (const method of symbol.methods.get(name) ?? []) {
    if (symbol.kind === 'interface' && isObjectsOwn(method)) continue;
    addCandidate(found, {
      kind: 'user',
      method,
      parameters: method.parameters.map((parameter) => parameter.type),
      returnType: method.returnType
    });
  }
  if (symbol.kind === 'enum') return collectEnumMethods(project, name, found);
  if (symbol.superclass) collectMethods(project, symbol.superclass, name, found, seen);
  for (const type of symbol.interfaces) collectMethods(project, type, name, found, seen);
}

/**
 * What a class that can be made has of a name: every method of its interfaces among them, perhaps with wider parameters
 * or a narrower result, so the interfaces themselves are not asked.
 */
function withoutInterfaces(found: MethodCandidate[], { symbol }: Type): MethodCandidate[] {
  if (symbol?.kind !== 'class' || symbol.isAbstract) return found;
  const own = found.filter((candidate) => candidate.kind !== 'user' || candidate.method.owner.kind !== 'interface');
  return own.length > 0 ? own : found;
}

/** `name()`, `ordinal()` … of all enums are declared once, on the platform type `System.Enum`. */
function collectEnumMethods(project: Project, name: string, found: MethodCandidate[]): void {
  collectMethods(project, project.platform.type('System', 'Enum'), name, found, new Set());
}

function collectPlatformMethods(
  project: Project,
  type: Type,
  name: string,
  found: MethodCandidate[],
  seen: Set<Type>
): void {
  const entry = platformEntryOf(project, type);
  if (!entry) return;
  for (const member of entry.membersNamed(name)) {
    if (member.kind === 'method') addCandidate(found, platformCandidate(project, member, type));
  }
  for (const supertype of entry.supertypes) {
    collectMethods(project, substitute(supertype, type, project.types), name, found, seen);
  }
  if (entry.declaration.kind === 'enum') collectEnumMethods(project, name, found);
}

/** The declaration behind a primitive, a record type or a platform type. */
export function platformEntryOf(project: Project, type: Type) {
  if (type.platform) return type.platform;
  if (type.kind === 'primitive') return project.platform.qualified('System', type.name);
  if (type.kind === 'sobject') return project.platform.qualified('System', 'SObject');
  return undefined;
}

/** A platform member with the type arguments of `owner` put in. */
export function platformCandidate(project: Project, member: PlatformMember, owner: Type): PlatformCandidate {
  return {
    kind: 'platform',
    member,
    owner,
    parameters: member.parameters.map((parameter) => substitute(parameter, owner, project.types)),
    returnType: substitute(member.returnType, owner, project.types)
  };
}

function addCandidate(found: MethodCandidate[], candidate: MethodCandidate): void {
  const isHidden = found.some(
    (other) =>
      other.parameters.length === candidate.parameters.length &&
      other.parameters.every((parameter, index) => parameter === candidate.parameters[index])
  );
  if (!isHidden) found.push(candidate);
}

const OBJECT_METHODS = new Map([
  ['tostring', 0],
  ['equals', 1],
  ['hashcode', 0]
]);

/** Whether every object has this method, so that an interface that asks for it asks for nothing. */
export function isObjectMethod(name: string, arity: number): boolean {
  return OBJECT_METHODS.get(name.toLowerCase()) === arity;
}

const OBJECT_RESULTS: ReadonlySet<Type> = new Set([T.boolean, T.integer, T.string]);

/** An interface may ask for an `equals` of its own, which returns something else. */
function isObjectsOwn({ name, parameters, returnType }: MethodSymbol): boolean {
  return isObjectMethod(name, parameters.length) && OBJECT_RESULTS.has(returnType);
}

/** Every object has `equals`, `hashCode` and `toString`. */
function addObjectMethods(project: Project, name: string, found: MethodCandidate[]): void {
  const entry = project.platform.qualified('System', 'Object');
  for (const member of entry?.membersNamed(name) ?? []) {
    if (member.kind === 'method') addCandidate(found, platformCandidate(project, member, T.object));
  }
}

/** A platform property or static constant. */
export interface PlatformProperty {
  readonly getter: PlatformCandidate | undefined;
  readonly setter: PlatformCandidate | undefined;
}

/** The property of this name on a platform type or its ancestors. */
export function findPlatformProperty(
  project: Project,
  type: Type,
  name: string,
  isStatic: boolean
): PlatformProperty | undefined {
  const entry = platformEntryOf(project, type);
  if (!entry) return type.symbol ? findInheritedProperty(project, type.symbol, name, isStatic) : undefined;
  const members = entry.membersNamed(name).filter((member) => member.isStatic === isStatic);
  const getter = members.find((member) => member.kind === 'getter');
  const setter = members.find((member) => member.kind === 'setter');
  if (getter || setter) {
    return {
      getter: getter && platformCandidate(project, getter, type),
      setter: setter && platformCandidate(project, setter, type)
    };
  }
  for (const supertype of entry.supertypes) {
    const inherited = findPlatformProperty(project, substitute(supertype, type, project.types), name, isStatic);
    if (inherited) return inherited;
  }
  return undefined;
}

function findInheritedProperty(
  project: Project,
  symbol: ClassSymbol,
  name: string,
  isStatic: boolean
): PlatformProperty | undefined {
  for (const current of classChain(symbol)) {
    if (current.superclass?.kind === 'platform') {
      return findPlatformProperty(project, current.superclass, name, isStatic);
    }
  }
  return undefined;
}

/** A field or relationship of a record type. */
export type RecordMember =
  | { readonly kind: 'field'; readonly field: FieldDefinition; readonly type: Type }
  | { readonly kind: 'parent'; readonly field: FieldDefinition; readonly name: string; readonly type: Type }
  | { readonly kind: 'children'; readonly name: string; readonly type: Type };

/** Finds a field, parent relationship or child relationship of an object. */
export function findRecordMember(project: Project, type: Type, name: string): RecordMember | undefined {
  const { object } = type;
  if (!object) return undefined;
  const lower = name.toLowerCase();
  const field = object.fields.get(lower);
  if (field) return { kind: 'field', field, type: fieldType(project, field) };
  for (const candidate of object.fields.values()) {
    if (candidate.relationshipName?.toLowerCase() === lower) {
      return {
        kind: 'parent',
        field: candidate,
        name: candidate.relationshipName,
        type: parentType(project, candidate)
      };
    }
  }
  const children = object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === lower);
  if (!children?.relationshipName) return undefined;
  const child = project.sobjectType(children.childObject) ?? T.sobject;
  return { kind: 'children', name: children.relationshipName, type: project.platform.listOf(child) };
}

function parentType(project: Project, field: FieldDefinition): Type {
  const [only, ...others] = field.referenceTo;
  if (!only || others.length > 0) return project.sobjectType('Name') ?? T.sobject;
  return project.sobjectType(only) ?? T.sobject;
}

/** The Apex type of a field's values. */
export function fieldType(project: Project, field: FieldDefinition): Type {
  const name = apexTypeOf(field);
  return PRIMITIVES.get(name) ?? project.platform.type('System', name);
}

const PRIMITIVES: ReadonlyMap<string, Type> = new Map(Object.values(T).map((type) => [type.name, type]));
