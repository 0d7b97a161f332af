/**
 * How a platform type is declared to the local org: its Apex signatures stand beside the code that implements them, so
 * the compiler's type table, the runtime and the generated list of what is modelled all come from one place.
 *
 * A member is keyed by its Apex signature:
 * - `'Integer length()'` instance method, implemented as `(self, …arguments) => result`
 * - `'static String valueOf(Object value)'` static method, `(…arguments) => result`
 * - `'new(Integer size)'` constructor, `(…arguments) => instance`; of a generic type the runtime type comes first
 * - `'get Integer size'` / `'set Integer size'` instance property, `(self) => value` / `(self, value) => void`
 * - `'static get Integer MAX_VALUE'` static property
 *
 * Values follow `values.ts`. Members of an interface carry `null`: they are called on the implementing object by
 * {@link interfaceMethodName}.
 */

/** Code behind one member; never called with a null `self` (the compiled code checks first). */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the signature string is the type of the function
export type Implementation = ((...parameters: any[]) => unknown) | null;

/** What a platform type is; decides what Apex may do with it (`extends`, `implements`, `new`, `switch`). */
export type PlatformTypeKind = 'class' | 'interface' | 'enum';

/** The declaration of one platform type. */
export interface PlatformTypeDeclaration {
  /** Apex name without namespace; an inner type as `Outer.Inner` (`Messaging.Email` is namespace + name). */
  readonly name: string;
  /** Namespace the type is found in; `System` types are also found without it. */
  readonly namespace: string;
  readonly kind: PlatformTypeKind;
  /** Names of type parameters usable in signatures: `['T']` for List, `['K', 'V']` for Map. */
  readonly typeParameters?: readonly string[];
  /** Super class, as a signature type; every exception type says `Exception`. */
  readonly extends?: string;
  /** Interfaces it fulfils, as signature types, e.g. `Iterable<T>`. */
  readonly implements?: readonly string[];
  /** For `enum`: the constants in order. */
  readonly constants?: readonly string[];
  /** May Apex extend it? `Exception` and a few abstract classes only. */
  readonly extensible?: boolean;
  /** The JavaScript class of its instances; used by instanceof, casts and Apex subclasses. */
  readonly javaScriptClass?: abstract new (...parameters: never[]) => unknown;
  /** Where the platform documents it. */
  readonly documentation?: string;
  readonly members?: Readonly<Record<string, Implementation>>;
}

/** A type as written in a signature. */
export interface SignatureType {
  readonly name: string;
  readonly typeArguments: readonly SignatureType[];
}

/** A parsed member key. */
export interface MemberSignature {
  readonly kind: 'method' | 'constructor' | 'getter' | 'setter';
  readonly isStatic: boolean;
  /** Member name in platform spelling; `new` for a constructor. */
  readonly name: string;
  /** `void` for none. */
  readonly returnType: SignatureType;
  readonly parameters: readonly { readonly type: SignatureType; readonly name: string }[];
}

const earlier = new WeakMap<object, { readonly version: number; readonly implementation: Implementation }>();

/**
 * A member that does something else for classes of earlier API versions.
 * @param version the first one with the behaviour of `current`
 * @see "Apex Versioned Behavior Changes", Apex Reference Guide
 */
export function sinceVersion(
  version: number,
  current: NonNullable<Implementation>,
  before: NonNullable<Implementation>
): Implementation {
  earlier.set(current, { version, implementation: before });
  return current;
}

/** The code behind a member for a class of one API version. */
export function implementationFor(implementation: Implementation, apiVersion: number): Implementation {
  const known = implementation && earlier.get(implementation);
  return known && apiVersion < known.version ? known.implementation : implementation;
}

const registry = new Map<string, PlatformTypeDeclaration>();
const extensions: { readonly key: string; readonly members: Readonly<Record<string, Implementation>> }[] = [];

/**
 * Makes a platform type known to compiler and runtime.
 * @throws Error when the same qualified name is declared twice, which is a mistake in the local org itself.
 */
export function definePlatformType(declaration: PlatformTypeDeclaration): PlatformTypeDeclaration {
  const key = `${declaration.namespace}.${declaration.name}`.toLowerCase();
  if (registry.has(key)) {
    throw new Error(`Platform type ${declaration.namespace}.${declaration.name} is declared twice.`);
  }
  registry.set(key, declaration);
  return declaration;
}

/**
 * Adds members to a type that another room declares: jobs adds `enqueueJob` to `System`, which the library owns.
 * May be called before the type itself is declared.
 * @param qualifiedName namespace and name, e.g. `System.System` or `System.Database`
 */
export function extendPlatformType(qualifiedName: string, members: Readonly<Record<string, Implementation>>): void {
  extensions.push({ key: qualifiedName.toLowerCase(), members });
}

/**
 * Every declared platform type with all its members, in order of declaration.
 * @throws Error when members were added to a type that nobody declares, which is a mistake in the local org itself.
 */
export function platformTypes(): readonly PlatformTypeDeclaration[] {
  const types = new Map(registry);
  for (const { key, members } of extensions) {
    const type = types.get(key);
    if (!type) throw new Error(`Members are added to ${key}, which is not declared.`);
    types.set(key, { ...type, members: { ...type.members, ...members } });
  }
  return [...types.values()];
}

/**
 * The JavaScript method by which the platform calls Apex code that implements an interface member (or overrides a
 * virtual platform method such as `toString`): the compiler emits every such method under this name too.
 * @param name Apex method name in any case
 * @param arity number of parameters
 */
export function interfaceMethodName(name: string, arity: number): string {
  return `${name.toLowerCase()}$${arity}`;
}

/**
 * Reads a member key as described at the top of this file.
 * @throws Error on a malformed key, which is a mistake in the local org itself.
 */
export function parseMemberSignature(key: string): MemberSignature {
  const reader = new SignatureReader(key);
  const isStatic = reader.takeWord('static');
  if (reader.takeWord('get')) {
    const returnType = reader.type();
    return { kind: 'getter', isStatic, name: reader.identifier(), returnType, parameters: [] };
  }
  if (reader.takeWord('set')) {
    const type = reader.type();
    const name = reader.identifier();
    return { kind: 'setter', isStatic, name, returnType: voidType, parameters: [{ type, name: 'value' }] };
  }
  if (reader.takeWord('new')) {
    return { kind: 'constructor', isStatic: true, name: 'new', returnType: voidType, parameters: reader.parameters() };
  }
  const returnType = reader.type();
  const name = reader.identifier();
  return { kind: 'method', isStatic, name, returnType, parameters: reader.parameters() };
}

/** Reads one type as written in a signature, e.g. `Map<Id, List<SObject>>`. */
export function parseSignatureType(text: string): SignatureType {
  return new SignatureReader(text).type();
}

const voidType: SignatureType = { name: 'void', typeArguments: [] };

class SignatureReader {
  private readonly tokens: string[];
  private next = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.tokens = text.match(/[A-Za-z_][\w.]*|[<>(),]/g) ?? [];
  }

  takeWord(word: string): boolean {
    const isIt = this.tokens[this.next] === word;
    if (isIt) this.next += 1;
    return isIt;
  }

  identifier(): string {
    const token = this.tokens[this.next];
    if (token === undefined || !/^[A-Za-z_]/.test(token)) throw new Error(`Malformed signature: ${this.text}`);
    this.next += 1;
    return token;
  }

  type(): SignatureType {
    const name = this.identifier();
    const typeArguments: SignatureType[] = [];
    if (this.takeWord('<')) {
      do typeArguments.push(this.type());
      while (this.takeWord(','));
      this.expect('>');
    }
    return { name, typeArguments };
  }

  parameters(): { type: SignatureType; name: string }[] {
    const parameters: { type: SignatureType; name: string }[] = [];
    this.expect('(');
    if (this.takeWord(')')) return parameters;
    do parameters.push({ type: this.type(), name: this.identifier() });
    while (this.takeWord(','));
    this.expect(')');
    return parameters;
  }

  private expect(token: string): void {
    if (!this.takeWord(token)) throw new Error(`Malformed signature: ${this.text} (expected ${token})`);
  }
}
