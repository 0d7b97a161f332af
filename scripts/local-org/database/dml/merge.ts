/**
 * Merging records: children move to the master, the others are deleted.
 * @see "Merging Records" and "merge", Apex Developer Guide
 */
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import { DmlException } from '../../values/dml-exception';
import { nullDereference } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import type { Database } from '../database';
import { recordError } from '../../records/record-error';
import type { SObjectRecord } from '../../records/sobject-record';
import { hasPersonAccounts } from '../../schema/person-accounts';
import { isStored } from '../../store/codec';
import { unknownReference } from './messages';
import { DmlRow } from './row';
import { runStatement } from './statement';

/** Other records that one merge takes. */
const MAXIMUM_MERGED = 2;

/** What a merge did. */
export interface MergeOutcome {
  readonly row: DmlRow;
  readonly mergedIds: readonly string[];
  /** Ids of the child records that have the master as parent now. */
  readonly updatedRelatedIds: readonly string[];
}

/**
 * Merges up to two records into a master and saves the master's fields.
 * @throws DmlException when `allOrNone` and something is refused
 */
export function mergeRecords(
  database: Database,
  master: SObjectRecord,
  others: readonly SObjectRecord[],
  options: { readonly allOrNone: boolean; readonly userMode: boolean }
): MergeOutcome {
  if (hasPersonAccounts(master.definition)) throw new NotModeled('merging accounts where some are persons');
  const row = new DmlRow(master, 0);
  const problem = refusal(master, others);
  if (problem) {
    row.fail(problem);
    if (options.allOrNone) throw refused(row);
    return { row, mergedIds: [], updatedRelatedIds: [] };
  }
  return database.atomically(() => {
    const ids = others.map((other) => other.id as string);
    const updatedRelatedIds = moveChildren(database, master, ids);
    const rules = { allOrNone: true, userMode: options.userMode };
    runStatement(database, 'delete', others, rules);
    const [saved] = runStatement(database, 'update', [master], rules);
    return { row: saved, mergedIds: ids, updatedRelatedIds };
  });
}

/**
 * The statement `merge master duplicates`: all or nothing.
 * @throws DmlException when something is refused
 */
export function mergeStatement(
  database: Database,
  master: SObjectRecord | null,
  duplicates: SObjectRecord | ApexList | null,
  userMode: boolean
): void {
  if (master === null || duplicates === null) throw nullDereference();
  const others = duplicates instanceof ApexList ? (duplicates.items as SObjectRecord[]) : [duplicates];
  mergeRecords(database, master, others, { allOrNone: true, userMode });
}

function refusal(master: SObjectRecord, others: readonly SObjectRecord[]): DmlRow['errors'][number] | null {
  if (!master.definition.mergeable)
    return recordError('INVALID_OPERATION', `${master.definition.name} cannot be merged`);
  if (master.id === null || others.some((other) => other.id === null)) return unknownReference();
  if (others.length > MAXIMUM_MERGED) return recordError('INVALID_OPERATION', 'too many merge targets');
  if (others.some((other) => other.id === master.id)) {
    return recordError('INVALID_OPERATION', 'Invalid record type or ID: master record and merged record are the same');
  }
  return null;
}

function refused(row: DmlRow): DmlException {
  const [{ statusCode, message, fields }] = row.errors;
  const exception = new DmlException(
    `Merge failed. First exception on row 0; first error: ${statusCode}, ${message}: []`
  );
  exception.rows = [{ id: row.record.id, index: 0, message, fields, fieldTokens: [], statusCode }];
  return exception;
}

/** Every reference to a merged record becomes one to the master. */
function moveChildren(database: Database, master: SObjectRecord, ids: readonly string[]): string[] {
  const { connection } = database.store;
  const list = JSON.stringify(ids);
  const moved: string[] = [];
  for (const relationship of master.definition.childRelationships) {
    const child = database.schema.object(relationship.childObject);
    const field = child?.fields.get(relationship.field.toLowerCase());
    if (!child || !field || !isStored(field) || field.name === 'MasterRecordId') continue;
    const where = `"${field.name}" IN (SELECT value FROM json_each(?))`;
    for (const [id] of connection.all(`SELECT "Id" FROM "${child.name}" WHERE ${where}`, [list]))
      moved.push(String(id));
    connection.run(`UPDATE "${child.name}" SET "${field.name}"=? WHERE ${where}`, [master.id, list]);
  }
  if (master.definition.fields.has('masterrecordid')) {
    const where = '"Id" IN (SELECT value FROM json_each(?))';
    connection.run(`UPDATE "${master.definition.name}" SET "MasterRecordId"=? WHERE ${where}`, [master.id, list]);
  }
  transaction().hasUncommittedWork = true;
  return moved;
}
