import type { ApexValue } from './protocol';
import type { RuntimeType } from './runtime-type';
import { FinalException } from './exceptions';
import { ListIterator } from './iterator';
import { hashOf, KeySpace } from './keys';
import { MODIFIED_WHILE_ITERATED } from './list';
import { collectionText, printedOrder } from './text';

/**
 * Apex Set: members in order of insertion, as the platform keeps them.
 * @see "Set Class", Apex Reference Guide
 */
export class ApexSet implements ApexValue {
  /** The set's own type, e.g. `Set<Id>`. */
  readonly type: RuntimeType;
  /** Number of `for` loops running over this set; compiled loops raise and lower it. */
  iterations = 0;
  private readonly members = new Map<unknown, unknown>();
  private readonly keys = new KeySpace();

  constructor(type: RuntimeType, values: Iterable<unknown> = []) {
    this.type = type;
    for (const value of values) this.add(value);
  }

  get $type(): RuntimeType {
    return this.type;
  }

  size(): number {
    return this.members.size;
  }

  has(value: unknown): boolean {
    const key = this.keys.lookup(value);
    return key !== undefined && this.members.has(key);
  }

  /** @returns whether the value was not yet a member */
  add(value: unknown): boolean {
    this.refuseChange();
    const key = this.keys.store(value);
    if (this.members.has(key)) return false;
    this.members.set(key, value);
    return true;
  }

  /** @returns whether any of the values was not yet a member */
  addAll(values: Iterable<unknown>): boolean {
    const before = this.members.size;
    for (const value of values) this.add(value);
    return this.members.size > before;
  }

  /** @returns whether the value was a member */
  delete(value: unknown): boolean {
    this.refuseChange();
    const key = this.keys.lookup(value);
    if (key === undefined || !this.members.delete(key)) return false;
    this.keys.remove(key);
    return true;
  }

  clear(): void {
    this.refuseChange();
    this.members.clear();
    this.keys.clear();
  }

  /** The members, in order of insertion. */
  values(): unknown[] {
    return [...this.members.values()];
  }

  /** `iterator()`, by the name that compiled code calls. */
  iterator$0(): ListIterator {
    return new ListIterator(this.type, this.values());
  }

  [Symbol.iterator](): Iterator<unknown> {
    return this.members.values();
  }

  toApexString(): string {
    const printed = printedOrder(this.type, this.values(), (value) => value);
    return collectionText(this, '{', '}', printed);
  }

  apexEquals(other: unknown): boolean {
    if (!(other instanceof ApexSet) || other.size() !== this.size()) return false;
    return this.values().every((value) => other.has(value));
  }

  apexHashCode(): number {
    return this.values().reduce<number>((hash, value) => (hash + hashOf(value)) | 0, 0);
  }

  apexKey(): null {
    return null;
  }

  protected refuseChange(): void {
    if (this.iterations > 0) throw new FinalException(MODIFIED_WHILE_ITERATED);
  }
}
