/** Symbols of the types a project declares, and of their members. */
import type {
  Accessor,
  Annotation,
  BlockStatement,
  ConstructorDeclaration,
  Expression,
  FieldDeclaration,
  InitializerBlock,
  MethodDeclaration,
  Modifier,
  PropertyDeclaration,
  TypeDeclaration
} from '../parse/ast';
import type { Type } from './types';

export type Access = 'private' | 'protected' | 'public' | 'global';
export type Sharing = 'with' | 'without' | 'inherited' | 'none';

/** One source file. */
export interface SourceUnit {
  /** Name of the file without extension. */
  readonly name: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  readonly apiVersion: number;
  /** The object of a trigger. */
  readonly triggerObject?: Type;
}

/** A class, interface or enum of the project. */
export interface ClassSymbol {
  readonly name: string;
  /** `Outer.Inner`. */
  readonly fullName: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly declaration: TypeDeclaration;
  readonly unit: SourceUnit;
  readonly outer: ClassSymbol | null;
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
  readonly access: Access;
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly sharing: Sharing;
  readonly type: Type;
  /** Inner types by lower-case name. */
  readonly inner: Map<string, ClassSymbol>;
  superclass: Type | null;
  interfaces: Type[];
  readonly fields: Map<string, FieldSymbol>;
  readonly methods: Map<string, MethodSymbol[]>;
  readonly constructors: ConstructorSymbol[];
  /** Instance and static initialiser blocks with the members between them, in source order. */
  readonly initializers: InitializerBlock[];
  /** Constants of an enum, in order. */
  readonly constants: readonly string[];
}

interface MemberSymbol {
  readonly owner: ClassSymbol;
  readonly name: string;
  readonly modifiers: readonly Modifier[];
  readonly annotations: readonly Annotation[];
  readonly access: Access;
  readonly isStatic: boolean;
  readonly isTestVisible: boolean;
  readonly line: number;
}

/** A field, or a property when `property` is set. */
export interface FieldSymbol extends MemberSymbol {
  readonly kind: 'field';
  type: Type;
  readonly declaration: FieldDeclaration | PropertyDeclaration;
  readonly property: PropertyShape | null;
  readonly initializer: Expression | null;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  /** Name of the JavaScript property that holds the value. */
  javaScriptName: string;
}

/** What a property does on read and write. */
export interface PropertyShape {
  readonly getter: Accessor | null;
  readonly setter: Accessor | null;
  /** Access of the accessors, when stricter than the property's. */
  readonly getterAccess: Access;
  readonly setterAccess: Access;
  /** No accessor has a body and none can be overridden: a plain field in effect. */
  readonly isPlain: boolean;
}

export interface ParameterSymbol {
  readonly name: string;
  type: Type;
}

/** A method. */
export interface MethodSymbol extends MemberSymbol {
  readonly kind: 'method';
  readonly declaration: MethodDeclaration;
  readonly isAbstract: boolean;
  /** Whether calls look for an override; also of a method that overrides without saying so. */
  isVirtual: boolean;
  readonly isOverride: boolean;
  returnType: Type;
  parameters: ParameterSymbol[];
  readonly body: BlockStatement | null;
  readonly lastLine: number;
}

/** A constructor. */
export interface ConstructorSymbol extends MemberSymbol {
  readonly kind: 'constructor';
  readonly declaration: ConstructorDeclaration;
  parameters: ParameterSymbol[];
}

/** The class itself, then its super classes that are in the project. */
export function* classChain(symbol: ClassSymbol): Generator<ClassSymbol> {
  const seen = new Set<ClassSymbol>();
  let current: ClassSymbol | undefined = symbol;
  while (current && !seen.has(current)) {
    seen.add(current);
    yield current;
    current = current.superclass?.symbol;
  }
}

/** The platform class at the root of a class's ancestry, if any. */
export function platformAncestor(symbol: ClassSymbol): Type | null {
  let last = symbol;
  for (const current of classChain(symbol)) last = current;
  return last.superclass?.kind === 'platform' ? last.superclass : null;
}

/** The outermost class around a symbol. */
export function outermost(symbol: ClassSymbol): ClassSymbol {
  return symbol.outer ? outermost(symbol.outer) : symbol;
}
