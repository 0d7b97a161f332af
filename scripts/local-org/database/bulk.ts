/** Reading and loading records for the org's own tooling: the sync command, sample data, the REST resources. */
import { ApexBlob } from '../values/blob';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexList } from '../values/list';
import { ApexTime } from '../values/time';
import type { Database } from './database';
import { runStatement } from './dml/statement';
import type { RecordError } from '../records/record-error';
import { SObjectRecord } from '../records/sobject-record';
import type { ObjectDefinition } from '../schema/model';
import { executeAggregate, executeCount, executeRecords } from './soql/execute';
import { executePlan, textPlan } from './soql/query-service';
import { fieldValueOf, type PlainValues } from './system-records';

/** Records per DML statement of a bulk load. */
const LOAD_CHUNK = 2000;

/** What became of one record that was to be loaded. */
export interface LoadResult {
  readonly id: string | null;
  readonly errors: readonly RecordError[];
}

/** What became of one row of a bulk load. */
export interface LoadedRow {
  /** Null when the row was refused. */
  readonly id: string | null;
  readonly errors: readonly RecordError[];
}

/**
 * Inserts records as Apex would, with triggers and checks; a row that is refused does not stop the others. Runs inside a
 * transaction of the tooling, which counts no limits.
 * @returns one result per row, in order
 */
export function insertRecords(database: Database, objectName: string, rows: readonly PlainValues[]): LoadedRow[] {
  const object = database.schema.object(objectName);
  if (!object) throw new Error(`There is no object ${objectName}.`);
  const results: LoadedRow[] = [];
  for (let start = 0; start < rows.length; start += LOAD_CHUNK) {
    const records = rows.slice(start, start + LOAD_CHUNK).map((row) => recordOf(object, row));
    const saved = runStatement(database, 'insert', records, { allOrNone: false, userMode: false, keepIds: true });
    for (const row of saved) results.push({ id: row.failed ? null : row.id, errors: row.errors });
  }
  return results;
}

function recordOf(object: ObjectDefinition, row: PlainValues): SObjectRecord {
  const values = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new Error(`There is no field ${object.name}.${name}.`);
    values.set(field.name, fieldValueOf(field, value));
  }
  return new SObjectRecord(object, values);
}

/** A value as JSON has it; numbers with a point are texts, so that no digit is lost. */
export type PlainValue = string | number | boolean | null | PlainRow | PlainRow[];
export interface PlainRow {
  [name: string]: PlainValue;
}

/**
 * Runs a query outside any Apex transaction: no limits, no permissions.
 * @param binds values at run time by bind name
 * @throws SoqlError, SoqlSyntaxError for a query the platform would refuse
 */
export function queryPlain(database: Database, soql: string, binds: PlainValues = {}): PlainRow[] {
  const plan = textPlan(soql, database.schema);
  const context = {
    binds: plan.binds.map((name) => binds[name] ?? null),
    now: database.clock.now(),
    timeZone: 'GMT',
    userId: database.administratorId
  };
  const { connection } = database.store;
  const { select } = plan;
  return executePlan(database, plan, context, () => {
    if (select.kind === 'count') return [{ count: executeCount(connection, select, context) }];
    const { records } =
      select.kind === 'records'
        ? executeRecords(connection, select, context)
        : executeAggregate(connection, select, context);
    return records.map(plainRow);
  });
}

function plainRow(record: SObjectRecord): PlainRow {
  const row: PlainRow = {};
  for (const [name, value] of record.values) row[name] = plainValue(value);
  return row;
}

function plainValue(value: unknown): PlainValue {
  if (value instanceof Decimal) return value.toPlainString();
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexDatetime) return value.toIsoString();
  if (value instanceof ApexTime) return value.toApexString();
  if (value instanceof ApexBlob) return value.buffer().toString('base64');
  if (value instanceof SObjectRecord) return plainRow(value);
  if (value instanceof ApexList) return value.items.map((item) => plainRow(item as SObjectRecord));
  return value as PlainValue;
}
