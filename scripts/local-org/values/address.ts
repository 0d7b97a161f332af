/** The value of a compound address field. @see "Address Class", Apex Reference Guide */
import { hashOfString, type ApexValue } from './protocol';
import { stringOf } from './text';

/** A postal address with its parts by name. */
export class ApexAddress implements ApexValue {
  readonly parts: ReadonlyMap<string, unknown>;

  constructor(parts: ReadonlyMap<string, unknown>) {
    this.parts = parts;
  }

  /** The address of these parts; null when every part is. */
  static of(parts: ReadonlyMap<string, unknown>): ApexAddress | null {
    return [...parts.values()].every((part) => part === null) ? null : new ApexAddress(parts);
  }

  part(name: string): unknown {
    return this.parts.get(name) ?? null;
  }

  toApexString(): string {
    const parts = [...this.parts].map(([name, value]) => `get${name}=${stringOf(value)};`);
    return `System.Address[${parts.join('')}]`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexAddress && other.toApexString() === this.toApexString();
  }

  apexHashCode(): number {
    return hashOfString(this.toApexString());
  }

  apexKey(): string {
    return `\u0000a${this.toApexString()}`;
  }
}
