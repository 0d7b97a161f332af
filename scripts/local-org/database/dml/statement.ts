/**
 * DML statements as Apex makes them: limits, permissions, objects of several kinds in one list, all or nothing.
 * @see "Apex DML Operations", Apex Reference Guide
 */
import { logDml } from '../../debug-log';
import { cross } from '../../transaction/cross';
import type { ObjectAccess } from '../../access';
import { transaction } from '../../transaction/transaction';
import { DmlException, type DmlExceptionRow } from '../../values/dml-exception';
import { ListException, SecurityException, TypeException, nullDereference } from '../../values/exceptions';
import { NotModeled } from '../../values/not-modeled';
import type { SObjectRecord } from '../../records/sobject-record';
import { recordError } from '../../records/record-error';
import { fieldToken } from '../../records/tokens';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import type { Database } from '../database';
import { isSharingEnforced, ownershipCondition } from '../sharing';
import { sharingParameter } from '../sharing-parameter';
import type { DmlContext } from './context';
import { runBatches } from './engine';
import { insufficientAccess } from './messages';
import { refuseMixedDml } from './mixed-dml';
import { DmlRow, type DmlVerb } from './row';
import { refuseSelfReference } from './trigger-recursion';
import { divideUpsert } from './upsert';

/** What a statement was asked to do. */
export type StatementVerb = DmlVerb | 'upsert';

/** How a statement is to be done. */
export interface StatementOptions {
  /** A failed row undoes the others and throws. */
  readonly allOrNone: boolean;
  /** Checks the running user's object and field permissions. */
  readonly userMode: boolean;
  /** For an upsert: the field to match by. */
  readonly externalId?: FieldDefinition | null;
  /** `DMLOptions.allowFieldTruncation`. */
  readonly truncate?: boolean;
  /** A bulk load of the tooling may bring the Ids of its records. */
  readonly keepIds?: boolean;
  /** Fields that the platform itself sets with this statement, though no user may. */
  readonly platformSets?: ReadonlySet<string>;
}

/**
 * Runs one DML statement of Apex code.
 * @param records the records in the order given; the same positions come back
 * @returns one row per record; with `allOrNone` all succeeded
 * @throws DmlException with every failed row when `allOrNone`
 */
export function runStatement(
  database: Database,
  verb: StatementVerb,
  records: readonly (SObjectRecord | null)[],
  options: StatementOptions
): DmlRow[] {
  // A statement on an empty list does nothing and counts for nothing.
  if (records.length === 0) return [];
  const objectName = records[0]?.definition.name ?? 'null';
  return logDml(verb, objectName, records.length, () => runRows(database, verb, records, options));
}

function runRows(
  database: Database,
  verb: StatementVerb,
  records: readonly (SObjectRecord | null)[],
  options: StatementOptions
): DmlRow[] {
  const current = transaction();
  current.limits.consume('dmlStatements');
  const rows = rowsOf(verb, records);
  current.limits.consume('dmlRows', rows.length);
  for (const row of rows) row.record.clearErrors();
  meetFaults(verb, rows);
  database.store.atomically(() => {
    for (const [object, group] of chunksByObject(rows)) {
      refuseMixedDml(object, capital(verb));
      if (options.userMode) checkAccess(object, verb, group);
      if (isSharingEnforced(options.userMode)) checkSharing(database, object, verb, group);
      refuseSelfReference(verb, group);
      runOnObject(database, object, verb, group, options);
      if (options.allOrNone && group.some((row) => row.failed)) break;
    }
    if (options.allOrNone && rows.some((row) => row.failed)) throw failure(verb, rows);
  });
  current.hasUncommittedWork = true;
  for (const row of rows) if (!row.failed && (verb === 'insert' || row.created)) row.record.values.set('Id', row.id);
  return rows;
}

/** What goes wrong where faults were planned: a status code at the statement is one of each of its rows. */
function meetFaults(verb: StatementVerb, rows: readonly DmlRow[]): void {
  const { faults } = transaction().org;
  if (!faults) return;
  const effect = cross('dml', `${verb} ${rows[0].record.definition.name} ${rows.length}`);
  if (effect === 'limit') transaction().limits.exceed('dmlStatements');
  for (const row of rows) {
    const status = cross('dmlrow', `${verb} ${row.record.definition.name}`) ?? effect;
    if (status) row.fail(recordError(status, 'A fault was planned here.'));
  }
}

function rowsOf(verb: StatementVerb, records: readonly (SObjectRecord | null)[]): DmlRow[] {
  const seen = new Set<unknown>();
  return records.map((record, index) => {
    if (record === null) throw nullDereference();
    const key = verb === 'insert' ? record : record.id;
    if (key !== null && seen.has(key)) throw duplicateInList(verb, record);
    if (key !== null) seen.add(key);
    return new DmlRow(record, index);
  });
}

function duplicateInList(verb: StatementVerb, record: SObjectRecord): Error {
  if (verb === 'insert') {
    return new ListException('Before Insert or Upsert list must not have two identically equal elements');
  }
  return new ListException(`Duplicate id in list: ${record.id}`);
}

/** Consecutive records of one object are done together ("Creating Parent and Child Records…", chunks). */
function chunksByObject(rows: readonly DmlRow[]): [ObjectDefinition, DmlRow[]][] {
  const chunks: [ObjectDefinition, DmlRow[]][] = [];
  for (const row of rows) {
    const last = chunks[chunks.length - 1];
    if (last && last[0] === row.record.definition) last[1].push(row);
    else chunks.push([row.record.definition, [row]]);
  }
  if (chunks.length > MAXIMUM_CHUNKS) {
    throw new TypeException(
      `Cannot have more than ${MAXIMUM_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`
    );
  }
  return chunks;
}

const MAXIMUM_CHUNKS = 10;

function runOnObject(
  database: Database,
  object: ObjectDefinition,
  verb: StatementVerb,
  rows: DmlRow[],
  options: StatementOptions
): void {
  requireModelled(object, verb);
  const context = contextOf(database, object, options);
  if (verb !== 'upsert') runBatches(context, verb, rows, options.allOrNone);
  else {
    const parts = divideUpsert(context, rows, options.externalId ?? null);
    if (options.allOrNone && rows.some((row) => row.failed)) return;
    runBatches(context, 'insert', parts.inserts, options.allOrNone);
    if (!(options.allOrNone && rows.some((row) => row.failed))) {
      runBatches(context, 'update', parts.updates, options.allOrNone);
    }
  }
  database.changed(object);
}

/** DML that the platform allows for no user, or that the local org does not know. */
function requireModelled(object: ObjectDefinition, verb: StatementVerb): void {
  if (object.kind === 'customMetadata')
    throw new TypeException(`DML operation ${verb.toUpperCase()} not allowed on ${object.name}`);
  if (object.kind === 'platformEvent') throw new NotModeled(`DML on platform event ${object.name}`);
  const allowed = { insert: object.createable, update: object.updateable, delete: object.deletable };
  const right = verb === 'upsert' ? object.createable : verb === 'undelete' ? object.undeletable : allowed[verb];
  if (!right) throw new TypeException(`DML operation ${capital(verb)} not allowed on ${object.name}`);
}

function contextOf(database: Database, object: ObjectDefinition, options: StatementOptions): DmlContext {
  const current = transaction();
  return {
    store: database.store,
    // The Tooling API sees more objects than the data, in the same database.
    schema: current.org.schema,
    object,
    stamp: {
      userId: current.user.id,
      timeZone: current.user.timeZone,
      now: current.org.clock.now(),
      organizationId: object.kind === 'customSetting' ? database.organizationId : undefined
    },
    options: {
      truncate: options.truncate ?? false,
      keepIds: options.keepIds ?? false,
      platformSets: options.platformSets
    },
    triggers: database.triggersOn(object),
    contextOf: (other) => contextOf(database, other, { allOrNone: options.allOrNone, userMode: false })
  };
}

const RIGHTS: Readonly<Record<StatementVerb, readonly (keyof ObjectAccess)[]>> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['create']
};

/**
 * Object and field permissions of the running user ("Enforce User Mode for Database Operations", Apex Developer Guide):
 * without access to the object a SecurityException; rows with fields the user may not write fail.
 */
function checkAccess(object: ObjectDefinition, verb: StatementVerb, rows: readonly DmlRow[]): void {
  const { access } = transaction().org;
  const { user } = transaction();
  const rights = access.object(user, object);
  if (!rights.read || !RIGHTS[verb].every((right) => rights[right])) {
    throw new SecurityException(`Access to entity '${object.name}' denied`);
  }
  if (verb === 'delete' || verb === 'undelete') return;
  const denied = new Map<string, boolean>();
  for (const row of rows) {
    const fields = [...row.record.values.keys()].filter((name) => isDenied(object, name, verb, denied));
    if (fields.length > 0) row.fail(inaccessibleFields(object, fields));
  }
}

/** Rows of records that belong to others fail, unless the user may change every record. */
function checkSharing(
  database: Database,
  object: ObjectDefinition,
  verb: StatementVerb,
  rows: readonly DmlRow[]
): void {
  const condition = verb === 'insert' ? null : ownershipCondition(database.schema, object, 't', true);
  const parameter = condition === null ? null : sharingParameter(transaction().user, object, true);
  if (parameter === null) return;
  const ids = rows.map((row) => row.record.id).filter((id) => id !== null);
  const statement = `SELECT "Id" FROM "${object.name}" AS t WHERE t."Id" IN (SELECT value FROM json_each(?)) AND NOT ${condition}`;
  const others = database.store.connection.all(statement, [JSON.stringify(ids), parameter]);
  const denied = new Set(others.map(([id]) => id));
  for (const row of rows) if (denied.has(row.record.id)) row.fail(insufficientAccess());
}

function isDenied(object: ObjectDefinition, name: string, verb: StatementVerb, known: Map<string, boolean>): boolean {
  let denied = known.get(name);
  if (denied === undefined) {
    const field = object.fields.get(name.toLowerCase());
    const written = field && field.name === name && (verb === 'update' ? field.updateable : field.createable);
    const { access } = transaction().org;
    denied = Boolean(written) && !access.field(transaction().user, object, field as FieldDefinition).edit;
    known.set(name, denied);
  }
  return denied;
}

function inaccessibleFields(object: ObjectDefinition, fields: readonly string[]): ReturnType<typeof recordError> {
  const message = `Operation failed due to fields being inaccessible on Sobject ${object.name}, check errors on Exception or Result!`;
  return recordError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields);
}

function failure(verb: StatementVerb, rows: readonly DmlRow[]): DmlException {
  const failed = rows.filter((row) => row.failed);
  const [first] = failed;
  const [error] = first.errors;
  const withId = first.record.id === null ? '' : ` with id ${first.record.id}`;
  const reason = `${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
  const exception = new DmlException(
    `${capital(verb)} failed. First exception on row ${first.index}${withId}; first error: ${reason}`
  );
  exception.rows = failed.map((row) => exceptionRow(row));
  return exception;
}

function exceptionRow(row: DmlRow): DmlExceptionRow {
  const [error] = row.errors;
  const { definition } = row.record;
  return {
    id: row.record.id,
    index: row.index,
    message: error.message,
    fields: error.fields,
    fieldTokens: error.fields.map((name) => fieldToken(definition, name)),
    statusCode: error.statusCode
  };
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
