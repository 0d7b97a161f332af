/** What the compiler hands to the runtime: plain JSON, so that it can be cached on disk. */
import type { CoveragePoints } from './coverage-points';
import type { Access, Sharing } from '../symbols/class-symbols';

/** `@AuraEnabled(cacheable=true)`: name as written, parameters by lower-case name. */
export interface AnnotationMetadata {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
}

/** One Apex type, compiled. Types are named by descriptors, see symbols/types.ts. */
export interface CompiledScript {
  /** `Outer.Inner`. */
  readonly name: string;
  /** Name of the source file; `kind` says of which sort. */
  readonly unit: string;
  readonly unitKind: 'class' | 'trigger' | 'anonymous';
  /** Null for interfaces and enums, which have no code. */
  readonly code: string | null;
  /** Apex line by JavaScript line, both from 1. */
  readonly lines: readonly number[];
  /** What counts its executions; nothing without coverage. */
  readonly coverage: CoveragePoints;
  readonly description: ClassDescription;
  /** Full names of the types this one refers to. */
  readonly references: readonly string[];
  /** Of a trigger. */
  readonly trigger: TriggerDescription | null;
}

/** When a trigger runs. */
export interface TriggerDescription {
  readonly object: string;
  readonly events: readonly { readonly time: 'before' | 'after'; readonly operation: string }[];
}

export interface ClassDescription {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isException: boolean;
  readonly outer: string | null;
  /** The super class; null when it is Object. */
  readonly superclass: string | null;
  /** Every super class, nearest first, then every interface. */
  readonly supertypes: readonly string[];
  readonly modifiers: readonly string[];
  readonly annotations: readonly AnnotationMetadata[];
  readonly sharing: Sharing;
  readonly apiVersion: number;
  readonly isAbstract: boolean;
  readonly fields: readonly FieldDescription[];
  readonly methods: readonly MethodDescription[];
  readonly constructors: readonly ConstructorDescription[];
  readonly constants: readonly string[];
}

interface MemberDescription {
  readonly name: string;
  readonly modifiers: readonly string[];
  readonly annotations: readonly AnnotationMetadata[];
  readonly isStatic: boolean;
  readonly line: number;
}

export interface FieldDescription extends MemberDescription {
  readonly type: string;
  readonly isTransient: boolean;
  readonly isProperty: boolean;
  readonly access: Access;
  /** JavaScript property that reads and writes it, through accessors where there are some. */
  readonly property: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** Static fields with accessors are properties of the class, others of its statics. */
  readonly hasAccessors: boolean;
}

export interface ParameterDescription {
  readonly name: string;
  readonly type: string;
}

export interface MethodDescription extends MemberDescription {
  readonly returnType: string;
  readonly parameters: readonly ParameterDescription[];
  readonly javaScriptName: string;
  readonly lastLine: number;
}

export interface ConstructorDescription {
  readonly modifiers: readonly string[];
  readonly parameters: readonly ParameterDescription[];
  readonly javaScriptName: string;
}
