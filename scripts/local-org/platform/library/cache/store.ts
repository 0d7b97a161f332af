/** What the platform cache of an org holds: values by partition and key, until their time is over. */
import type { OrgServices } from '../../../transaction/org-services';
import { transaction, type TransactionKey } from '../../../transaction/transaction';
import { serialize } from '../json/serialize';
import { exceptionClass } from '../../../values/exceptions';

/** Where a value is kept: for all, or for the running user. */
export type CacheScope = 'Org' | 'Session';

interface Entry {
  readonly value: unknown;
  readonly expiresAt: number;
}

type Store = Map<string, Map<string, Entry>>;

const stores = new WeakMap<OrgServices, Store>();
const TEST_STORE: TransactionKey<Store> = { create: () => new Map() };

/** "Platform Cache Limits": an org value lives a day unless it says otherwise, a session value eight hours. */
const LIFETIMES: Record<CacheScope, number> = { Org: 86_400, Session: 28_800 };

/** Bytes of a partition: the smallest one that "Platform Cache Limits" lets an org allocate. */
const ALLOCATION = 1_000_000;

/** One partition of the running org's cache. */
export class CachePartition {
  readonly scope: CacheScope;
  /** `namespace.partition`. */
  readonly name: string;

  constructor(scope: CacheScope, name: string) {
    this.scope = scope;
    this.name = name;
  }

  put(key: string, value: unknown, secondsToLive: number | null): void {
    const lifetime = secondsToLive ?? LIFETIMES[this.scope];
    if (value === null) throw invalidParameter('Value cannot be null');
    const expiresAt = transaction().org.clock.now() + lifetime * 1000;
    this.entries().set(checkedKey(key), { value, expiresAt });
  }

  get(key: string): unknown {
    return this.live(key)?.value ?? null;
  }

  has(key: string): boolean {
    return this.live(key) !== undefined;
  }

  /** @returns whether the key was there */
  remove(key: string): boolean {
    const wasThere = this.has(key);
    this.entries().delete(key);
    return wasThere;
  }

  keys(): string[] {
    return [...this.entries().keys()].filter((key) => this.has(key));
  }

  /** Share of the partition's allocation that is used, by the size of the values' JSON: an estimate. */
  usedPercent(): number {
    let size = 0;
    for (const key of this.keys()) size += serialize(this.get(key), false, true).length;
    return (size * 100) / ALLOCATION;
  }

  private live(key: string): Entry | undefined {
    const entry = this.entries().get(checkedKey(key));
    return entry && entry.expiresAt > transaction().org.clock.now() ? entry : undefined;
  }

  private entries(): Map<string, Entry> {
    const owner = this.scope === 'Session' ? transaction().user.id : '';
    const store = currentStore();
    const name = `${this.scope} ${owner} ${this.name}`;
    const entries = store.get(name) ?? new Map<string, Entry>();
    store.set(name, entries);
    return entries;
  }
}

/** A test begins with an empty cache and leaves nothing in the org's. */
function currentStore(): Store {
  const current = transaction();
  if (current.isTest) return current.attachment(TEST_STORE);
  const store = stores.get(current.org) ?? TEST_STORE.create();
  stores.set(current.org, store);
  return store;
}

/** "Cache.Partition": a key is letters and digits only. */
function checkedKey(key: string): string {
  if (!/^[A-Za-z0-9]{1,50}$/.test(key)) throw invalidParameter(`Invalid key: ${key}`);
  return key;
}

function invalidParameter(message: string): Error {
  return new (exceptionClass('Cache.InvalidParamException'))(message);
}
