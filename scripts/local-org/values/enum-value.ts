import type { ApexValue } from './protocol';
import { hashOfString } from './protocol';
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

/**
 * A constant of an enum type, by name in any case.
 * @returns undefined when the enum has no such constant
 */
export function enumConstant(type: RuntimeType, name: string): ApexEnumValue | undefined {
  const wanted = name.toLowerCase();
  const constants = (type.classInfo?.constants ?? []) as readonly ApexEnumValue[];
  return constants.find((constant) => constant.name.toLowerCase() === wanted);
}
