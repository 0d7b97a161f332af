/** Builds the metadata of a loaded class from its description. */
import { TypeException } from '../../values/exceptions';
import type { ClassInfo, RuntimeField } from '../../values/runtime-type';
import { ApexEnumValue } from '../../values/enum-value';
import { storageBehind } from '../script/names';
import type {
  ClassDescription,
  CompiledScript,
  FieldDescription,
  MethodDescription,
  ParameterDescription
} from '../script/compiled-script';
import type {
  ClassMetadata,
  ConstructorMetadata,
  FieldMetadata,
  MethodMetadata,
  ParameterMetadata
} from './class-metadata';
import { instanceFields } from './class-metadata';
import type { RuntimeType } from './runtime-type';
import type { TypeReader } from './type-descriptor';

type Instance = Record<string, unknown>;

/** An emitted class as its script returns it. */
export interface LoadedClass {
  new (): Instance & { $initialize(): object };
  $s(): Instance;
  $type?: RuntimeType;
  $meta?: ClassMetadata;
}

/** Makes the metadata of a type; `javaScriptClass` is null for interfaces and enums. */
export function buildMetadata(
  script: CompiledScript,
  type: RuntimeType,
  javaScriptClass: LoadedClass | null,
  types: TypeReader,
  outer: ClassMetadata | null
): ClassMetadata {
  const { description } = script;
  return {
    name: script.name,
    kind: description.kind,
    type,
    outer,
    modifiers: description.modifiers,
    annotations: description.annotations,
    sharing: description.sharing,
    apiVersion: description.apiVersion,
    isAbstract: description.isAbstract,
    supertypes: description.supertypes.map((descriptor) => types.read(descriptor)),
    fields: description.fields.map((field) => fieldMetadata(field, types, javaScriptClass)),
    methods: description.methods.map((method) => methodMetadata(method, types)),
    constructors: javaScriptClass ? constructorsOf(description, types, javaScriptClass) : [],
    constants: description.constants.map((name, ordinal) => new ApexEnumValue(type, name, ordinal)),
    allocate: javaScriptClass ? () => new javaScriptClass() : null
  };
}

function fieldMetadata(field: FieldDescription, types: TypeReader, javaScriptClass: LoadedClass | null): FieldMetadata {
  const { property } = field;
  const place = (instance: object): Instance => {
    if (!field.isStatic) return instance as Instance;
    return field.hasAccessors ? (javaScriptClass as unknown as Instance) : javaScriptClass!.$s();
  };
  return {
    name: field.name,
    modifiers: field.modifiers,
    annotations: field.annotations,
    isStatic: field.isStatic,
    line: field.line,
    type: types.read(field.type),
    isTransient: field.isTransient,
    isProperty: field.isProperty,
    access: field.access,
    storage: field.hasAccessors ? storageBehind(property) : property,
    read: field.canRead ? (instance) => place(instance)[property] : null,
    write: field.canWrite
      ? (instance, value) => {
          place(instance)[property] = value;
        }
      : null
  };
}

const parameterMetadata = ({ name, type }: ParameterDescription, types: TypeReader): ParameterMetadata => ({
  name,
  type: types.read(type)
});

function methodMetadata(method: MethodDescription, types: TypeReader): MethodMetadata {
  return {
    name: method.name,
    modifiers: method.modifiers,
    annotations: method.annotations,
    isStatic: method.isStatic,
    line: method.line,
    lastLine: method.lastLine,
    returnType: types.read(method.returnType),
    parameters: method.parameters.map((parameter) => parameterMetadata(parameter, types)),
    javaScriptName: method.javaScriptName
  };
}

function constructorsOf(
  description: ClassDescription,
  types: TypeReader,
  javaScriptClass: LoadedClass
): ConstructorMetadata[] {
  return description.constructors.map(({ modifiers, parameters, javaScriptName }) => ({
    modifiers,
    parameters: parameters.map((parameter) => parameterMetadata(parameter, types)),
    invoke: (...values) => {
      const instance = new javaScriptClass();
      instance.$initialize();
      (instance[javaScriptName] as (...parameters: unknown[]) => unknown).apply(instance, values);
      return instance;
    }
  }));
}

/** What JSON, `Type` and printing need of a compiled type. */
export function buildClassInfo(metadata: ClassMetadata): ClassInfo {
  const superType = metadata.supertypes.find((type) => type.kind === 'class' || type.kind === 'exception') ?? null;
  return {
    get fields() {
      return instanceFields(metadata).map(runtimeField);
    },
    superType,
    isAbstract: metadata.isAbstract,
    isKeptFromJson: {
      serializable: isNever(metadata, 'serializable'),
      deserializable: isNever(metadata, 'deserializable')
    },
    constants: metadata.constants,
    allocate: () => metadata.allocate?.() ?? refuse(metadata),
    construct: () => construct(metadata)
  };
}

/** The other values of `@JsonAccess` tell namespaces and packages apart, of which a project has one. */
function isNever({ annotations }: ClassMetadata, direction: string): boolean {
  const access = annotations.find(({ name }) => name.toLowerCase() === 'jsonaccess');
  return Object.entries(access?.parameters ?? {}).some(
    ([name, value]) => name.toLowerCase() === direction && String(value).toLowerCase() === 'never'
  );
}

function runtimeField(field: FieldMetadata): RuntimeField {
  return {
    name: field.name,
    type: field.type,
    isTransient: field.isTransient,
    get: (instance) => field.read?.(instance) ?? null,
    set: (instance, value) => field.write?.(instance, value),
    stored: (instance) => (instance as Instance)[field.storage] ?? null,
    store: (instance, value) => {
      (instance as Instance)[field.storage] = value;
    }
  };
}

function construct(metadata: ClassMetadata): object {
  const plain = metadata.constructors.find((constructor) => constructor.parameters.length === 0);
  if (!plain) throw new TypeException(`${metadata.name} does not have a no-arg constructor`);
  return plain.invoke();
}

function refuse(metadata: ClassMetadata): never {
  throw new Error(`There are no instances of ${metadata.name}.`);
}
