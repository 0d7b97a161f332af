/** Runs compiled queries and makes records of their rows. */
import { ApexList } from '../../values/list';
import { recordListType } from '../../records/lists';
import { SObjectRecord } from '../../records/sobject-record';
import type { Connection, Row } from '../../store/connection';
import type { AggregatePlan, ChildReader, CountPlan, RecordPlan, RecordReader, ValueReader } from './plan';
import { statementFor, type QueryContext, type Sql } from './sql';

/** Records of a query, and how many rows it cost. */
export interface QueryRows {
  readonly records: SObjectRecord[];
  /** Rows that count against the limit, children included. */
  readonly rows: number;
}

/** Runs a SELECT of records. */
export function executeRecords(connection: Connection, plan: RecordPlan, context: QueryContext): QueryRows {
  const rows = run(connection, plan.sql, context);
  const records = rows.map((row) => readRecord(row, plan.reader) as SObjectRecord);
  const children = attachChildren(connection, plan.reader.children, records, context);
  return { records, rows: rows.length + children };
}

/** Runs a SELECT of groups. */
export function executeAggregate(connection: Connection, plan: AggregatePlan, context: QueryContext): QueryRows {
  const rows = run(connection, plan.sql, context);
  const selected = new Set(plan.values.map((value) => value.name));
  const records = rows.map((row) => {
    const values = new Map<string, unknown>();
    readValues(row, plan.values, values);
    return new SObjectRecord(plan.object, values, selected);
  });
  const looked = rows.reduce((sum, row) => sum + (plan.rowsColumn < 0 ? 1 : Number(row[plan.rowsColumn])), 0);
  return { records, rows: looked };
}

/** Runs a `SELECT COUNT()`. */
export function executeCount(connection: Connection, plan: CountPlan, context: QueryContext): number {
  return Number(run(connection, plan.sql, context)[0]?.[0] ?? 0);
}

function run(connection: Connection, piece: Sql, context: QueryContext): Row[] {
  const { text, parameters } = statementFor(piece, context);
  return connection.all(text, parameters);
}

function readRecord(row: Row, reader: RecordReader): SObjectRecord | null {
  if (row[reader.idColumn] === null) return null;
  const values = new Map<string, unknown>();
  readValues(row, reader.values, values);
  for (const parent of reader.parents) values.set(parent.name, readParent(row, parent.options));
  return new SObjectRecord(reader.object, values, reader.selected);
}

function readValues(row: Row, readers: readonly ValueReader[], values: Map<string, unknown>): void {
  for (const reader of readers) {
    const stored = row[reader.column];
    values.set(reader.name, stored === null ? null : reader.decode(stored));
  }
}

function readParent(row: Row, options: readonly RecordReader[]): SObjectRecord | null {
  for (const option of options) {
    const record = readRecord(row, option);
    if (record) return record;
  }
  return null;
}

/** One statement per child relationship, whatever the number of parents. */
function attachChildren(
  connection: Connection,
  readers: readonly ChildReader[],
  parents: readonly SObjectRecord[],
  context: QueryContext
): number {
  let count = 0;
  if (parents.length === 0) return 0;
  const parentIds = JSON.stringify(parents.map((parent) => parent.id));
  for (const { name, plan } of readers) {
    const type = recordListType(plan.object);
    const rows = run(connection, plan.sql, { ...context, parentIds });
    const children = rows.map((row) => readRecord(row, plan.reader) as SObjectRecord);
    const lists = new Map(parents.map((parent) => [parent.id as string, new ApexList(type)]));
    rows.forEach((row, index) => lists.get(row[plan.parentColumn] as string)?.items.push(children[index]));
    for (const parent of parents) parent.values.set(name, lists.get(parent.id as string));
    count += rows.length + attachChildren(connection, plan.reader.children, children, context);
  }
  return count;
}
