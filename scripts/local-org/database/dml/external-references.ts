/**
 * A parent given as a record with an external id instead of by its Id.
 * @see "Creating Parent and Child Records in a Single Statement Using Foreign Keys", Apex Developer Guide
 */
import { recordError } from '../../records/record-error';
import { SObjectRecord } from '../../records/sobject-record';
import type { FieldDefinition } from '../../schema/model';
import type { DmlContext } from './context';
import { findByExternalId } from './external-ids';
import type { DmlRow } from './row';

/** Sets the reference fields of rows whose parents are given by external id. */
export function resolveExternalReferences(context: DmlContext, allRows: readonly DmlRow[]): void {
  const rows = allRows.filter(hasParentRecord);
  if (rows.length === 0) return;
  for (const field of context.object.fields.values()) {
    const relationship = field.relationshipName;
    if (!relationship) continue;
    const users = rows.filter((row) => isGiven(row, field, relationship));
    if (users.length > 0) resolve(context, field, relationship, users);
  }
}

function hasParentRecord(row: DmlRow): boolean {
  for (const value of row.record.values.values()) if (value instanceof SObjectRecord) return true;
  return false;
}

/** A queried parent comes along for reading only. */
function isGiven(row: DmlRow, field: FieldDefinition, relationship: string): boolean {
  const parent = row.record.values.get(relationship);
  return parent instanceof SObjectRecord && parent.selected === null && !row.record.values.has(field.name);
}

function resolve(context: DmlContext, field: FieldDefinition, relationship: string, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    const parent = row.record.values.get(relationship) as SObjectRecord;
    if (parent.id !== null) {
      row.changes.set(field.name, parent.id);
      continue;
    }
    const key = [...parent.definition.fields.values()].find(
      (candidate) => candidate.externalId && parent.peek(candidate.name) !== null
    );
    const found = key ? findByExternalId(context, parent.definition, key, [parent.peek(key.name)]) : [];
    if (key && found[0]?.length === 1) row.changes.set(field.name, found[0][0]);
    else row.fail(notFound(parent, key));
  }
}

function notFound(parent: SObjectRecord, key: FieldDefinition | undefined): ReturnType<typeof recordError> {
  const what = key ? `not found for field ${key.name} in entity ${parent.definition.name}` : 'external ID';
  return recordError(
    'INVALID_FIELD',
    `Foreign key external ID: ${key ? String(parent.peek(key.name)) : ''} ${what}`.trim()
  );
}
