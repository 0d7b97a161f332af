/**
 * `System.Database`: queries, savepoints, and DML with results.
 * @see "Database Class", Apex Reference Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm)
 */
import { unknownReference, DmlRow, runQueryText, type QueryResult } from '../../database';
import { listOfRecords } from '../../records/lists';
import { recordOfId } from '../../records/record-of-id';
import type { SObjectRecord } from '../../records/sobject-record';
import { definePlatformType } from '../../declarations/define';
import { required } from '../../declarations/arguments';
import { newList } from '../../declarations/platform-lists';
import { boundVariable } from './bind-scope';
import { transaction, type Transaction } from '../../transaction/transaction';
import { nullArgument, QueryException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import type { ApexMap } from '../../values/map';
import { isUserMode, type AccessLevel } from './access-level';
import { dmlMethods } from './dml-methods';
import { Cursor } from './cursor';
import { QueryLocator } from './query-locator';
import { EmptyRecycleBinResult } from './results';
import { releaseSavepoint, rollback, setSavepoint, type Savepoint } from './savepoint';

function run(text: string | null, access: AccessLevel | null, binds: ApexMap | null): QueryResult {
  if (text === null) throw nullArgument(1);
  const resolve = binds ? (name: string) => boundInMap(binds, name) : boundVariable;
  return runQueryText(text, resolve, { userMode: isUserMode(access) });
}

/** Names in a bind map are compared without case. */
function boundInMap(binds: ApexMap, name: string): unknown {
  const wanted = name.toLowerCase();
  for (const { key, value } of binds.entries()) if (String(key).toLowerCase() === wanted) return value;
  throw new QueryException(`Key '${name}' does not exist in the bindMap`);
}

function query(text: string | null, access: AccessLevel | null = null, binds: ApexMap | null = null): ApexList {
  const result = run(text, access, binds);
  if (result.kind === 'count') throw new QueryException('Only variable references are allowed in dynamic SOQL/SOSL.');
  return listOfRecords(result.object, result.records);
}

function count(text: string | null, access: AccessLevel | null = null, binds: ApexMap | null = null): number {
  const result = run(text, access, binds);
  return result.kind === 'count' ? result.count : result.records.length;
}

function locator(text: string | null, access: AccessLevel | null = null, binds: ApexMap | null = null): QueryLocator {
  const result = run(text, access, binds);
  return new QueryLocator(text as string, result.kind === 'count' ? [] : result.records);
}

function cursor(text: string | null, access: AccessLevel | null = null, binds: ApexMap | null = null): Cursor {
  const result = run(text, access, binds);
  if (result.kind === 'count') throw new QueryException('A cursor needs records.');
  return new Cursor(result.object, result.records);
}

/**
 * Records leave the recycle bin for good once the transaction commits: until then `ALL ROWS` still finds them. One that
 * is not in the bin is refused.
 * @see "emptyRecycleBin", Database Class, Apex Reference Guide
 */
function emptyRecycleBin(records: readonly SObjectRecord[]): EmptyRecycleBinResult[] {
  const current = transaction();
  if (records.length > 0) current.limits.consume('dmlStatements');
  current.limits.consume('dmlRows', records.length);
  return records.map((record, index) => new EmptyRecycleBinResult(emptied(current, record, index)));
}

function binnedRecord(id: string | null): SObjectRecord {
  return recordOfId(transaction().org.schema, required(id, 1));
}

function emptied(current: Transaction, record: SObjectRecord, index: number): DmlRow {
  const { connection } = current.org.database.store;
  const row = new DmlRow(record, index);
  const binned = `FROM "${record.definition.name}" WHERE "Id"=? AND "IsDeleted"=1`;
  row.id = record.id;
  if (connection.all(`SELECT 1 ${binned}`, [record.id]).length === 0) row.fail(unknownReference());
  else current.afterCommit(() => connection.run(`DELETE ${binned}`, [record.id]));
  return row;
}

/** `getQueryLocator([SELECT …])`: the compiler hands over the records. */
function locatorOfRecords(records: ApexList | null): QueryLocator {
  if (records === null) throw nullArgument(1);
  return new QueryLocator('', records.items as SObjectRecord[]);
}

definePlatformType({
  name: 'Database',
  namespace: 'System',
  kind: 'class',
  documentation:
    'https://developer.salesforce.com/docs/atlas.en-us.apexref.meta/apexref/apex_methods_system_database.htm',
  members: {
    ...dmlMethods,
    'static List<SObject> query(String query)': (text: string | null) => query(text),
    'static List<SObject> query(String query, System.AccessLevel accessLevel)': query,
    'static List<SObject> queryWithBinds(String query, Map<String, Object> binds, System.AccessLevel accessLevel)': (
      text: string | null,
      binds: ApexMap,
      access: AccessLevel | null
    ) => query(text, access, binds),
    'static Integer countQuery(String query)': (text: string | null) => count(text),
    'static Integer countQuery(String query, System.AccessLevel accessLevel)': count,
    'static Integer countQueryWithBinds(String query, Map<String, Object> binds, System.AccessLevel accessLevel)': (
      text: string | null,
      binds: ApexMap,
      access: AccessLevel | null
    ) => count(text, access, binds),
    'static Database.QueryLocator getQueryLocator(String query)': (text: string | null) => locator(text),
    'static Database.QueryLocator getQueryLocator(String query, System.AccessLevel accessLevel)': locator,
    'static Database.QueryLocator getQueryLocator(List<SObject> query)': locatorOfRecords,
    'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String, Object> binds, System.AccessLevel accessLevel)':
      (text: string | null, binds: ApexMap, access: AccessLevel | null) => locator(text, access, binds),
    'static System.Savepoint setSavepoint()': setSavepoint,
    'static void rollback(System.Savepoint savepoint)': (savepoint: Savepoint | null) => rollback(savepoint),
    'static void releaseSavepoint(System.Savepoint savepoint)': (savepoint: Savepoint | null) =>
      releaseSavepoint(savepoint),
    'static Database.Cursor getCursor(String query)': (text: string | null) => cursor(text),
    'static Database.Cursor getCursor(String query, System.AccessLevel accessLevel)': cursor,
    'static Database.Cursor getCursorWithBinds(String query, Map<String, Object> binds, System.AccessLevel accessLevel)':
      (text: string | null, binds: ApexMap, access: AccessLevel | null) => cursor(text, access, binds),
    'static Database.EmptyRecycleBinResult emptyRecycleBin(Id recordId)': (id: string | null) =>
      emptyRecycleBin([binnedRecord(id)])[0],
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<Id> recordIds)': (ids: ApexList) =>
      newList('Database.EmptyRecycleBinResult', emptyRecycleBin((ids.items as (string | null)[]).map(binnedRecord))),
    'static Database.EmptyRecycleBinResult emptyRecycleBin(SObject record)': (record: SObjectRecord) =>
      emptyRecycleBin([record])[0],
    'static List<Database.EmptyRecycleBinResult> emptyRecycleBin(List<SObject> records)': (records: ApexList) =>
      newList('Database.EmptyRecycleBinResult', emptyRecycleBin(records.items as SObjectRecord[]))
  }
});
