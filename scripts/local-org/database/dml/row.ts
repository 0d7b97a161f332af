/** One record on its way through a DML statement. */
import type { RecordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';

/** What a statement does with a record. */
export type DmlVerb = 'insert' | 'update' | 'delete' | 'undelete';

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** One row of a DML statement. */
export class DmlRow {
  /** What Apex passed in. */
  readonly record: SObjectRecord;
  /** Position in the list Apex passed in. */
  readonly index: number;
  /** What triggers see as `Trigger.new`: the whole record as it will be saved. */
  next: SObjectRecord | null = null;
  /** What triggers see as `Trigger.old`. */
  previous: SObjectRecord | null = null;
  /** Values before the save that is the reason for this one: of roll-ups, or of the whole record. */
  previousValues: ReadonlyMap<string, unknown> = NOTHING;
  /** Values to write. */
  changes: Map<string, unknown> = new Map();
  errors: RecordError[] = [];
  /** For an upsert: the record was new. */
  created = false;
  /** Id after a successful insert, or of the record that is changed. */
  id: string | null;

  constructor(record: SObjectRecord, index: number) {
    this.record = record;
    this.index = index;
    this.id = record.id;
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  fail(error: RecordError): void {
    this.errors.push(error);
  }

  /** Takes over the errors that `addError` left on the record that a trigger saw. */
  collectTriggerErrors(record: SObjectRecord | null): void {
    if (!record) return;
    for (const error of record.errors) this.errors.push(error);
    record.clearErrors();
  }
}
