/**
 * The syntax tree of Apex source: plain JSON, so that it can be cached on disk. Declarations are in this file;
 * statements, expressions and SOSL each in their own, all exported from here.
 *
 * Identifiers keep their source spelling (Apex ignores case; the compiler compares). Modifiers are lower-cased.
 * A declaration stands at its name, a dotted expression at the name after the dot, anything else at its first token.
 */
import type { Expression, LiteralExpression } from './ast-expressions';
import type { BlockStatement, Statement } from './ast-statements';

export * from './ast-expressions';
export * from './ast-statements';
export * from '../../soql/sosl-ast';

/** Where a node stands, both numbers counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** What a source file or an anonymous script holds. */
export type CompilationUnit = TypeDeclaration | TriggerDeclaration | AnonymousBlock;

/** A class, interface or enum, at the top of a file or inside a class. */
export type TypeDeclaration = ClassDeclaration | InterfaceDeclaration | EnumDeclaration;

/** Modifiers in source order, lower-cased, two-word ones with one space. */
export type Modifier =
  | 'global'
  | 'public'
  | 'protected'
  | 'private'
  | 'transient'
  | 'static'
  | 'abstract'
  | 'final'
  | 'webservice'
  | 'override'
  | 'virtual'
  | 'testmethod'
  | 'with sharing'
  | 'without sharing'
  | 'inherited sharing';

/** `@IsTest(SeeAllData=true)`. A value without a name (`@Foo('x')`) gets the name `value`. */
export interface Annotation extends Position {
  kind: 'annotation';
  name: string;
  parameters: AnnotationParameter[];
}

export interface AnnotationParameter extends Position {
  name: string;
  value: LiteralExpression;
}

/** What all declarations share. */
export interface Declaration extends Position {
  name: string;
  modifiers: Modifier[];
  annotations: Annotation[];
}

export interface ClassDeclaration extends Declaration {
  kind: 'class';
  superclass: TypeReference | null;
  interfaces: TypeReference[];
  /** In source order: the order in which initialisers run. */
  members: Member[];
}

export interface InterfaceDeclaration extends Declaration {
  kind: 'interface';
  interfaces: TypeReference[];
  /** All without a body. */
  methods: MethodDeclaration[];
}

export interface EnumDeclaration extends Declaration {
  kind: 'enum';
  constants: (Position & { name: string })[];
}

export interface TriggerDeclaration extends Position {
  kind: 'trigger';
  name: string;
  object: string;
  events: TriggerEvent[];
  /** Methods, properties and types declared in the trigger. */
  members: TriggerMember[];
  /** Statements in source order. */
  body: Statement[];
}

export interface TriggerEvent extends Position {
  time: 'before' | 'after';
  operation: 'insert' | 'update' | 'delete' | 'undelete';
}

/** The source of an execute-anonymous call. */
export interface AnonymousBlock extends Position {
  kind: 'anonymous';
  /** Methods, properties and types declared in the script. */
  members: TriggerMember[];
  /** Statements in source order; variables of the script are local-variable statements. */
  body: Statement[];
}

/** What a trigger or a script can declare besides statements. */
export type TriggerMember = MethodDeclaration | PropertyDeclaration | TypeDeclaration;

export type Member =
  | FieldDeclaration
  | PropertyDeclaration
  | MethodDeclaration
  | ConstructorDeclaration
  | InitializerBlock
  | TypeDeclaration;

/** One declarator: `Integer a = 1, b;` gives two fields. */
export interface FieldDeclaration extends Declaration {
  kind: 'field';
  type: TypeReference;
  initializer: Expression | null;
}

export interface PropertyDeclaration extends Declaration {
  kind: 'property';
  type: TypeReference;
  getter: Accessor | null;
  setter: Accessor | null;
}

/** `private set;` or `get { ... }`; the body is null when automatic. */
export interface Accessor extends Position {
  modifiers: Modifier[];
  body: BlockStatement | null;
}

export interface MethodDeclaration extends Declaration {
  kind: 'method';
  /** Null stands for `void`. */
  returnType: TypeReference | null;
  parameters: Parameter[];
  /** Null when abstract or in an interface. */
  body: BlockStatement | null;
}

export interface ConstructorDeclaration extends Declaration {
  kind: 'constructor';
  parameters: Parameter[];
  body: BlockStatement;
}

export interface InitializerBlock extends Position {
  kind: 'initializer';
  static: boolean;
  body: BlockStatement;
}

export interface Parameter extends Declaration {
  kind: 'parameter';
  type: TypeReference;
}

/** `Map<Id, List<Account>>`, `Outer.Inner`, `String[]`. */
export interface TypeReference extends Position {
  kind: 'typeReference';
  parts: TypeReferencePart[];
  /** Number of `[]` behind the name. */
  arrayDepth: number;
}

export interface TypeReferencePart {
  name: string;
  typeArguments: TypeReference[];
}
