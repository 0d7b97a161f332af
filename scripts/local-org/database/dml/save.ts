/**
 * Insert and update of one batch of rows, in the platform's order: defaults, before triggers, system validation,
 * custom validation, unique values, save, after triggers.
 * @see "Triggers and Order of Execution", Apex Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_triggers_order_of_execution.htm)
 */
import { valuesEqual } from '../../values/keys';
import { canonicalId } from '../../values/record-id';
import { SObjectRecord } from '../../records/sobject-record';
import { dropManualShares } from '../share-rows';
import type { FieldDefinition } from '../../schema/model';
import { insertRows, updateRows } from '../../store/rows';
import { checkRequired, checkUnique, recordStates, ReferenceChecker } from './checks';
import { completeMembers } from './campaign-members';
import { checkValidationRules } from './validation-rules';
import { compute } from './computed';
import type { DmlContext } from './context';
import { checkRecordTypeValues } from './record-types';
import { refuseFlowsAfter, runFlowsBefore } from './flows';
import { insertRoleGroups } from './role-groups';
import { applyDefaults, autoNumberFields, autoNumberText, stampAudit } from './defaults';
import { resolveExternalReferences } from './external-references';
import { duplicateId, idInInsert, idMissing, malformedId, unknownReference } from './messages';
import {
  checkPersonFields,
  completePerson,
  decidePersons,
  insertContacts,
  refusePersonContacts,
  updateContacts
} from './person-accounts';
import { beforeInsertEffects, checkNewRecord } from './platform-effects';
import { saveParents, watchParents } from './roll-up-parents';
import type { DmlRow } from './row';
import { keepRollUps } from './snapshots';
import { loadStored, type StoredRows } from './stored-rows';
import { runTriggers } from './triggers';
import { refuseChanges } from './update-rules';
import { fieldValue } from './values';
import { runWorkflowRules, type WorkflowSaves } from './workflow';

/** Inserts the rows that nothing is wrong with; the others carry their errors. */
export function insertBatch(context: DmlContext, rows: readonly DmlRow[]): void {
  const { object } = context;
  for (const row of rows) prepareInsert(context, row);
  resolveExternalReferences(context, healthy(rows));
  for (const row of healthy(rows)) applyDefaults(object, row.changes, context.stamp, context.triggers.length > 0);
  decidePersons(context, healthy(rows));
  checkBeforeTriggers(context, healthy(rows));
  runFlowsBefore(context, healthy(rows), null);
  beforeTriggers(context, rows, 'insert');
  for (const row of healthy(rows)) finishInsert(context, row);
  validate(context, rows, null);
  const good = healthy(rows);
  const parents = watchParents(context, good, null);
  beforeInsertEffects(context, good);
  completeMembers(context, good, null);
  insertRows(
    context.store.connection,
    object,
    good.map((row) => row.changes)
  );
  insertContacts(context, good);
  insertRoleGroups(context, good);
  afterTriggers(context, good, 'insert');
  runWorkflowRules(context, healthy(good), null, WORKFLOW_SAVES);
  refuseFlowsAfter(context, healthy(good), null);
  saveParents(context, parents, good, updateBatch);
}

function healthy(rows: readonly DmlRow[]): DmlRow[] {
  return rows.filter((row) => !row.failed);
}

/** Takes over what the record says about fields that may be set on creation. */
function prepareInsert(context: DmlContext, row: DmlRow): void {
  row.changes = new Map();
  row.id = null;
  if (row.record.id !== null && !takeId(context, row)) return;
  for (const [name, value] of row.record.values) {
    const field = context.object.fields.get(name.toLowerCase());
    if (field && field.name === name && field.createable) row.changes.set(name, withoutEmptyText(value));
  }
}

/**
 * Fields of records "can never be empty (only null)" ("Primitive Data Types", String, Apex Developer Guide), in triggers
 * too; what triggers set is looked at again when it is saved.
 */
function withoutEmptyText(value: unknown): unknown {
  return value === '' ? null : value;
}

/** Only bulk loads of the tooling may bring Ids: those of records that come from another org. */
function takeId(context: DmlContext, row: DmlRow): boolean {
  const given = row.record.id as string;
  const id = canonicalId(given);
  if (!context.options.keepIds) row.fail(idInInsert());
  else if (id === null) row.fail(malformedId(given));
  else if (context.schema.byKeyPrefix(id.slice(0, 3)) !== context.object) row.fail(malformedId(id));
  else if (recordStates(context.store.connection, context.object, [id]).size > 0) row.fail(duplicateId(id));
  else {
    row.id = id;
    context.store.keepClearOf(id);
  }
  return row.id !== null;
}

function finishInsert(context: DmlContext, row: DmlRow): void {
  const { object, store, stamp } = context;
  if (row.next) row.changes = writable(context, row.next.values, 'createable');
  normalize(context, row);
  completePerson(context, row);
  compute(object, row.changes, () => null);
  row.id ??= store.nextId(object);
  row.changes.set('Id', row.id);
  for (const field of autoNumberFields(object)) setAutoNumber(context, row, field);
  const name = object.fields.get('name');
  // "A record without a name gets its Id as name", Custom Object Name field.
  if (object.custom && name && !name.autoNumber && (row.changes.get('Name') ?? null) === null) {
    row.changes.set('Name', row.id.slice(0, 15));
  }
  stampAudit(object, row.changes, stamp, true);
}

function setAutoNumber(context: DmlContext, row: DmlRow, field: FieldDefinition): void {
  const serial = context.store.nextSerial(`${context.object.name}.${field.name}`);
  const format = field.autoNumberFormat ?? '{00000000}';
  row.changes.set(field.name, autoNumberText(format, serial, context.stamp.now));
}

/** Updates the rows that nothing is wrong with; the others carry their errors. */
export function updateBatch(context: DmlContext, rows: readonly DmlRow[]): void {
  writeUpdates(context, rows, true);
}

const WORKFLOW_SAVES: WorkflowSaves = {
  insert: (context, rows) => insertBatch(context, rows),
  updateAgain: (context, rows) => writeUpdates(context, rows, false)
};

/** @param isFirst whether this is the save itself, and not what workflow rules set after it */
function writeUpdates(context: DmlContext, rows: readonly DmlRow[], isFirst: boolean): void {
  refusePersonContacts(context, rows);
  for (const row of rows) prepareUpdate(context, row);
  const stored = loadStored(context, healthy(rows));
  resolveExternalReferences(context, healthy(rows));
  checkBeforeTriggers(context, healthy(rows));
  if (isFirst) runFlowsBefore(context, healthy(rows), stored);
  keepRollUps(context, stored);
  for (const row of healthy(rows)) buildTriggerRecords(context, row, stored);
  beforeTriggers(context, rows, 'update');
  for (const row of healthy(rows)) finishUpdate(context, row, stored);
  validate(context, rows, stored, isFirst);
  const good = healthy(rows);
  const parents = isFirst ? watchParents(context, good, stored) : [];
  completeMembers(context, good, stored);
  updateRows(
    context.store.connection,
    context.object,
    good.map((row) => ({ id: row.id as string, values: row.changes }))
  );
  updateContacts(context, good);
  dropManualShares(context.schema, context.store, context.object, ownersChanged(good, stored));
  afterTriggers(context, good, 'update');
  if (isFirst) runWorkflowRules(context, healthy(good), stored, WORKFLOW_SAVES);
  if (isFirst) refuseFlowsAfter(context, healthy(good), stored);
  saveParents(context, parents, good, updateBatch);
}

function ownersChanged(rows: readonly DmlRow[], stored: StoredRows): string[] {
  const changed = rows.filter(({ id, changes }) => {
    const owner = changes.get('OwnerId') ?? null;
    return owner !== null && owner !== stored.get(id as string)?.get('OwnerId');
  });
  return changed.map((row) => row.id as string);
}

/** Fields that cannot be changed are left alone: a queried record carries them along. */
function prepareUpdate(context: DmlContext, row: DmlRow): void {
  row.id = row.record.id;
  row.changes = writable(context, row.record.values, 'updateable');
  if (row.id === null) row.fail(idMissing('update'));
  else if (context.schema.byKeyPrefix(row.id.slice(0, 3)) !== context.object) row.fail(unknownReference());
}

function writable(
  context: DmlContext,
  values: ReadonlyMap<string, unknown>,
  right: 'createable' | 'updateable'
): Map<string, unknown> {
  const changes = new Map<string, unknown>();
  for (const [name, value] of values) {
    const field = context.object.fields.get(name.toLowerCase());
    const isOpen = field?.[right] === true || context.options.platformSets?.has(name) === true;
    if (field && field.name === name && isOpen) changes.set(name, withoutEmptyText(value));
  }
  return changes;
}

function buildTriggerRecords(context: DmlContext, row: DmlRow, stored: StoredRows): void {
  const old = stored.get(row.id as string);
  if (context.triggers.length === 0 || !old) return;
  row.previous = new SObjectRecord(context.object, new Map([...old, ...row.previousValues]));
  row.next = new SObjectRecord(context.object, new Map([...old, ...row.changes]));
}

function finishUpdate(context: DmlContext, row: DmlRow, stored: StoredRows): void {
  const old = stored.get(row.id as string);
  if (old) {
    refuseChanges(context, row, old);
    checkPersonFields(context, row, old);
  }
  if (row.next && old) takeTriggerChanges(context, row, old);
  normalize(context, row);
  compute(context.object, row.changes, (name) => old?.get(name) ?? null);
  stampAudit(context.object, row.changes, context.stamp, false);
}

/** What the statement set, as the triggers left it, and what they changed besides. */
function takeTriggerChanges(context: DmlContext, row: DmlRow, old: ReadonlyMap<string, unknown>): void {
  const next = row.next as SObjectRecord;
  const asked = row.changes;
  row.changes = new Map();
  for (const [name, value] of writable(context, next.values, 'updateable')) {
    if (asked.has(name) || !valuesEqual(value, old.get(name) ?? null)) row.changes.set(name, value);
  }
}

/** Brings every value to the form its field stores. */
function normalize(context: DmlContext, row: DmlRow): void {
  const truncate = context.options.truncate || row.record.dmlOptions?.allowFieldTruncation === true;
  const options = { ...context.options, truncate };
  for (const [name, value] of row.changes) {
    const field = context.object.fields.get(name.toLowerCase()) as FieldDefinition;
    const stored = fieldValue(field, value, options, (error) => row.fail(error));
    if (stored !== value) row.changes.set(name, stored);
  }
}

function beforeTriggers(context: DmlContext, rows: readonly DmlRow[], operation: 'insert' | 'update'): void {
  if (context.triggers.length === 0) return;
  const good = healthy(rows);
  if (operation === 'insert')
    for (const row of good) row.next = new SObjectRecord(context.object, new Map(row.changes));
  runTriggers(context.triggers, context.object, 'before', operation, good);
}

function afterTriggers(context: DmlContext, rows: readonly DmlRow[], operation: 'insert' | 'update'): void {
  if (context.triggers.length === 0) return;
  for (const row of rows) {
    const next = row.next as SObjectRecord;
    for (const [name, value] of row.changes) next.values.set(name, value);
  }
  if (operation === 'insert') keepRollUps(context, recordsOf(rows));
  runTriggers(context.triggers, context.object, 'after', operation, rows);
}

/** What triggers see as `Trigger.new`, by Id. */
function recordsOf(rows: readonly DmlRow[]): Map<string, Map<string, unknown>> {
  return new Map(rows.map(({ id, next }) => [id as string, (next as SObjectRecord).values]));
}

/**
 * Before any trigger runs, records that do not come from a page are checked for foreign keys and restricted picklists
 * alone ("Triggers and Order of Execution", Apex Developer Guide): a trigger comes too late to mend those.
 */
function checkBeforeTriggers(context: DmlContext, rows: readonly DmlRow[]): void {
  if (context.triggers.length === 0) return;
  for (const row of rows) {
    for (const [name, value] of row.changes) {
      const field = context.object.fields.get(name.toLowerCase()) as FieldDefinition;
      if (!field.restrictedPicklist && field.type !== 'REFERENCE') continue;
      fieldValue(field, value, context.options, (error) => row.fail(error));
    }
  }
  new ReferenceChecker(context.store.connection, context.schema).check(context.object, healthy(rows));
}

/**
 * @param stored the records as they were; null for new ones
 * @param meetsRules whether validation rules look at the rows
 */
function validate(context: DmlContext, rows: readonly DmlRow[], stored: StoredRows | null, meetsRules = true): void {
  const { object, store, schema } = context;
  const isNew = stored === null;
  for (const row of healthy(rows)) checkRequired(object, row, isNew);
  checkRecordTypeValues(context, healthy(rows), stored);
  if (isNew) for (const row of healthy(rows)) checkNewRecord(object, row);
  new ReferenceChecker(store.connection, schema).check(object, healthy(rows));
  if (meetsRules) checkValidationRules(context, healthy(rows), stored);
  checkUnique(store.connection, object, healthy(rows));
}
