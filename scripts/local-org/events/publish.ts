/**
 * `EventBus.publish`.
 * @see "EventBus Class", Apex Reference Guide; "Platform Event Allocations" and "Publish Event Messages with Apex",
 * Platform Events Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_class_System_eventbus.htm)
 */
import { checkRequired, applyDefaults, DmlRow, fieldValue } from '../database';
import { SObjectRecord } from '../records/sobject-record';
import type { FieldDefinition } from '../schema/model';
import { DatabaseError, SaveResult } from '../platform/data/results';
import { definePlatformType } from '../declarations/define';
import { transaction, type Transaction } from '../transaction/transaction';
import { ApexDatetime } from '../values/datetime';
import { nullDereference, UnexpectedException } from '../values/exceptions';
import { ApexList } from '../values/list';
import { runtimeType } from '../values/runtime-type';
import { awaitPublication } from './callbacks';

/** An event that waits for publication says so with an error that is none: its message is the event's UUID. */
class PublishResult extends SaveResult {
  readonly uuid: string;

  constructor(row: DmlRow, uuid: string) {
    super(row);
    this.uuid = uuid;
  }

  override getErrors(): ApexList {
    const note = { statusCode: 'OPERATION_ENQUEUED', message: this.uuid, fields: [] };
    return new ApexList(runtimeType('List<Database.Error>'), [new DatabaseError(note)]);
  }
}

/** A failed event is told in its result; nothing is thrown, and the others are published. */
function publish(records: readonly (SObjectRecord | null)[], callback: object | null = null): SaveResult[] {
  const current = transaction();
  const rows = records.map((record, index) => new DmlRow(required(record), index));
  consumeLimits(current, rows);
  const results = rows.map((row) => {
    prepare(current, row);
    if (row.failed) return new SaveResult(row);
    // An event made by newSObject(null, true) brings its UUID.
    const uuid = (row.record.peek('EventUuid') as string | null) ?? uuidOf(current.org.random.bytes(16));
    // "The Id field value … is not used to identify an event message, and isn't always unique."
    row.id = current.org.database.store.nextId(row.record.definition);
    current.org.events.publish(current, eventOf(current, row, uuid));
    return new PublishResult(row, uuid);
  });
  if (callback)
    awaitPublication(
      callback,
      results.flatMap((result) => operationId(result) ?? [])
    );
  return results;
}

function required(record: SObjectRecord | null): SObjectRecord {
  if (record === null) throw nullDereference();
  if (record.definition.kind === 'platformEvent') return record;
  throw new UnexpectedException(`${record.definition.name} is not a platform event`);
}

/**
 * One call is one statement: of DML for events that wait for the commit, of a limit of their own for the others; none
 * for an empty list, as with DML.
 */
function consumeLimits(current: Transaction, rows: readonly DmlRow[]): void {
  const immediate = rows.filter(({ record }) => current.org.events.isImmediate(record.definition)).length;
  if (immediate > 0) current.limits.consume('publishImmediateDml');
  if (immediate < rows.length) current.limits.consume('dmlStatements');
}

function prepare(current: Transaction, row: DmlRow): void {
  const { definition } = row.record;
  row.record.clearErrors();
  for (const [name, value] of row.record.values) {
    const field = definition.fields.get(name.toLowerCase());
    if (field?.createable) row.changes.set(field.name, value);
  }
  const stamp = { userId: current.user.id, timeZone: current.user.timeZone, now: current.org.clock.now() };
  applyDefaults(definition, row.changes, stamp, true);
  for (const [name, value] of row.changes) {
    const field = definition.fields.get(name.toLowerCase()) as FieldDefinition;
    row.changes.set(
      name,
      fieldValue(field, value, { truncate: false, keepIds: false }, (error) => row.fail(error))
    );
  }
  checkRequired(definition, row, true);
}

/** The event as subscribers get it; what Apex holds stays as it was. */
function eventOf(current: Transaction, row: DmlRow, uuid: string): SObjectRecord {
  const event = new SObjectRecord(row.record.definition, new Map(row.changes));
  event.values.set('EventUuid', uuid);
  event.values.set('CreatedById', current.user.id);
  event.values.set('CreatedDate', new ApexDatetime(current.org.clock.now()));
  return event;
}

/** UUID of the publishing operation; null for an event that was not published. */
function operationId(result: object | null): string | null {
  return result instanceof PublishResult ? result.uuid : null;
}

/** A UUID of version 4 (RFC 9562) from 16 random bytes. */
function uuidOf(bytes: Uint8Array): string {
  const own = Uint8Array.from(bytes);
  own[6] = (own[6] & 0x0f) | 0x40;
  own[8] = (own[8] & 0x3f) | 0x80;
  return Buffer.from(own)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function publishOne(record: SObjectRecord | null, callback: object | null = null): SaveResult {
  return publish([record], callback)[0];
}

function publishList(records: ApexList | null, callback: object | null = null): ApexList {
  if (records === null) throw nullDereference();
  return new ApexList(runtimeType('List<Database.SaveResult>'), publish(records.items as SObjectRecord[], callback));
}

definePlatformType({
  namespace: 'System',
  name: 'EventBus',
  kind: 'class',
  documentation: 'Apex Reference Guide, EventBus Class',
  members: {
    'static Database.SaveResult publish(SObject event)': (event: SObjectRecord | null) => publishOne(event),
    'static Database.SaveResult publish(SObject event, Object callback)': publishOne,
    'static List<Database.SaveResult> publish(List<SObject> events)': (events: ApexList | null) => publishList(events),
    'static List<Database.SaveResult> publish(List<SObject> events, Object callback)': publishList,
    'static String getOperationId(Object result)': operationId
  }
});
