/**
 * Types as values at run time: what `Type`, casts, `instanceof`, collections and JSON work with. One object per type:
 * platform types for the whole process, sObject types per schema, compiled types per program; compare with `===`.
 */
import type { ObjectDefinition } from '../../schema/model';
import type { PlatformTypeDeclaration } from '../../declarations/define';
import type { ClassInfo, RuntimeTypeKind, RuntimeType as PlatformRuntimeType } from '../../values/runtime-type';
import type { ClassMetadata } from './class-metadata';

/** How types relate to values and to each other; `instance-of.ts`, which needs the types themselves, tells it. */
interface TypeRelations {
  isInstance(value: unknown, type: RuntimeType): boolean;
  isAssignable(from: RuntimeType, to: RuntimeType): boolean;
}

let relations: TypeRelations;

/** Tells types how they relate; done once, when the runtime is loaded. */
export function setTypeRelations(known: TypeRelations): void {
  relations = known;
}

/**
 * One type. Kinds: `object` is Object; `sobject` is one object, or SObject itself when `object` is undefined; `class`,
 * `interface`, `enum`, `exception` are compiled types (`metadata` is set) or the platform's (`platform` is set).
 */
export class RuntimeType implements PlatformRuntimeType {
  /**
   * As Apex prints it: `Map<Id,Account>`, `Outer.Inner`, `Schema.SObjectType`; of the types of `System` only exceptions
   * have their namespace in front.
   */
  readonly name: string;
  readonly kind: RuntimeTypeKind;
  readonly typeArguments: readonly RuntimeType[];
  /** The declaration of a platform type that the local org models. */
  platform: PlatformTypeDeclaration | undefined;
  /** What a compiled type is made of; set once its program is loaded. */
  metadata: ClassMetadata | undefined;
  /** What JSON, `Type` and printing need of a compiled type. */
  classInfo?: ClassInfo;
  /** The object of a concrete sObject type. */
  readonly object: ObjectDefinition | undefined;
  /** The JavaScript class of its instances, where there is one. */
  javaScriptClass: (abstract new (...parameters: never[]) => unknown) | undefined;

  constructor(
    name: string,
    kind: RuntimeTypeKind,
    typeArguments: readonly RuntimeType[] = [],
    object?: ObjectDefinition
  ) {
    this.name = name;
    this.kind = kind;
    this.typeArguments = typeArguments;
    this.object = object;
  }

  /** `value instanceof type`: never true for null. */
  isInstance(value: unknown): boolean {
    return relations.isInstance(value, this);
  }

  /** `Type.isAssignableFrom`. */
  isAssignableFrom(source: PlatformRuntimeType): boolean {
    return relations.isAssignable(source as RuntimeType, this);
  }

  toString(): string {
    return this.name;
  }
}

const collections = new Map<string, RuntimeType>();
const sobjects = new WeakMap<ObjectDefinition, RuntimeType>();
const identities = new WeakMap<RuntimeType, number>();
let nextIdentity = 1;

const primitive = (name: string): RuntimeType => new RuntimeType(name, 'primitive');

export const OBJECT = new RuntimeType('Object', 'object');
export const VOID = new RuntimeType('void', 'primitive');
export const STRING = primitive('String');
export const ID = primitive('Id');
export const INTEGER = primitive('Integer');
export const LONG = primitive('Long');
export const DOUBLE = primitive('Double');
export const DECIMAL = primitive('Decimal');
export const BOOLEAN = primitive('Boolean');
export const DATE = primitive('Date');
export const DATETIME = primitive('Datetime');
export const TIME = primitive('Time');
export const BLOB = primitive('Blob');
export const SOBJECT = new RuntimeType('SObject', 'sobject');

/** The primitive types by lower-case name, with Object and SObject. */
export const BUILT_IN_TYPES: ReadonlyMap<string, RuntimeType> = new Map(
  [OBJECT, STRING, ID, INTEGER, LONG, DOUBLE, DECIMAL, BOOLEAN, DATE, DATETIME, TIME, BLOB, SOBJECT, VOID].map(
    (type) => [type.name.toLowerCase(), type]
  )
);

/** `List<element>`. */
export function listOf(element: RuntimeType): RuntimeType {
  return collection('List', 'list', [element]);
}

/** `Map<key,value>`. */
export function mapOf(key: RuntimeType, value: RuntimeType): RuntimeType {
  return collection('Map', 'map', [key, value]);
}

/** The type of the records of one object. */
export function sobjectTypeOf(object: ObjectDefinition): RuntimeType {
  let type = sobjects.get(object);
  if (!type) {
    type = new RuntimeType(object.name, 'sobject', [], object);
    sobjects.set(object, type);
  }
  return type;
}

/** The type of a platform declaration: built-in types are the constants of this file. */
export function platformRuntimeType(
  declaration: PlatformTypeDeclaration,
  typeArguments: readonly RuntimeType[] = []
): RuntimeType {
  const name = declaration.name.toLowerCase();
  if (declaration.namespace === 'System') {
    const builtIn = BUILT_IN_TYPES.get(name);
    if (builtIn) return withDeclaration(builtIn, declaration);
    if (name === 'list' || name === 'set' || name === 'map') {
      return withDeclaration(collection(declaration.name, name, typeArguments), declaration);
    }
  }
  const kind = kindOf(declaration);
  const isPlain = declaration.namespace === 'System' && kind !== 'exception';
  const prefix = isPlain ? '' : `${declaration.namespace}.`;
  return withDeclaration(collection(prefix + declaration.name, kind, typeArguments), declaration);
}

function kindOf(declaration: PlatformTypeDeclaration): RuntimeTypeKind {
  if (declaration.name === 'Exception' || declaration.extends?.endsWith('Exception')) return 'exception';
  return declaration.kind;
}

function withDeclaration(type: RuntimeType, declaration: PlatformTypeDeclaration): RuntimeType {
  type.platform ??= declaration;
  type.javaScriptClass ??= declaration.javaScriptClass;
  return type;
}

function collection(name: string, kind: RuntimeTypeKind, typeArguments: readonly RuntimeType[]): RuntimeType {
  const key = [name, ...typeArguments.map(identityOf)].join(' ');
  let type = collections.get(key);
  if (!type) {
    const suffix = typeArguments.length ? `<${typeArguments.map((argument) => argument.name).join(',')}>` : '';
    type = new RuntimeType(name + suffix, kind, typeArguments);
    collections.set(key, type);
  }
  return type;
}

/** Two programs or schemas may have types of one name, so collections of them are told apart by identity. */
function identityOf(type: RuntimeType): number {
  let identity = identities.get(type);
  if (identity === undefined) {
    identity = nextIdentity++;
    identities.set(type, identity);
  }
  return identity;
}
