/**
 * Query locators: what a batch or an iterator walks through.
 * @see "QueryLocator Class", Apex Reference Guide
 */
import type { SObjectRecord } from '../../records/sobject-record';
import { definePlatformType } from '../../declarations/define';
import { NoSuchElementException } from '../../values/exceptions';

/** `Database.QueryLocator`. */
export class QueryLocator {
  readonly query: string;
  private readonly records: readonly SObjectRecord[];

  /** @param query its text; empty for a query written in Apex */
  constructor(query: string, records: readonly SObjectRecord[]) {
    this.query = query;
    this.records = records;
  }

  [Symbol.iterator](): Iterator<SObjectRecord> {
    return this.records[Symbol.iterator]();
  }

  iterator(): QueryLocatorIterator {
    return new QueryLocatorIterator(this.records);
  }
}

/** `Database.QueryLocatorIterator`. */
export class QueryLocatorIterator {
  private readonly records: readonly SObjectRecord[];
  private next = 0;

  constructor(records: readonly SObjectRecord[]) {
    this.records = records;
  }

  hasnext$0(): boolean {
    return this.next < this.records.length;
  }

  next$0(): SObjectRecord {
    const record = this.records[this.next];
    if (!record) throw new NoSuchElementException('No more records');
    this.next += 1;
    return record;
  }
}

definePlatformType({
  name: 'QueryLocator',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: QueryLocator,
  members: {
    'String getQuery()': (self: QueryLocator) => self.query,
    'Database.QueryLocatorIterator iterator()': (self: QueryLocator) => self.iterator()
  }
});

definePlatformType({
  name: 'QueryLocatorIterator',
  namespace: 'Database',
  kind: 'class',
  implements: ['Iterator<SObject>'],
  javaScriptClass: QueryLocatorIterator,
  members: {
    'Boolean hasNext()': (self: QueryLocatorIterator) => self.hasnext$0(),
    'SObject next()': (self: QueryLocatorIterator) => self.next$0()
  }
});
