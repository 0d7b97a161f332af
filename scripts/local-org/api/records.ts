/** The resources of single records. @see "sObject Rows" and "Upsert", REST API Developer Guide */
import { findByExternalId } from '../database';
import { SObjectRecord } from '../records/sobject-record';
import { toId18 } from '../values/record-id';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import { ApexBlob } from '../values/blob';
import type { BuiltOrg } from '../org';
import { notFound, refusal } from './api-error';
import { inputValue } from './input-value';
import { runClientQuery } from './queries';
import { inputRecord, noSuchColumn, type RecordInput } from './record-input';
import { recordJson, type Json } from './record-json';
import { requireAllowed, saveRecord, type SaveResult } from './saves';

/** What an upsert says: which record, or that there are several. */
export type UpsertAnswer =
  | { readonly kind: 'saved'; readonly result: SaveResult }
  | { readonly kind: 'several'; readonly ids: readonly string[] };

/** Records of one org, as clients reach them one by one. */
export class RecordResource {
  private readonly org: BuiltOrg;

  constructor(org: BuiltOrg) {
    this.org = org;
  }

  /**
   * @returns the object of this name
   * @throws ApiError NOT_FOUND
   */
  object(name: string): ObjectDefinition {
    const object = this.org.services.schema.object(name);
    if (!object) throw notFound();
    return object;
  }

  create(objectName: string, input: RecordInput): SaveResult {
    const object = this.object(objectName);
    requireAllowed(object, 'insert');
    return saveRecord(this.org, 'insert', inputRecord(this.org.services.schema, object, input, null));
  }

  update(objectName: string, idText: string, input: RecordInput): void {
    const object = this.object(objectName);
    requireAllowed(object, 'update');
    const id = this.existing(object, idText);
    saveRecord(this.org, 'update', inputRecord(this.org.services.schema, object, input, id));
  }

  delete(objectName: string, idText: string): void {
    const object = this.object(objectName);
    requireAllowed(object, 'delete');
    const id = this.existing(object, idText);
    saveRecord(this.org, 'delete', new SObjectRecord(object, new Map([['Id', id]])));
  }

  /** The record with all its fields, or those named. */
  read(objectName: string, idText: string, fieldNames: readonly string[], base: string): Json {
    const object = this.object(objectName);
    const id = this.existing(object, idText);
    return recordJson(this.select(object, id, fieldNames), { base, isNamed: () => true });
  }

  /** The bytes of a field that holds a file. */
  bytes(objectName: string, idText: string, fieldName: string): Buffer {
    const object = this.object(objectName);
    const field = object.fields.get(fieldName.toLowerCase());
    if (field?.type !== 'BASE64') throw notFound();
    const value = this.select(object, this.existing(object, idText), [field.name]).peek(field.name);
    return value instanceof ApexBlob ? value.buffer() : Buffer.alloc(0);
  }

  /** Changes the record that has the external id, or makes one. */
  upsert(objectName: string, fieldName: string, value: string, input: RecordInput): UpsertAnswer {
    const object = this.object(objectName);
    requireAllowed(object, 'upsert');
    const field = externalIdField(object, fieldName);
    const ids = this.having(object, field, value);
    if (ids.length > 1) return { kind: 'several', ids };
    const { schema } = this.org.services;
    const record = inputRecord(schema, object, input, ids[0] ?? null);
    record.values.set(field.name, inputValue(field, value));
    return { kind: 'saved', result: saveRecord(this.org, 'upsert', record, field) };
  }

  /** Ids of the records with an external id. */
  having(object: ObjectDefinition, field: FieldDefinition, value: string): readonly string[] {
    const { store } = this.org.services.database;
    return findByExternalId({ store }, object, field, [inputValue(field, value)])[0] ?? [];
  }

  private select(object: ObjectDefinition, id: string, fieldNames: readonly string[]): SObjectRecord {
    const names = fieldNames.length > 0 ? fieldNames : [...object.fields.values()].map(({ name }) => name);
    for (const name of names) if (!isField(object, name)) throw noSuchColumn(name, object);
    const chosen = new Map(['Id', ...names].map((name) => [name.toLowerCase(), name]));
    const result = runClientQuery(
      this.org,
      `SELECT ${[...chosen.values()].join(',')} FROM ${object.name} WHERE Id='${id}'`
    );
    const record = result.kind === 'count' ? undefined : result.records[0];
    if (!record) throw notFound();
    return record;
  }

  /** The Id of a live record that the user may see. */
  private existing(object: ObjectDefinition, text: string): string {
    const id = toId18(text);
    if (id === null || !id.startsWith(object.keyPrefix)) {
      throw notFound(`Provided external ID field does not exist or is not accessible: ${text}`);
    }
    const hasBin = object.fields.has('isdeleted');
    const columns = hasBin ? 'Id,IsDeleted' : 'Id';
    const result = runClientQuery(this.org, `SELECT ${columns} FROM ${object.name} WHERE Id='${id}'`, hasBin);
    const record = result.kind === 'count' ? undefined : result.records[0];
    if (!record) throw notFound();
    if (record.peek('IsDeleted') === true) throw refusal(404, 'ENTITY_IS_DELETED', 'entity is deleted');
    return id;
  }
}

/** A field, or a path that begins with a relationship. */
function isField(object: ObjectDefinition, name: string): boolean {
  return /^[\w.]+$/.test(name) && (name.includes('.') || object.fields.has(name.toLowerCase()));
}

/**
 * The field of an upsert.
 * @throws ApiError NOT_FOUND for what is no external id
 */
export function externalIdField(object: ObjectDefinition, name: string): FieldDefinition {
  const field = object.fields.get(name.toLowerCase());
  if (!field?.externalId) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
  }
  return field;
}
