import { platformTypes } from './define';
import { ApexEnumValue, enumConstant } from '../values/enum-value';
import type { RuntimeType } from '../values/runtime-type';

const types = new Map<string, RuntimeType>();

/**
 * The type at run time of an enum declared with `definePlatformType`, by qualified name in any case; its constants are
 * in `classInfo.constants`. There is one object per enum.
 */
export function platformEnumType(qualifiedName: string): RuntimeType | undefined {
  const key = qualifiedName.toLowerCase();
  let type = types.get(key);
  if (!type) {
    const declared = platformTypes().find(
      ({ kind, namespace, name }) => kind === 'enum' && `${namespace}.${name}`.toLowerCase() === key
    );
    if (!declared) return undefined;
    type = makeEnumType(`${declared.namespace}.${declared.name}`, declared.constants ?? []);
    types.set(key, type);
  }
  return type;
}

/**
 * A constant of a platform enum, e.g. `platformEnumValue('System.StatusCode', 'DUPLICATE_VALUE')`.
 * @throws Error when there is none, which is a mistake in the local org itself
 */
export function platformEnumValue(qualifiedName: string, name: string): ApexEnumValue {
  const type = platformEnumType(qualifiedName);
  const constant = type && enumConstant(type, name);
  if (!constant) throw new Error(`There is no platform enum constant ${qualifiedName}.${name}.`);
  return constant;
}

/**
 * Makes an enum's type with its constants; the compiler's runtime uses it for the enums of a project too.
 * @param name as Apex prints it
 */
export function makeEnumType(name: string, names: readonly string[]): RuntimeType {
  const constants: ApexEnumValue[] = [];
  const refuse = (): never => {
    throw new Error(`The enum ${name} has no constructor.`);
  };
  const type: RuntimeType = {
    name,
    kind: 'enum',
    typeArguments: [],
    isInstance: (value) => value instanceof ApexEnumValue && value.type === type,
    classInfo: {
      fields: [],
      superType: null,
      isAbstract: false,
      constants,
      allocate: refuse,
      construct: refuse
    }
  };
  names.forEach((constant, ordinal) => constants.push(new ApexEnumValue(type, constant, ordinal)));
  return type;
}
