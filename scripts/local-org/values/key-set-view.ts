import { FinalException } from './exceptions';
import type { ApexMap } from './map';
import type { RuntimeType } from './runtime-type';
import { ApexSet } from './set';

/**
 * What `Map.keySet()` gives: the keys as they are at any time. Taking one out takes its entry out of the map; none can
 * be added: https://salesforce.stackexchange.com/questions/207388.
 */
export class KeySetView extends ApexSet {
  private readonly map: ApexMap;

  constructor(type: RuntimeType, map: ApexMap) {
    super(type);
    this.map = map;
  }

  override size(): number {
    return this.map.size();
  }

  override has(value: unknown): boolean {
    return this.map.has(value);
  }

  override add(): boolean {
    throw new FinalException('Collection is read-only');
  }

  override addAll(values: Iterable<unknown>): boolean {
    for (const _ of values) this.add();
    return false;
  }

  override delete(value: unknown): boolean {
    this.refuseChange();
    if (!this.map.has(value)) return false;
    this.map.delete(value);
    return true;
  }

  override clear(): void {
    this.refuseChange();
    this.map.clear();
  }

  override values(): unknown[] {
    return this.map.keys();
  }

  override [Symbol.iterator](): Iterator<unknown> {
    return this.map.keys()[Symbol.iterator]();
  }
}
