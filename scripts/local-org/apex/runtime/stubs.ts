/**
 * `Test.createStub`: an object of a class or interface whose methods all go to a StubProvider.
 * @see "Build a Mocking Framework with the Stub API", Apex Developer Guide
 */
import { definePlatformType, extendPlatformType } from '../../platform/define';
import { ApexType } from '../../platform/library/system/type';
import { required } from '../../platform/library/arguments';
import { TypeException } from '../../platform/values/exceptions';
import { ApexList } from '../../platform/values/list';
import { runtimeType } from '../../platform/values/runtime-type';
import { cast } from './casts';
import type { ClassMetadata, MethodMetadata } from './class-metadata';
import { buildClassInfo } from './class-info';
import { VOID, RuntimeType } from './runtime-type';

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

/** Makes the stub. @throws TypeException when the type cannot be stubbed */
function createStub(type: RuntimeType, provider: StubProvider): object {
  const { metadata } = type;
  if (!metadata || type.kind === 'enum') throw new TypeException(`The type ${type.name} cannot be stubbed.`);
  const base = (type.javaScriptClass ?? Object) as StubClass;
  const stubClass = class extends base {};
  Object.defineProperty(stubClass.prototype, '$type', { value: stubType(type, metadata) });
  const methods = new Map(methodsOf(metadata).map((method) => [method.javaScriptName, method]));
  for (const method of methods.values()) {
    Object.defineProperty(stubClass.prototype, method.javaScriptName, {
      value(this: object, ...values: unknown[]) {
        return handle(provider, this, method, values);
      }
    });
  }
  return new stubClass();
}

/** The platform derives a class for the stub, whose name Apex can see. */
function stubType(type: RuntimeType, metadata: ClassMetadata): RuntimeType {
  const stub = new RuntimeType(`${type.name}__sfdc_ApexStub`, 'class');
  stub.metadata = { ...metadata, name: stub.name, type: stub, supertypes: [type, ...metadata.supertypes] };
  stub.classInfo = buildClassInfo(stub.metadata);
  return stub;
}

function handle(provider: StubProvider, stub: object, method: MethodMetadata, values: unknown[]): unknown {
  const list = (element: string, items: unknown[]): ApexList => new ApexList(runtimeType(`List<${element}>`), items);
  const result = provider.handlemethodcall$6(
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
  return owners.flatMap((owner) => owner.methods.filter((method) => canStub(owner, method)));
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
  ) => createStub(required(type, 1).type as RuntimeType, required(provider, 2))
});
