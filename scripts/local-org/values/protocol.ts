/**
 * What every value object of the platform answers, so that printing, comparing and hashing need not know each class.
 * Primitive JavaScript values (string, number, boolean, bigint, null) are handled where they are met; instances of
 * compiled Apex classes answer by the names of `interfaceMethodName` instead (`equals$1`, `hashcode$0`, `tostring$0`).
 */
import type { RuntimeType } from './runtime-type';

/** A value object of the platform. */
export interface ApexValue {
  /** The value as string concatenation prints it. */
  toApexString(): string;
  /** Equal in the sense of a Map key or `List.equals`. */
  apexEquals(other: unknown): boolean;
  /** Agrees with {@link ApexValue.apexEquals}. */
  apexHashCode(): number;
  /**
   * A string that equal values share and no other value of any type has, or null when equality needs
   * {@link ApexValue.apexEquals} (collections, whose elements may define their own equality).
   */
  apexKey(): string | null;
}

/** An instance of a compiled Apex class, as far as the platform looks at it. */
export interface ApexInstance {
  readonly $type: RuntimeType;
  tostring$0?(): string | null;
  equals$1?(other: unknown): boolean | null;
  hashcode$0?(): number | null;
}

/** Under which an object that keeps parts where only it can reach says how it is copied with them. */
export const COPY_WITH_PARTS = Symbol('copyWithParts');

/** An object that is copied by itself, in two steps, since a part of it may refer back to it. */
export interface SelfCopying {
  [COPY_WITH_PARTS](): { readonly copy: object; fill(copyOf: (part: unknown) => unknown): void };
}

/** Whether a value answers {@link ApexValue}. */
export function isApexValue(value: unknown): value is ApexValue {
  return typeof value === 'object' && value !== null && 'apexKey' in value;
}

/** Whether a value is an instance of a compiled Apex class. */
export function isApexInstance(value: unknown): value is ApexInstance {
  return typeof value === 'object' && value !== null && '$type' in value && !('apexKey' in value);
}

/** Java's hash of a string, which `String.hashCode` is documented to return. */
export function hashOfString(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}
