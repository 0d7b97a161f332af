/**
 * What the running program knows about a compiled Apex type. The emitted JavaScript class carries it as `$meta`; JSON,
 * `Type`, describe, the test runner, controllers and REST all read it.
 */
import type { AnnotationMetadata } from '../script/compiled-script';
import type { RuntimeType } from './runtime-type';

/** What all described members share. */
export interface MemberMetadata {
  /** Name as declared. */
  readonly name: string;
  /** Lower-case, as in the syntax tree. */
  readonly modifiers: readonly string[];
  readonly annotations: readonly AnnotationMetadata[];
  readonly isStatic: boolean;
  readonly line: number;
}

/** A field or property, in order of declaration. */
export interface FieldMetadata extends MemberMetadata {
  readonly type: RuntimeType;
  readonly isTransient: boolean;
  /** True for `{ get; set; }` declarations of either form. */
  readonly isProperty: boolean;
  /** Visible for JSON: public or global or anything else, in the words of Apex. */
  readonly access: 'private' | 'protected' | 'public' | 'global';
  /** JavaScript property that keeps the value, behind accessors if there are some. */
  readonly storage: string;
  /** Reads the value (through the getter, if there is one); null when the property has no getter. */
  readonly read: ((instance: object) => unknown) | null;
  /** Writes the value (through the setter, if there is one); null when the property has no setter. */
  readonly write: ((instance: object, value: unknown) => void) | null;
}

/** A parameter of a method or constructor. */
export interface ParameterMetadata {
  readonly name: string;
  readonly type: RuntimeType;
}

/** A method with the JavaScript function behind it. */
export interface MethodMetadata extends MemberMetadata {
  readonly returnType: RuntimeType;
  readonly parameters: readonly ParameterMetadata[];
  /** Name of the JavaScript method: on the class when static, else on its prototype. */
  readonly javaScriptName: string;
  readonly lastLine: number;
}

/** A constructor; `invoke` makes an initialised instance. */
export interface ConstructorMetadata {
  readonly modifiers: readonly string[];
  readonly parameters: readonly ParameterMetadata[];
  readonly invoke: (...values: unknown[]) => object;
}

/** One compiled class, interface or enum. */
export interface ClassMetadata {
  /** `Outer.Inner` as declared. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly type: RuntimeType;
  readonly outer: ClassMetadata | null;
  readonly modifiers: readonly string[];
  readonly annotations: readonly AnnotationMetadata[];
  /** Of this class alone; `inherited` when it says nothing and its API version is below 67. */
  readonly sharing: 'with' | 'without' | 'inherited' | 'none';
  readonly apiVersion: number;
  readonly isAbstract: boolean;
  /** Super class first, then its super class, then every interface fulfilled, each once. */
  readonly supertypes: readonly RuntimeType[];
  /** Fields and properties of this class alone, instance and static, in order of declaration. */
  readonly fields: readonly FieldMetadata[];
  /** Methods of this class alone. */
  readonly methods: readonly MethodMetadata[];
  readonly constructors: readonly ConstructorMetadata[];
  /** For `enum`: the constants in order. */
  readonly constants: readonly unknown[];
  /** Makes an instance without running initialisers or a constructor; null for interfaces and enums. */
  readonly allocate: (() => object) | null;
}

/** A class emitted by the compiler: its metadata hang on the JavaScript class. */
export interface EmittedClass {
  readonly $meta: ClassMetadata;
}

/** The metadata of the class an object is an instance of; null for values that are not of a compiled class. */
export function metadataOf(value: object): ClassMetadata | null {
  return (value.constructor as Partial<EmittedClass> | undefined)?.$meta ?? null;
}

/** Instance fields of a class and its super classes, super class first, in order of declaration. */
export function instanceFields(metadata: ClassMetadata): FieldMetadata[] {
  const own = metadata.fields.filter((field) => !field.isStatic);
  const superclass = metadata.supertypes.find((type) => type.kind === 'class')?.metadata;
  return superclass ? [...instanceFields(superclass), ...own] : own;
}
