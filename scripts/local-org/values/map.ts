import type { ApexValue } from './protocol';
import type { RuntimeType } from './runtime-type';
import { FinalException } from './exceptions';
import { hashOf, KeySpace, valuesEqual } from './keys';
import { MODIFIED_WHILE_ITERATED } from './list';
import { mapText, printedOrder } from './text';

/** One key with its value. */
export interface MapEntry {
  readonly key: unknown;
  value: unknown;
}

/**
 * Apex Map: entries in order of insertion, as the platform keeps them.
 * @see "Map Class", Apex Reference Guide
 */
export class ApexMap implements ApexValue {
  /** The map's own type, e.g. `Map<Id,Account>`. */
  readonly type: RuntimeType;
  /** Number of `for` loops running over this map's keys or values; compiled loops raise and lower it. */
  iterations = 0;
  /** Made by `JSON.deserializeUntyped`: written to JSON in the order in which it was read. */
  isFromJson = false;
  private readonly content = new Map<unknown, MapEntry>();
  private readonly keySpace = new KeySpace();

  constructor(type: RuntimeType) {
    this.type = type;
  }

  get $type(): RuntimeType {
    return this.type;
  }

  size(): number {
    return this.content.size;
  }

  has(key: unknown): boolean {
    const stored = this.keySpace.lookup(key);
    return stored !== undefined && this.content.has(stored);
  }

  /** The value of a key, or null. */
  get(key: unknown): unknown {
    return this.content.get(this.keySpace.lookup(key))?.value ?? null;
  }

  /** @returns the value the key had before, or null */
  put(key: unknown, value: unknown): unknown {
    this.refuseChange();
    const stored = this.keySpace.store(key);
    const entry = this.content.get(stored);
    if (!entry) {
      this.content.set(stored, { key, value });
      return null;
    }
    const previous = entry.value;
    entry.value = value;
    return previous;
  }

  putAll(other: ApexMap): void {
    for (const entry of other.entries()) this.put(entry.key, entry.value);
  }

  /** @returns the value the key had, or null */
  delete(key: unknown): unknown {
    this.refuseChange();
    const stored = this.keySpace.lookup(key);
    const entry = this.content.get(stored);
    if (!entry) return null;
    this.content.delete(stored);
    this.keySpace.remove(stored);
    return entry.value;
  }

  clear(): void {
    this.refuseChange();
    this.content.clear();
    this.keySpace.clear();
  }

  /** The entries, in order of insertion. */
  entries(): MapEntry[] {
    return [...this.content.values()];
  }

  keys(): unknown[] {
    return this.entries().map((entry) => entry.key);
  }

  values(): unknown[] {
    return this.entries().map((entry) => entry.value);
  }

  toApexString(): string {
    return mapText(
      this,
      printedOrder(this.type, this.entries(), ({ key }) => key)
    );
  }

  apexEquals(other: unknown): boolean {
    if (!(other instanceof ApexMap) || other.size() !== this.size()) return false;
    return this.entries().every((entry) => other.has(entry.key) && valuesEqual(entry.value, other.get(entry.key)));
  }

  apexHashCode(): number {
    return this.entries().reduce((hash, entry) => (hash + (hashOf(entry.key) ^ hashOf(entry.value))) | 0, 0);
  }

  apexKey(): null {
    return null;
  }

  private refuseChange(): void {
    if (this.iterations > 0) throw new FinalException(MODIFIED_WHILE_ITERATED);
  }
}
