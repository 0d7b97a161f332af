import type { ApexValue } from './protocol';
import type { RuntimeType } from './runtime-type';
import { FinalException, ListException } from './exceptions';
import { ListIterator } from './iterator';
import { hashOf, valuesEqual } from './keys';
import { collectionText } from './text';

/** What changing a collection inside a `for` loop over it throws. */
export const MODIFIED_WHILE_ITERATED = 'Cannot modify a collection while it is being iterated.';

/**
 * Apex List.
 * @see "List Class", Apex Reference Guide
 */
export class ApexList implements ApexValue {
  /** The list's own type, e.g. `List<String>`; its first type argument is that of the elements. */
  readonly type: RuntimeType;
  items: unknown[];
  /** Number of `for` loops running over this list; compiled loops raise and lower it. */
  iterations = 0;

  constructor(type: RuntimeType, items: unknown[] = []) {
    this.type = type;
    this.items = items;
  }

  get $type(): RuntimeType {
    return this.type;
  }

  size(): number {
    return this.items.length;
  }

  /** @throws ListException "List index out of bounds: n" */
  get(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    return this.items[index];
  }

  /** @throws ListException "List index out of bounds: n" */
  set(index: number, value: unknown): void {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    this.items[index] = value;
  }

  add(value: unknown): void {
    if (this.iterations > 0) this.refuseChange();
    this.items.push(value);
  }

  /**
   * Inserts before `index`; the size itself appends. Unlike `add(value)` it may, like {@link removeAt}, be called while
   * a `for` loop runs over the list: public code that passes on the platform does so.
   */
  insert(index: number, value: unknown): void {
    if (index < 0 || index > this.items.length) throw outOfBounds(index);
    this.items.splice(index, 0, value);
  }

  addAll(values: Iterable<unknown>): void {
    this.refuseChange();
    for (const value of values === this.items ? [...values] : values) this.items.push(value);
  }

  removeAt(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    return this.items.splice(index, 1)[0];
  }

  clear(): void {
    this.refuseChange();
    this.items.length = 0;
  }

  indexOf(value: unknown): number {
    return this.items.findIndex((item) => valuesEqual(value, item));
  }

  /** Throws when a `for` loop runs over this list. */
  refuseChange(): void {
    if (this.iterations > 0) throw new FinalException(MODIFIED_WHILE_ITERATED);
  }

  /** `iterator()`, by the name that compiled code calls. */
  iterator$0(): ListIterator {
    return new ListIterator(this.type, this.items);
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }

  toApexString(): string {
    return collectionText(this, '(', ')', this.items);
  }

  apexEquals(other: unknown): boolean {
    if (!(other instanceof ApexList) || other.items.length !== this.items.length) return false;
    return this.items.every((item, index) => valuesEqual(item, other.items[index]));
  }

  apexHashCode(): number {
    return this.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashOf(item)) | 0, 1);
  }

  apexKey(): null {
    return null;
  }
}

/** What an index outside a list throws. */
export function outOfBounds(index: number): Error {
  return new ListException(`List index out of bounds: ${index}`);
}
