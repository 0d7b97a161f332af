/** Checks of whole batches of rows against the database: required fields, references, unique values. */
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../schema/model';
import type { Connection } from '../../store/connection';
import { fold, foldedColumn } from '../../store/fold';
import { codecOf, isStored, isText } from '../../store/codec';
import {
  duplicateValue,
  entityIsDeleted,
  requiredFieldsMissing,
  unknownReference,
  wrongReferenceType
} from './messages';
import type { DmlRow } from './row';

const requiredFields = new WeakMap<ObjectDefinition, FieldDefinition[]>();

/** Fields a record cannot be without: not nillable, and nothing fills them in. */
function requiredOf(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = requiredFields.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter(
      (field) =>
        !field.nillable && field.createable && !isFilledIn(field) && field.type !== 'BOOLEAN' && !field.calculated
    );
    requiredFields.set(object, fields);
  }
  return fields;
}

/**
 * The platform gives a standard field a value of its own where it must have one. A custom field's default is for records
 * that do not mention the field: one that is set to null stays null ("Default Field Values", Salesforce Help).
 */
function isFilledIn(field: FieldDefinition): boolean {
  return field.defaultedOnCreate && (!field.custom || field.autoNumber);
}

/** A new record must have every required field; a changed one must not lose any. */
export function checkRequired(object: ObjectDefinition, row: DmlRow, isNew: boolean): void {
  const missing = requiredOf(object).filter((field) => {
    const value = row.changes.get(field.name);
    return value === null || (isNew && value === undefined);
  });
  if (missing.length > 0) row.fail(requiredFieldsMissing(missing.map((field) => field.name)));
}

const referenceFields = new WeakMap<ObjectDefinition, FieldDefinition[]>();

function referencesOf(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = referenceFields.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => field.type === 'REFERENCE' && isStored(field));
    referenceFields.set(object, fields);
  }
  return fields;
}

/** Records that rows refer to must exist; one query per target object and batch. */
export class ReferenceChecker {
  private readonly connection: Connection;
  private readonly schema: SchemaModel;

  constructor(connection: Connection, schema: SchemaModel) {
    this.connection = connection;
    this.schema = schema;
  }

  check(object: ObjectDefinition, rows: readonly DmlRow[]): void {
    for (const field of referencesOf(object)) {
      const users = rows.filter((row) => (row.changes.get(field.name) ?? null) !== null);
      if (users.length > 0) this.checkField(field, users);
    }
  }

  private checkField(field: FieldDefinition, rows: readonly DmlRow[]): void {
    const byObject = new Map<ObjectDefinition, Set<string>>();
    for (const row of rows) {
      const id = row.changes.get(field.name) as string;
      const target = this.schema.byKeyPrefix(id.slice(0, 3));
      if (!target || !isAllowed(field, target)) row.fail(wrongReferenceType(field, id));
      else byObject.set(target, (byObject.get(target) ?? new Set()).add(id));
    }
    for (const [target, ids] of byObject) {
      const states = recordStates(this.connection, target, [...ids]);
      for (const row of rows) {
        const id = row.changes.get(field.name) as string;
        if (!ids.has(id) || states.get(id) === 'live') continue;
        row.fail(states.get(id) === 'deleted' ? entityIsDeleted() : unknownReference([field.name]));
      }
    }
  }
}

/** A polymorphic reference whose targets are not all in the catalogue takes any object's Id. */
function isAllowed(field: FieldDefinition, target: ObjectDefinition): boolean {
  return field.referenceTo.length === 0 || field.referenceTo.includes(target.name) || isOpenReference(field);
}

const OPEN_REFERENCES = new Set(['WhatId', 'LinkedEntityId', 'EntityId', 'ParentId', 'FirstPublishLocationId']);

function isOpenReference(field: FieldDefinition): boolean {
  return !field.custom && field.referenceTo.length > 1 && OPEN_REFERENCES.has(field.name);
}

/** Whether records exist and are not in the recycle bin; an Id that is missing does not exist. */
export function recordStates(
  connection: Connection,
  object: ObjectDefinition,
  ids: readonly string[]
): Map<string, 'live' | 'deleted'> {
  const deleted = object.fields.has('isdeleted') ? '"IsDeleted"' : '0';
  const rows = connection.all(
    `SELECT "Id",${deleted} FROM "${object.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)]
  );
  return new Map(rows.map(([id, flag]) => [id as string, flag === 1 ? 'deleted' : 'live']));
}

const uniqueFields = new WeakMap<ObjectDefinition, FieldDefinition[]>();

function uniquesOf(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = uniqueFields.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => isUnique(object, field) && isStored(field));
    uniqueFields.set(object, fields);
  }
  return fields;
}

/** User names are unique although describe does not call them so. */
function isUnique(object: ObjectDefinition, field: FieldDefinition): boolean {
  return field.unique || (object.name === 'User' && field.name === 'Username');
}

/** Unique values: against the stored records and within the batch, where the first row wins. */
export function checkUnique(connection: Connection, object: ObjectDefinition, rows: readonly DmlRow[]): void {
  for (const field of uniquesOf(object)) {
    const users = rows.filter((row) => (row.changes.get(field.name) ?? null) !== null);
    if (users.length > 0) checkUniqueField(connection, object, field, users);
  }
}

function checkUniqueField(
  connection: Connection,
  object: ObjectDefinition,
  field: FieldDefinition,
  rows: readonly DmlRow[]
): void {
  const owners = ownersOf(connection, object, field, rows);
  for (const row of rows) {
    const key = uniqueKey(field, row.changes.get(field.name));
    const owner = owners.get(key);
    if (owner !== undefined && owner !== row.id) row.fail(duplicateValue(field, owner));
    else owners.set(key, row.id as string);
  }
}

/** Who has the values of these rows; records that the batch itself changes give their old values up. */
function ownersOf(
  connection: Connection,
  object: ObjectDefinition,
  field: FieldDefinition,
  rows: readonly DmlRow[]
): Map<string, string> {
  const column = isText(field) && !field.caseSensitive ? foldedColumn('', field.name) : `"${field.name}"`;
  const live = object.fields.has('isdeleted') ? ' AND "IsDeleted"=0' : '';
  const keys = rows.map((row) => uniqueKey(field, row.changes.get(field.name)));
  const found = connection.all(
    `SELECT "Id",CAST("${field.name}" AS TEXT) FROM "${object.name}" WHERE ${column} IN (SELECT value FROM json_each(?))${live}`,
    [isText(field) ? JSON.stringify(keys) : `[${keys.join(',')}]`]
  );
  const changing = new Set(rows.map((row) => row.id));
  const owners = new Map<string, string>();
  for (const [id, value] of found) {
    if (!changing.has(id as string)) owners.set(keyOfText(field, String(value)), id as string);
  }
  return owners;
}

function uniqueKey(field: FieldDefinition, value: unknown): string {
  if (typeof value === 'string') return keyOfText(field, value);
  return String(codecOf(field).encode(value));
}

function keyOfText(field: FieldDefinition, text: string): string {
  return isText(field) && !field.caseSensitive ? fold(text).toLowerCase() : text;
}
