/** Runs queries for clients: as the user, with the rows in pages. */
import { runQuery, type QueryResult, compileQuery } from '../database';
import type { SObjectRecord } from '../records/sobject-record';
import type { SoqlQuery } from '../soql/ast';
import { parseSoql } from '../soql/parse';
import { executeTransaction } from '../jobs';
import type { BuiltOrg } from '../org';
import { refusal } from './api-error';
import { namedFields } from './named-fields';
import { refusingQuery } from './query-errors';
import { recordJson, type Json, type RecordStyle } from './record-json';

/** Rows of one answer; a client may ask for fewer ("Query Options Header", REST API Developer Guide). */
const LARGEST_PAGE = 2000;
const SMALLEST_PAGE = 200;
/** Results that clients may still fetch the rest of; the platform keeps ten per user. */
const OPEN_RESULTS = 10;

/** How a query is to be done. */
export interface ClientQuery {
  readonly soql: string;
  /** Path of the version's resources, such as `/services/data/v67.0`. */
  readonly base: string;
  /** Deleted records too. */
  readonly allRows?: boolean;
  /** The `Sforce-Query-Options` header. */
  readonly options?: string;
}

/**
 * Parses a query as clients may send it.
 * @throws ApiError where the platform would refuse it
 */
export function clientQuery(org: BuiltOrg, soql: string): SoqlQuery {
  return refusingQuery(soql, () => {
    const query = parseSoql(soql);
    if (query.binds.length > 0) {
      throw refusal(400, 'MALFORMED_QUERY', 'Bind variables only allowed in Apex code');
    }
    if (query.allRows) throw refusal(400, 'MALFORMED_QUERY', 'ALL ROWS not allowed in this context');
    compileQuery(query, org.services.schema);
    return query;
  });
}

/** Runs a query as the user, outside the limits of Apex. */
export function runClientQuery(org: BuiltOrg, soql: string, allRows = false): QueryResult {
  return runParsed(org, clientQuery(org, soql), allRows);
}

function runParsed(org: BuiltOrg, query: SoqlQuery, allRows: boolean): QueryResult {
  const transaction = { kind: 'TOOLING', profile: 'synchronous', user: org.user, enforceLimits: false } as const;
  return executeTransaction(org.services, transaction, () =>
    runQuery(allRows ? { ...query, allRows } : query, [], { userMode: true })
  );
}

/** Rows of a query, with how to print them. */
interface OpenResult {
  readonly records: readonly SObjectRecord[];
  readonly isNamed: RecordStyle['isNamed'];
}

/**
 * The query resources of one org, with what clients have not fetched yet.
 * @see "Query" and "QueryAll", REST API Developer Guide
 */
export class QueryResource {
  private readonly org: BuiltOrg;
  private readonly open = new Map<string, OpenResult>();
  private serial = 0;

  constructor(org: BuiltOrg) {
    this.org = org;
  }

  /** The first page of a query's rows. */
  query({ soql, base, allRows = false, options }: ClientQuery): Json {
    const query = clientQuery(this.org, soql);
    const result = runParsed(this.org, query, allRows);
    if (result.kind === 'count') return { totalSize: result.count, done: true, records: [] };
    const open = { records: result.records, isNamed: namedFields(query) };
    return this.page(open, '', 0, pageSize(options), base);
  }

  /**
   * The page that a `nextRecordsUrl` leads to.
   * @param locator what the URL ends with
   * @throws ApiError when the result is not kept any more
   */
  more(locator: string, base: string, options?: string): Json {
    const [, id = '', start = ''] = /^(\w+)-(\d+)$/.exec(locator) ?? [];
    const open = this.open.get(id);
    if (!open) throw refusal(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
    return this.page(open, id, Number(start), pageSize(options), base);
  }

  private page(open: OpenResult, id: string, start: number, size: number, base: string): Json {
    const { records, isNamed } = open;
    const end = start + size;
    const rows = records.slice(start, end).map((record) => recordJson(record, { base, isNamed }));
    if (end >= records.length) return { totalSize: records.length, done: true, records: rows };
    const kept = id || this.keep(open);
    const nextRecordsUrl = `${base}/query/${kept}-${end}`;
    return { totalSize: records.length, done: false, nextRecordsUrl, records: rows };
  }

  private keep(result: OpenResult): string {
    const [oldest] = this.open.keys();
    if (this.open.size >= OPEN_RESULTS && oldest !== undefined) this.open.delete(oldest);
    this.serial += 1;
    // The key prefix of query locators, and fifteen more characters.
    const id = `0r8L00${String(this.serial).padStart(12, '0')}`;
    this.open.set(id, result);
    return id;
  }
}

function pageSize(options: string | undefined): number {
  const asked = /batchSize=(\d+)/i.exec(options ?? '');
  return asked ? Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked[1]))) : LARGEST_PAGE;
}
