/** `Database.Cursor`. @see "Apex Cursors", Apex Developer Guide */
import { listOfRecords } from '../../records/lists';
import type { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import { definePlatformType } from '../../declarations/define';
import { transaction } from '../../transaction/transaction';
import { InvalidParameterValueException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';

/** Records of one cursor fetch. */
const MAXIMUM_FETCH = 2000;

/** A query whose rows are fetched from any position. */
export class Cursor {
  private readonly object: ObjectDefinition;
  private readonly records: readonly SObjectRecord[];

  constructor(object: ObjectDefinition, records: readonly SObjectRecord[]) {
    this.object = object;
    this.records = records;
    const { limits } = transaction();
    limits.consume('cursors');
    limits.consume('cursorRows', records.length);
  }

  get size(): number {
    return this.records.length;
  }

  fetch(position: number | null, count: number | null): ApexList {
    if (position === null || count === null || position < 0 || count < 0 || count > MAXIMUM_FETCH) {
      throw new InvalidParameterValueException('Invalid position or count for a cursor');
    }
    transaction().limits.consume('fetchCallsOnCursors');
    return listOfRecords(this.object, this.records.slice(position, position + count));
  }
}

definePlatformType({
  name: 'Cursor',
  namespace: 'Database',
  kind: 'class',
  javaScriptClass: Cursor,
  members: {
    'Integer getNumRecords()': (self: Cursor) => self.size,
    'List<SObject> fetch(Integer position, Integer count)': (
      self: Cursor,
      position: number | null,
      count: number | null
    ) => self.fetch(position, count)
  }
});
