/**
 * Types as running Apex sees them: what a collection was declared with, what `instanceof`, JSON and `Type` ask.
 * The compiler knows the user's types and tells this file how to find a type by name ({@link setRuntimeTypeResolver}).
 */

/** What sort of type it is. */
export type RuntimeTypeKind =
  | 'primitive'
  | 'object'
  | 'list'
  | 'set'
  | 'map'
  | 'iterator'
  | 'sobject'
  | 'enum'
  | 'class'
  | 'interface'
  | 'exception'
  | 'platform';

/** One instance field of a compiled class. */
export interface RuntimeField {
  readonly name: string;
  readonly type: RuntimeType;
  readonly isTransient: boolean;
  get(instance: object): unknown;
  set(instance: object, value: unknown): void;
  /** What is kept, without the code of a property's accessors: jobs are stored so. */
  stored(instance: object): unknown;
  store(instance: object, value: unknown): void;
}

/** What JSON, `Type` and printing need of a compiled class. */
export interface ClassInfo {
  /** Instance fields and automatic properties, inherited ones first. */
  readonly fields: readonly RuntimeField[];
  readonly superType: RuntimeType | null;
  readonly isAbstract: boolean;
  /** Whether `@JsonAccess` keeps instances from being written to JSON, or read from it. */
  readonly isKeptFromJson?: { readonly serializable: boolean; readonly deserializable: boolean };
  /** Constants of an enum, in order. */
  readonly constants?: readonly unknown[];
  /** An instance whose fields are null: neither initialisers nor a constructor have run. */
  allocate(): object;
  /** An instance made by the constructor without parameters. */
  construct(): unknown;
}

/** A type at run time; one object per type. */
export interface RuntimeType {
  /** As Apex prints it, e.g. `Map<Id,Account>`. */
  readonly name: string;
  readonly kind: RuntimeTypeKind;
  readonly typeArguments: readonly RuntimeType[];
  readonly classInfo?: ClassInfo;
  /** Where a platform type is declared. */
  readonly platform?: { readonly namespace: string; readonly members?: Readonly<Record<string, unknown>> };
  /** The JavaScript class of a platform type's instances. */
  readonly javaScriptClass?: unknown;
  isInstance(value: unknown): boolean;
  /** Whether every value of `source` may be assigned to a variable of this type. */
  isAssignableFrom?(source: RuntimeType): boolean;
}

/** Finds a type by its printed name; undefined when there is none. */
export type RuntimeTypeResolver = (name: string) => RuntimeType | undefined;

const cache = new Map<string, RuntimeType>();
let resolver: RuntimeTypeResolver = structuralType;

/** Tells the platform how types are found; the compiler's runtime does so once, when it is loaded. */
export function setRuntimeTypeResolver(resolve: RuntimeTypeResolver): void {
  resolver = resolve;
  cache.clear();
}

/**
 * The type of this name, for platform code that makes collections (`List<String>`).
 * @throws Error when the type does not exist, which is a mistake in the local org itself
 */
export function runtimeType(name: string): RuntimeType {
  let type = cache.get(name);
  if (type) return type;
  type = resolver(name);
  if (!type) throw new Error(`No type ${name} is known at run time.`);
  cache.set(name, type);
  return type;
}

/** The type of this name, or undefined; not cached, since a project's types come and go with its compilation. */
export function findRuntimeType(name: string): RuntimeType | undefined {
  return resolver(name);
}

let nameTypeOf: (value: unknown) => string = () => 'Object';

/** Tells the platform how the type of a value is called; the compiler's runtime does so once, when it is loaded. */
export function setTypeNamer(name: (value: unknown) => string): void {
  nameTypeOf = name;
}

/** What Apex calls the type of a value; of null it is Object. */
export function typeNameOf(value: unknown): string {
  return nameTypeOf(value);
}

/** Types by structure alone, for platform code that runs without a compiler. */
function structuralType(name: string): RuntimeType {
  const open = name.indexOf('<');
  if (open < 0) return { name, kind: 'primitive', typeArguments: [], isInstance: () => true };
  const typeArguments = splitTypeArguments(name.slice(open + 1, -1)).map(runtimeType);
  const kind = name.slice(0, open).toLowerCase() as RuntimeTypeKind;
  return { name, kind, typeArguments, isInstance: () => true };
}

function splitTypeArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '<') depth += 1;
    else if (text[i] === '>') depth -= 1;
    else if (text[i] === ',' && depth === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return [...parts, text.slice(start).trim()];
}
