import type { ApexValue } from './protocol';
import { hashOfString } from './protocol';
import { definePlatformType } from '../define';
import type { RuntimeType } from './runtime-type';

/** One constant of an enum; there is one object per constant. */
export class ApexEnumValue implements ApexValue {
  readonly type: RuntimeType;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: RuntimeType, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toApexString(): string {
    return this.name;
  }

  apexEquals(other: unknown): boolean {
    return this === other;
  }

  apexHashCode(): number {
    return hashOfString(this.name);
  }

  apexKey(): string {
    return `\u0000e${this.type.name}.${this.name}`;
  }
}

const platformEnums = new Map<string, RuntimeType>();

/** How a platform enum is declared. */
export interface PlatformEnumDeclaration {
  readonly namespace: string;
  readonly name: string;
  readonly constants: readonly string[];
  readonly documentation?: string;
}

/**
 * Declares a platform enum and makes its constants.
 * @returns its type at run time; the constants are in `classInfo.constants`
 */
export function definePlatformEnum(declaration: PlatformEnumDeclaration): RuntimeType {
  definePlatformType({ ...declaration, kind: 'enum' });
  const type = makeEnumType(`${declaration.namespace}.${declaration.name}`, declaration.constants);
  platformEnums.set(type.name.toLowerCase(), type);
  return type;
}

function makeEnumType(name: string, names: readonly string[]): RuntimeType {
  const constants: ApexEnumValue[] = [];
  const refuse = (): never => {
    throw new Error(`The enum ${name} has no constructor.`);
  };
  const type: RuntimeType = {
    name,
    kind: 'enum',
    typeArguments: [],
    isInstance: (value) => value instanceof ApexEnumValue && value.type === type,
    classInfo: { fields: [], superType: null, isAbstract: false, constants, allocate: refuse, construct: refuse }
  };
  names.forEach((constant, ordinal) => constants.push(new ApexEnumValue(type, constant, ordinal)));
  return type;
}

/** The type of a declared platform enum, by qualified name in any case. */
export function platformEnumType(qualifiedName: string): RuntimeType | undefined {
  return platformEnums.get(qualifiedName.toLowerCase());
}

/**
 * A constant of an enum type, by name in any case.
 * @returns undefined when the enum has no such constant
 */
export function enumConstant(type: RuntimeType, name: string): ApexEnumValue | undefined {
  const wanted = name.toLowerCase();
  const constants = (type.classInfo?.constants ?? []) as readonly ApexEnumValue[];
  return constants.find((constant) => constant.name.toLowerCase() === wanted);
}

/** A constant of a platform enum, e.g. `platformEnumConstant('System.StatusCode', 'DUPLICATE_VALUE')`. */
export function platformEnumConstant(qualifiedName: string, name: string): ApexEnumValue {
  const type = platformEnumType(qualifiedName);
  const constant = type && enumConstant(type, name);
  if (!constant) throw new Error(`There is no platform enum constant ${qualifiedName}.${name}.`);
  return constant;
}
