/**
 * Delete and undelete of one batch of rows, with what hangs on them.
 * @see "delete" and "undelete", "Restoring Deleted Records", Apex Developer Guide; "Relationships Among Objects", Object
 *   Reference
 */
import { recordError } from '../../records/record-error';
import { SObjectRecord } from '../../records/sobject-record';
import type { ChildRelationship, ObjectDefinition } from '../../schema/model';
import { isStored } from '../../store/codec';
import { readRows } from '../../store/rows';
import { CLEARED_TABLE, DELETE_COLUMN } from '../../store/tables';
import { recordStates } from './checks';
import type { DmlContext } from './context';
import { entityIsDeleted, idMissing, unknownReference } from './messages';
import { saveParents, watchParentsOf } from './roll-up-parents';
import { refusePersonContacts } from './person-accounts';
import type { DmlRow } from './row';
import { refuseFlowsOfDelete } from './flows';
import { keepRollUps } from './snapshots';
import { updateBatch } from './save';
import { runTriggers } from './triggers';

/** Deletes the rows that nothing is wrong with. */
export function deleteBatch(context: DmlContext, rows: readonly DmlRow[]): void {
  refusePersonContacts(context, rows);
  loadExisting(context, rows, 'delete', 'live');
  loadTriggerRecords(context, healthy(rows), 'previous');
  refuseFlowsOfDelete(context, healthy(rows));
  runTriggers(context.triggers, context.object, 'before', 'delete', healthy(rows));
  const restricted = restrictions(context, healthy(rows));
  for (const row of healthy(rows)) {
    const reason = restricted.get(row.id as string);
    if (reason) row.fail(recordError('DELETE_FAILED', reason));
  }
  const good = healthy(rows);
  const parents = watchParentsOf(context, good);
  removeRecords(context, context.object, new Set(good.map((row) => row.id as string)));
  runTriggers(context.triggers, context.object, 'after', 'delete', good);
  saveParents(context, parents, good, updateBatch);
}

/** Brings rows back from the recycle bin, with the records that went there together with them. */
export function undeleteBatch(context: DmlContext, rows: readonly DmlRow[]): void {
  loadExisting(context, rows, 'undelete', 'deleted');
  const good = healthy(rows);
  const parents = watchParentsOf(context, good);
  restore(
    context,
    good.map((row) => row.id as string)
  );
  loadTriggerRecords(context, good, 'next');
  runTriggers(context.triggers, context.object, 'after', 'undelete', good);
  saveParents(context, parents, good, updateBatch);
}

function healthy(rows: readonly DmlRow[]): DmlRow[] {
  return rows.filter((row) => !row.failed);
}

function loadExisting(
  context: DmlContext,
  rows: readonly DmlRow[],
  verb: 'delete' | 'undelete',
  wanted: 'live' | 'deleted'
): void {
  for (const row of rows) {
    row.id = row.record.id;
    if (row.id === null) row.fail(idMissing(verb));
  }
  const ids = healthy(rows).map((row) => row.id as string);
  const states = recordStates(context.store.connection, context.object, ids);
  for (const row of healthy(rows)) {
    const state = states.get(row.id as string);
    if (state === wanted) continue;
    if (state === undefined) row.fail(unknownReference());
    else if (verb === 'delete') row.fail(entityIsDeleted());
    else row.fail(recordError('UNDELETE_FAILED', 'entity is not in the recycle bin'));
  }
}

function loadTriggerRecords(context: DmlContext, rows: readonly DmlRow[], side: 'next' | 'previous'): void {
  if (context.triggers.length === 0 || rows.length === 0) return;
  const ids = rows.map((row) => row.id as string);
  const stored = readRows(context.store.connection, context.object, ids);
  keepRollUps(context, stored);
  for (const row of rows) row[side] = new SObjectRecord(context.object, stored.get(row.id as string));
}

/** Relationships whose field is a column of the child's table. */
function childRelationships(context: DmlContext, object: ObjectDefinition): [ObjectDefinition, ChildRelationship][] {
  const result: [ObjectDefinition, ChildRelationship][] = [];
  for (const relationship of object.childRelationships) {
    const child = context.schema.object(relationship.childObject);
    const field = child?.fields.get(relationship.field.toLowerCase());
    if (child && field && isStored(field) && !AUDIT.has(field.name)) result.push([child, relationship]);
  }
  return result;
}

const AUDIT = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** A lookup with "don't allow deletion" keeps the parent alive as long as a child refers to it. */
function restrictions(context: DmlContext, rows: readonly DmlRow[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const ids = rows.map((row) => row.id as string);
  for (const [child, relationship] of childRelationships(context, context.object)) {
    if (!relationship.restrictedDelete) continue;
    for (const [parentId, names] of childrenByParent(context, child, relationship.field, ids)) {
      const parent = namesOf(context, context.object, [parentId]).get(parentId) ?? '';
      const reason = `Your attempt to delete ${parent} could not be completed because it is associated with the following ${child.labelPlural.toLowerCase()}`;
      reasons.set(parentId, `${reason}.: ${names.join(', ')}\n`);
    }
  }
  return reasons;
}

/** What a record is called in messages: its name, or where its object has none its Id. */
function namesOf(context: DmlContext, object: ObjectDefinition, ids: readonly string[]): Map<string, string> {
  const name = [...object.fields.values()].find((field) => field.nameField && isStored(field))?.name ?? 'Id';
  const statement = `SELECT "Id","${name}" FROM "${object.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`;
  const rows = context.store.connection.all(statement, [JSON.stringify(ids)]);
  return new Map(rows.map(([id, text]) => [id as string, String(text ?? id)]));
}

function childrenByParent(
  context: DmlContext,
  child: ObjectDefinition,
  field: string,
  ids: readonly string[]
): Map<string, string[]> {
  const live = child.fields.has('isdeleted') ? ' AND "IsDeleted"=0' : '';
  const where = `"${field}" IN (SELECT value FROM json_each(?))${live}`;
  const statement = `SELECT "${field}","Id" FROM "${child.name}" WHERE ${where} ORDER BY "Id"`;
  const rows = context.store.connection.all(statement, [JSON.stringify(ids)]) as unknown as [string, string][];
  const names = namesOf(
    context,
    child,
    rows.map(([, id]) => id)
  );
  const byParent = new Map<string, string[]>();
  for (const [parentId, id] of rows) {
    byParent.set(parentId, [...(byParent.get(parentId) ?? []), names.get(id) ?? id]);
  }
  return byParent;
}

/** Deletes records and their details; lookups to them are cleared. No trigger runs for records that cascade. */
function removeRecords(context: DmlContext, root: ObjectDefinition, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return;
  const serial = context.store.nextSerial('delete');
  const queue: [ObjectDefinition, string[]][] = [[root, [...ids]]];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [object, current] = next;
    for (const [child, relationship] of childRelationships(context, object)) {
      if (!relationship.cascadeDelete) clearLookup(context, child, relationship.field, current, serial);
      else {
        const children = liveChildren(context, child, relationship.field, current);
        if (children.length > 0) queue.push([child, children]);
      }
    }
    markDeleted(context, object, current, serial);
  }
}

function liveChildren(
  context: DmlContext,
  child: ObjectDefinition,
  field: string,
  parentIds: readonly string[]
): string[] {
  const live = child.fields.has('isdeleted') ? ' AND "IsDeleted"=0' : '';
  const statement = `SELECT "Id" FROM "${child.name}" WHERE "${field}" IN (SELECT value FROM json_each(?))${live}`;
  return context.store.connection.all(statement, [JSON.stringify(parentIds)]).map(([id]) => id as string);
}

/** What a lookup pointed to is kept, for when the parent comes back. */
function clearLookup(
  context: DmlContext,
  child: ObjectDefinition,
  field: string,
  parentIds: readonly string[],
  serial: number
): void {
  const { connection } = context.store;
  const where = `WHERE "${field}" IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify(parentIds);
  const kept = `SELECT ?,?,?,"Id","${field}" FROM "${child.name}" ${where}`;
  if (connection.run(`INSERT INTO "${CLEARED_TABLE}" ${kept}`, [serial, child.name, field, list]) === 0) return;
  connection.run(`UPDATE "${child.name}" SET "${field}"=NULL ${where}`, [list]);
}

/**
 * Lookups that a delete cleared point to the record again, unless they point elsewhere by now ("Restoring Deleted
 * Records", Apex Developer Guide).
 */
function restoreLookups(context: DmlContext, ids: readonly string[], serials: string): void {
  const { connection } = context.store;
  const these = 'serial IN (SELECT value FROM json_each(?)) AND parent IN (SELECT value FROM json_each(?))';
  const parameters = [serials, JSON.stringify(ids)];
  const cleared = connection.all(`SELECT object,field,id,parent FROM "${CLEARED_TABLE}" WHERE ${these}`, parameters);
  for (const [object, field, id, parent] of cleared as unknown as string[][]) {
    connection.run(`UPDATE "${object}" SET "${field}"=? WHERE "Id"=? AND "${field}" IS NULL`, [parent, id]);
  }
  connection.run(`DELETE FROM "${CLEARED_TABLE}" WHERE ${these}`, parameters);
}

/** Objects without a recycle bin lose the row. */
function markDeleted(context: DmlContext, object: ObjectDefinition, ids: readonly string[], serial: number): void {
  const where = `WHERE "Id" IN (SELECT value FROM json_each(?))`;
  if (!object.fields.has('isdeleted')) {
    context.store.connection.run(`DELETE FROM "${object.name}" ${where}`, [JSON.stringify(ids)]);
    return;
  }
  const statement = `UPDATE "${object.name}" SET "IsDeleted"=1,"${DELETE_COLUMN}"=? ${where}`;
  context.store.connection.run(statement, [serial, JSON.stringify(ids)]);
}

function restore(context: DmlContext, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const { connection } = context.store;
  const where = `"Id" IN (SELECT value FROM json_each(?))`;
  const list = JSON.stringify(ids);
  const serials = connection
    .all(`SELECT DISTINCT "${DELETE_COLUMN}" FROM "${context.object.name}" WHERE ${where}`, [list])
    .map(([serial]) => serial as number);
  const reset = `SET "IsDeleted"=0,"${DELETE_COLUMN}"=NULL`;
  connection.run(`UPDATE "${context.object.name}" ${reset} WHERE ${where}`, [list]);
  restoreLookups(context, ids, JSON.stringify(serials));
  restoreDetails(context, context.object, ids, JSON.stringify(serials), reset);
}

/** Details come back when the same delete took them along. */
function restoreDetails(
  context: DmlContext,
  object: ObjectDefinition,
  ids: readonly string[],
  serials: string,
  reset: string
): void {
  const { connection } = context.store;
  for (const [child, relationship] of childRelationships(context, object)) {
    if (!relationship.cascadeDelete || !child.fields.has('isdeleted')) continue;
    const where = `"${relationship.field}" IN (SELECT value FROM json_each(?)) AND "${DELETE_COLUMN}" IN (SELECT value FROM json_each(?))`;
    const parameters = [JSON.stringify(ids), serials];
    const children = connection.all(`SELECT "Id" FROM "${child.name}" WHERE ${where}`, parameters);
    if (children.length === 0) continue;
    connection.run(`UPDATE "${child.name}" ${reset} WHERE ${where}`, parameters);
    const restored = children.map(([id]) => id as string);
    restoreLookups(context, restored, serials);
    restoreDetails(context, child, restored, serials, reset);
  }
}
