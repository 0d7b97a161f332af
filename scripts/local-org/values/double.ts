import type { ApexValue } from './protocol';
import { Decimal } from './decimal';
import { doubleToString } from './double-text';
import { MathException } from './exceptions';

/**
 * Apex Double: a 64-bit binary number. Always boxed, so that its run-time type differs from Integer.
 * @see "Double Class", Apex Reference Guide
 */
export class ApexDouble implements ApexValue {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  add(other: ApexDouble): ApexDouble {
    return new ApexDouble(this.value + other.value);
  }

  subtract(other: ApexDouble): ApexDouble {
    return new ApexDouble(this.value - other.value);
  }

  multiply(other: ApexDouble): ApexDouble {
    return new ApexDouble(this.value * other.value);
  }

  /** @throws MathException "Divide by 0" */
  divide(other: ApexDouble): ApexDouble {
    if (other.value === 0) throw new MathException('Divide by 0');
    return new ApexDouble(this.value / other.value);
  }

  negate(): ApexDouble {
    return new ApexDouble(-this.value);
  }

  compareTo(other: ApexDouble): number {
    if (this.value < other.value) return -1;
    return this.value > other.value ? 1 : 0;
  }

  equals(other: ApexDouble): boolean {
    return this.value === other.value;
  }

  toNumber(): number {
    return this.value;
  }

  toDecimal(): Decimal {
    return Decimal.fromDouble(this.value);
  }

  toApexString(): string {
    return doubleToString(this.value);
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexDouble && Object.is(this.value, other.value);
  }

  apexHashCode(): number {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, this.value);
    return view.getInt32(0) ^ view.getInt32(4);
  }

  apexKey(): string {
    return `\u0000f${this.value}`;
  }
}
