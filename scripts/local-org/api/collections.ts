/** The resources of many records. @see "sObject Collections", REST API Developer Guide */
import type { StatementVerb } from '../database';
import { SObjectRecord } from '../records/sobject-record';
import { toId18 } from '../values/record-id';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import type { BuiltOrg } from '../org';
import { recordErrors, refusal } from './api-error';
import { runClientQuery } from './queries';
import { inputRecord, type RecordInput } from './record-input';
import { recordJson, type Json } from './record-json';
import { externalIdField, type RecordResource } from './records';
import { requireAllowed, rolledBack, saveRecords, type SaveOptions, type SaveResult } from './saves';

const LARGEST_COLLECTION = 200;
const LARGEST_RETRIEVE = 2000;

/** What a client sends to save many records. */
export interface CollectionInput {
  readonly allOrNone?: boolean;
  readonly records?: readonly RecordInput[];
}

/** A record that could be read, or what is wrong with its JSON. */
type Read = SObjectRecord | SaveResult;

/** Records of one org, as clients reach them many at a time. */
export class CollectionResource {
  private readonly org: BuiltOrg;
  private readonly records: RecordResource;

  constructor(org: BuiltOrg, records: RecordResource) {
    this.org = org;
    this.records = records;
  }

  insert(input: CollectionInput): readonly SaveResult[] {
    return this.save('insert', input, null, (record) => this.read(objectNameOf(record), record, 'insert'));
  }

  update(input: CollectionInput): readonly SaveResult[] {
    return this.save('update', input, null, (record) => this.read(objectNameOf(record), record, 'update'));
  }

  upsert(objectName: string, fieldName: string, input: CollectionInput): readonly SaveResult[] {
    const object = this.records.object(objectName);
    const key = fieldName.toLowerCase() === 'id' ? null : externalIdField(object, fieldName);
    return this.save('upsert', input, key, (record) => this.read(objectName, record, 'upsert'));
  }

  delete(ids: readonly string[], allOrNone: boolean): readonly SaveResult[] {
    requireSize(ids.length, LARGEST_COLLECTION);
    const read = ids.map((id) => attempt(() => this.recordOfId(id)));
    return this.saveRead('delete', read, { allOrNone });
  }

  /** Records by Id; null where there is none. */
  retrieve(objectName: string, ids: readonly string[], fields: readonly string[], base: string): Json {
    requireSize(ids.length, LARGEST_RETRIEVE);
    const object = this.records.object(objectName);
    const wanted = ids.map((id) => toId18(id) ?? id);
    const list = wanted.map((id) => `'${id.replace(/\W/g, '')}'`).join(',');
    const columns = new Map(['Id', ...fields].map((name) => [name.toLowerCase(), name]));
    const soql = `SELECT ${[...columns.values()].join(',')} FROM ${object.name} WHERE Id IN (${list})`;
    const result = runClientQuery(this.org, soql);
    const found = new Map((result.kind === 'count' ? [] : result.records).map((record) => [record.id, record]));
    return wanted.map((id) => {
      const record = found.get(id);
      return record ? recordJson(record, { base, isNamed: () => true }) : null;
    });
  }

  private save(
    verb: StatementVerb,
    { records = [], allOrNone = false }: CollectionInput,
    externalId: FieldDefinition | null,
    read: (record: RecordInput) => SObjectRecord
  ): readonly SaveResult[] {
    requireSize(records.length, LARGEST_COLLECTION);
    const attempts = records.map((record) => attempt(() => read(record)));
    return this.saveRead(verb, attempts, { allOrNone, externalId });
  }

  /** Records that could not be read fail alone, or all with them. */
  private saveRead(verb: StatementVerb, read: readonly Read[], options: SaveOptions): readonly SaveResult[] {
    const records = read.filter((one) => one instanceof SObjectRecord);
    if (options.allOrNone && records.length < read.length) {
      return read.map((one) => (one instanceof SObjectRecord ? rolledBack(null) : one));
    }
    const saved = [...saveRecords(this.org, verb, records, options)];
    return read.map((one) => (one instanceof SObjectRecord ? (saved.shift() as SaveResult) : one));
  }

  private read(objectName: string, input: RecordInput, verb: 'insert' | 'update' | 'upsert'): SObjectRecord {
    const object = this.records.object(objectName);
    requireAllowed(object, verb);
    const id = verb === 'insert' ? null : idOf(input, object);
    if (verb === 'update' && id === null) {
      throw refusal(400, 'MISSING_ARGUMENT', 'Id not specified in an update call');
    }
    return inputRecord(this.org.services.schema, object, input, id);
  }

  private recordOfId(text: string): SObjectRecord {
    const id = toId18(text);
    const object = id === null ? undefined : this.org.services.schema.byKeyPrefix(id.slice(0, 3));
    if (id === null || !object) throw refusal(400, 'MALFORMED_ID', `malformed id ${text}`);
    requireAllowed(object, 'delete');
    return new SObjectRecord(object, new Map([['Id', id]]));
  }
}

function objectNameOf(record: RecordInput): string {
  const type = (record['attributes'] as { type?: unknown } | undefined)?.type;
  if (typeof type === 'string') return type;
  throw refusal(400, 'INVALID_INPUT', 'Include an entity type with each record: attributes.type');
}

function idOf(input: RecordInput, object: ObjectDefinition): string | null {
  const text = Object.entries(input).find(([name]) => name.toLowerCase() === 'id')?.[1];
  if (text === undefined || text === null) return null;
  const id = toId18(String(text));
  if (id?.startsWith(object.keyPrefix)) return id;
  throw refusal(400, 'MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${String(text)}`, ['Id']);
}

function requireSize(size: number, largest: number): void {
  if (size <= largest) return;
  throw refusal(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${largest} records in this call`
  );
}

function attempt(body: () => SObjectRecord): Read {
  try {
    return body();
  } catch (error) {
    return { success: false, errors: recordErrors(error) };
  }
}
