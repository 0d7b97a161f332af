/**
 * Equality, hashes and Map keys of any value: one set of rules for `List.contains`, `Set`, `Map` and `Object.equals`.
 * @see "Using Custom Types in Map Keys and Sets", Apex Developer Guide
 */
import { identityHash } from './exception';
import { hashOfString, isApexValue, type ApexInstance } from './protocol';

/** Whether two values are equal as list elements, set members and map keys are: strings with case. */
export function valuesEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  if (typeof left !== 'object') return false;
  if (isApexValue(left)) return left.apexEquals(right);
  return (left as ApexInstance).equals$1?.(right) === true;
}

/** A hash that equal values share. */
export function hashOf(value: unknown): number {
  if (value === null) return 0;
  switch (typeof value) {
    case 'string':
      return hashOfString(value);
    case 'number':
      return value | 0;
    case 'boolean':
      return value ? 1231 : 1237;
    case 'bigint':
      return Number(BigInt.asIntN(32, value ^ (value >> 32n)));
    default:
      return hashOfObject(value as object);
  }
}

function hashOfObject(value: object): number {
  if (isApexValue(value)) return value.apexHashCode();
  return (value as ApexInstance).hashcode$0?.() ?? identityHash(value);
}

/**
 * The JavaScript Map key that stands for a value when it alone decides equality: the value itself or a canonical
 * string. Undefined when only {@link valuesEqual} can tell (collections, and classes with their own `equals`).
 */
export function keyOf(value: unknown): unknown {
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\u0000s${value}` : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isApexValue(value)) return value.apexKey() ?? undefined;
  const instance = value as ApexInstance;
  return instance.equals$1 && instance.hashcode$0 ? undefined : value;
}

/**
 * Finds one representative for all values that are equal by their own `equals`; the representative then serves as key
 * of a JavaScript Map. Values with a plain key never come here.
 */
export class Representatives {
  private readonly buckets = new Map<number, unknown[]>();

  /** The representative of `value`, or undefined when no equal value was added. */
  find(value: unknown): unknown {
    return this.buckets.get(hashOf(value))?.find((candidate) => valuesEqual(value, candidate));
  }

  /** Makes `value` the representative of its equals. */
  add(value: unknown): void {
    const hash = hashOf(value);
    const bucket = this.buckets.get(hash);
    if (bucket) bucket.push(value);
    else this.buckets.set(hash, [value]);
  }

  delete(representative: unknown): void {
    for (const bucket of this.buckets.values()) {
      const index = bucket.indexOf(representative);
      if (index >= 0) bucket.splice(index, 1);
    }
  }
}

/** The keys of one Set or Map: turns Apex values into keys of a JavaScript Map. */
export class KeySpace {
  private representatives: Representatives | null = null;

  /** The key under which `value` would be found; undefined when it cannot be present. */
  lookup(value: unknown): unknown {
    const key = keyOf(value);
    return key === undefined ? this.representatives?.find(value) : key;
  }

  /** The key under which `value` is to be stored. */
  store(value: unknown): unknown {
    const key = keyOf(value);
    if (key !== undefined) return key;
    this.representatives ??= new Representatives();
    const known = this.representatives.find(value);
    if (known !== undefined) return known;
    this.representatives.add(value);
    return value;
  }

  /** Forgets a key that {@link store} returned. */
  remove(key: unknown): void {
    if (typeof key === 'object' && key !== null) this.representatives?.delete(key);
  }

  clear(): void {
    this.representatives = null;
  }
}
