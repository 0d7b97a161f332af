/**
 * `Test.createStub`: an object of a class or interface whose methods all go to a StubProvider.
 * @see "Build a Mocking Framework with the Stub API", Apex Developer Guide
 */
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../../declarations/define';
import { ApexType } from '../../platform/library/system/type';
import { required } from '../../declarations/arguments';
import { TypeException } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import { COPY_WITH_PARTS, type ApexInstance, type SelfCopying } from '../../values/protocol';
import { defaultInstanceText } from '../../values/text';
import { runtimeType } from '../../values/runtime-type';
import { cast } from './casts';
import type { ClassMetadata, MethodMetadata } from './class-metadata';
import { VOID, type RuntimeType } from './runtime-type';

interface StubProvider {
  handlemethodcall$6(
    stub: object,
    name: string,
    returnType: ApexType,
    parameterTypes: ApexList,
    parameterNames: ApexList,
    values: ApexList
  ): unknown;
}

type StubClass = new () => object;

/** Who answers for a stub; of a copy it is known only once the provider is copied too. */
interface Answering {
  provider: StubProvider | null;
}

/** Makes the stub. @throws TypeException when the type cannot be stubbed */
function createStub(type: RuntimeType, answering: Answering): object {
  const { metadata } = type;
  if (!metadata || !canBeStubbed(metadata)) throw new TypeException(`The type ${type.name} cannot be stubbed.`);
  const base = (type.javaScriptClass ?? Object) as StubClass;
  const stubClass = class extends base {};
  const define = (name: PropertyKey, value: unknown): void => {
    Object.defineProperty(stubClass.prototype, name, { value, configurable: true });
  };
  define('$type', type);
  define(COPY_WITH_PARTS, () => copyOfStub(type, answering));
  define('tostring$0', printStub);
  for (const method of methodsOf(metadata)) {
    const call = function (this: object, ...values: unknown[]): unknown {
      return handle(answering, this, method, values);
    };
    define(method.javaScriptName, call);
    if (OBJECT_METHODS.has(method.name.toLowerCase())) {
      define(interfaceMethodName(method.name, method.parameters.length), call);
    }
  }
  return new stubClass();
}

/** A stub inside a job is stored with its provider. */
function copyOfStub(type: RuntimeType, { provider }: Answering): ReturnType<SelfCopying[typeof COPY_WITH_PARTS]> {
  const answering: Answering = { provider: null };
  return {
    copy: createStub(type, answering),
    fill: (copyOf) => {
      answering.provider = copyOf(provider) as StubProvider;
    }
  };
}

const OBJECT_METHODS = new Set(['tostring', 'equals', 'hashcode']);

/** Inner classes, and classes without a constructor in reach, cannot be. @see the same guide, "Apex Stub API Limitations" */
function canBeStubbed({ kind, outer, constructors }: ClassMetadata): boolean {
  if (kind === 'enum' || (kind === 'class' && outer)) return false;
  return kind === 'interface' || constructors.some(({ modifiers }) => !modifiers.includes('private'));
}

/** The platform derives a class for the stub, whose name is in what the stub prints. */
function printStub(this: ApexInstance): string {
  return defaultInstanceText(this).replace(':', '__sfdc_ApexStub:');
}

function handle({ provider }: Answering, stub: object, method: MethodMetadata, values: unknown[]): unknown {
  const list = (element: string, items: unknown[]): ApexList => new ApexList(runtimeType(`List<${element}>`), items);
  const result = provider?.handlemethodcall$6(
    stub,
    method.name,
    new ApexType(method.returnType),
    list(
      'Type',
      method.parameters.map((parameter) => new ApexType(parameter.type))
    ),
    list(
      'String',
      method.parameters.map((parameter) => parameter.name)
    ),
    list('Object', values)
  );
  return method.returnType === VOID ? undefined : cast(result, method.returnType);
}

/** Instance methods of a type and of what it inherits; private ones are not stubbed. */
function methodsOf(metadata: ClassMetadata): MethodMetadata[] {
  const owners = [metadata, ...metadata.supertypes.flatMap((type) => type.metadata ?? [])];
  return owners.reverse().flatMap((owner) => owner.methods.filter((method) => canStub(owner, method)));
}

function canStub(owner: ClassMetadata, method: MethodMetadata): boolean {
  if (method.isStatic) return false;
  const isOpen =
    owner.kind === 'interface' || method.modifiers.some((word) => word !== 'private' && word !== 'override');
  return isOpen && !method.modifiers.includes('private');
}

definePlatformType({
  namespace: 'System',
  name: 'StubProvider',
  kind: 'interface',
  documentation: 'Apex Reference Guide, StubProvider Interface',
  members: {
    'Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
      null
  }
});

extendPlatformType('System.Test', {
  'static Object createStub(Type parentType, StubProvider stubProvider)': (
    type: ApexType | null,
    provider: StubProvider | null
  ) => createStub(required(type, 1).type as RuntimeType, { provider: required(provider, 2) })
});
