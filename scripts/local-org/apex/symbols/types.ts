/**
 * Types as the compiler sees them. Every type is interned in a {@link TypeTable}, so types compare with `===`.
 */
import type { ObjectDefinition } from '../../schema/model';
import type { ClassSymbol } from './class-symbols';
import type { PlatformEntry } from './platform-table';

/**
 * - `primitive`: Object, String, Integer …; `platform`: a declared platform type, collections included
 * - `user`: a class, interface or enum of the project; `sobject`: one object, or SObject (`object` undefined)
 * - `unmodeled`: of the platform but unknown to the local org: fits everywhere, fails when it is reached at run time
 * - `error`: already reported; fits everywhere so that one mistake is one message
 */
export type TypeKind =
  'primitive' | 'platform' | 'user' | 'sobject' | 'null' | 'void' | 'unmodeled' | 'error' | 'parameter';

/** One interned type. */
export interface Type {
  readonly kind: TypeKind;
  /** As Apex prints it. */
  readonly name: string;
  /** Unique among the types of a table, and stable between compilations: see {@link typeDescriptor}. */
  readonly key: string;
  readonly typeArguments: readonly Type[];
  readonly symbol?: ClassSymbol;
  readonly object?: ObjectDefinition;
  readonly platform?: PlatformEntry;
}

/** Names of the types that are not looked up but known. */
export const PRIMITIVE_NAMES = [
  'Object',
  'String',
  'Id',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'Boolean',
  'Date',
  'Datetime',
  'Time',
  'Blob'
] as const;

/** Whether a type of the language that takes no arguments has this name. */
export function isPrimitiveName(name: string): boolean {
  return PRIMITIVE_NAMES.some((primitive) => primitive.toLowerCase() === name.toLowerCase());
}

export type PrimitiveName = (typeof PRIMITIVE_NAMES)[number];

const make = (kind: TypeKind, name: string, key: string, more: Partial<Type> = {}): Type => ({
  kind,
  name,
  key,
  typeArguments: [],
  ...more
});

const primitive = (name: PrimitiveName): Type => make('primitive', name, name);

/** The types that exist once for all compilations. */
export const T = {
  object: primitive('Object'),
  string: primitive('String'),
  id: primitive('Id'),
  integer: primitive('Integer'),
  long: primitive('Long'),
  double: primitive('Double'),
  decimal: primitive('Decimal'),
  boolean: primitive('Boolean'),
  date: primitive('Date'),
  datetime: primitive('Datetime'),
  time: primitive('Time'),
  blob: primitive('Blob'),
  sobject: make('sobject', 'SObject', 's:'),
  null: make('null', 'null', 'null'),
  void: make('void', 'void', 'void'),
  error: make('error', '<error>', 'error')
} as const;

/** Interns the types of one compilation. */
export class TypeTable {
  private readonly interned = new Map<string, Type>();

  /** A platform type that is declared. */
  platform(entry: PlatformEntry, typeArguments: readonly Type[] = []): Type {
    const known = builtIn(entry);
    if (known) return known;
    const prefix = entry.declaration.namespace === 'System' ? '' : `${entry.declaration.namespace}.`;
    const key = `p:${entry.qualifiedName}${keySuffix(typeArguments)}`;
    const name = `${prefix}${entry.declaration.name}${nameSuffix(typeArguments)}`;
    return this.intern(key, () => make('platform', name, key, { typeArguments, platform: entry }));
  }

  /** A type of the project. */
  user(symbol: ClassSymbol): Type {
    const key = `u:${symbol.fullName}`;
    return this.intern(key, () => make('user', symbol.fullName, key, { symbol }));
  }

  /** The type of one object's records. */
  sobject(object: ObjectDefinition): Type {
    const key = `s:${object.name}`;
    return this.intern(key, () => make('sobject', object.name, key, { object }));
  }

  /** A platform type that the local org does not know. */
  unmodeled(name: string): Type {
    const key = `x:${name}`;
    return this.intern(key, () => make('unmodeled', name, key));
  }

  /** `T` in the declaration of a generic platform type. */
  parameter(name: string): Type {
    const key = `t:${name}`;
    return this.intern(key, () => make('parameter', name, key));
  }

  private intern(key: string, create: () => Type): Type {
    let type = this.interned.get(key);
    if (!type) {
      type = create();
      this.interned.set(key, type);
    }
    return type;
  }
}

function builtIn(entry: PlatformEntry): Type | undefined {
  if (entry.declaration.namespace !== 'System') return undefined;
  const name = entry.declaration.name.toLowerCase();
  return name in T && name !== 'null' && name !== 'void' && name !== 'error' ? T[name as keyof typeof T] : undefined;
}

function keySuffix(typeArguments: readonly Type[]): string {
  return typeArguments.length ? `<${typeArguments.map((argument) => argument.key).join(',')}>` : '';
}

function nameSuffix(typeArguments: readonly Type[]): string {
  return typeArguments.length ? `<${typeArguments.map((argument) => argument.name).join(',')}>` : '';
}

/** The text by which emitted code and metadata name a type; the loader reads it (runtime/type-descriptor.ts). */
export function typeDescriptor(type: Type): string {
  return type.kind === 'unmodeled' || type.kind === 'error' || type.kind === 'null' ? 'Object' : type.key;
}

/** Types of System that messages name without their namespace. */
const SHORT: ReadonlySet<string> = new Set(['List', 'Set', 'Map', 'Exception']);

/** A type as messages of the compiler write it: `List<String>`, but `System.Http`. */
export function told(type: Type): string {
  if (type === T.null) return 'NULL';
  const { platform, name, typeArguments } = type;
  if (!platform) return name;
  const simple = platform.declaration.name;
  const written = SHORT.has(simple) && platform.declaration.namespace === 'System' ? simple : platform.qualifiedName;
  return typeArguments.length > 0 ? `${written}<${typeArguments.map(told).join(',')}>` : written;
}

const isSystem = (type: Type, name: string): boolean => type.platform?.qualifiedName === `System.${name}`;

export const isList = (type: Type): boolean => isSystem(type, 'List');
export const isSet = (type: Type): boolean => isSystem(type, 'Set');
export const isMap = (type: Type): boolean => isSystem(type, 'Map');
export const isCollection = (type: Type): boolean => isList(type) || isSet(type) || isMap(type);
export const isSObject = (type: Type): boolean => type.kind === 'sobject';

/** Whether the type is known to be wrong or not modelled, so that nothing more can be said about it. */
export const isUnknown = (type: Type): boolean => type.kind === 'error' || type.kind === 'unmodeled';

const NUMERIC_ORDER: readonly Type[] = [T.integer, T.long, T.double, T.decimal];

/** Position in the widening order Integer, Long, Double, Decimal; -1 for anything else. */
export function numericRank(type: Type): number {
  return NUMERIC_ORDER.indexOf(type);
}

export const isNumeric = (type: Type): boolean => numericRank(type) >= 0;
export const isText = (type: Type): boolean => type === T.string || type === T.id;
export const isEnum = (type: Type): boolean =>
  type.symbol?.kind === 'enum' || type.platform?.declaration.kind === 'enum';
