/**
 * SOSL in tests: what `Test.setFixedSearchResults` names, as far as each RETURNING clause lets it through. There is no
 * search index, so outside tests a search is not modelled.
 * @see "Adding SOSL Queries to Unit Tests", Apex Developer Guide
 */
import { NotModeled } from '../../values/not-modeled';
import { transaction, type TransactionKey } from '../../transaction/transaction';
import { ApexList } from '../../values/list';
import { runtimeType } from '../../values/runtime-type';
import { listOfRecords } from '../../records/lists';
import type { SoqlComparison, SoqlCondition, SoqlQuery } from '../../soql/ast';
import { findRecords } from './query-service';
import type { SoslQuery, SoslReturning } from '../../soql/sosl-ast';

const FIXED: TransactionKey<{ ids: readonly string[] }> = { create: () => ({ ids: [] }) };

/** Makes these the records that every search of the test finds. */
export function setFixedSearchResults(ids: readonly string[]): void {
  const current = transaction();
  (current.parentTest ?? current).attachment(FIXED).ids = ids;
}

/**
 * Runs a search.
 * @param binds values of the binds, by index
 * @returns a list of records for each object that the search returns
 */
export function runSearch(search: SoslQuery, binds: readonly unknown[], userMode: boolean): ApexList {
  const current = transaction();
  if (!current.isTest) throw new NotModeled('SOSL outside tests');
  current.limits.consume('soslQueries');
  if (search.returning.length === 0) throw new NotModeled('SOSL without RETURNING');
  const isUserMode = userMode || search.with.some(({ kind }) => kind === 'userMode');
  const { ids } = (current.parentTest ?? current).attachment(FIXED);
  const lists = search.returning.map((returning) => {
    const query = queryOf(search, returning);
    const found = findRecords(query, [...binds, new ApexList(runtimeType('List<Id>'), [...ids])], isUserMode);
    return listOfRecords(found.object, found.records);
  });
  limitAll(search, binds, lists);
  return new ApexList(runtimeType('List<List<SObject>>'), lists);
}

/**
 * The limit of the whole search. How it is shared between several objects the documentation does not say exactly.
 * @see "LIMIT n", SOQL and SOSL Reference
 */
function limitAll({ limit }: SoslQuery, binds: readonly unknown[], lists: readonly ApexList[]): void {
  if (!limit) return;
  const most = Number(limit.kind === 'number' ? limit.text : (binds[limit.index] ?? 0));
  const total = lists.reduce((sum, { items }) => sum + items.length, 0);
  if (total <= most) return;
  const [only, ...others] = lists;
  if (!only || others.length > 0) throw new NotModeled('SOSL LIMIT with more rows of several objects');
  only.items.length = most;
}

const queries = new WeakMap<SoslReturning, SoqlQuery>();

/** A RETURNING clause as a query of the fixed results, which are the bind after those of the search. */
function queryOf(search: SoslQuery, returning: SoslReturning): SoqlQuery {
  let query = queries.get(returning);
  if (!query) {
    refuseUnmodeled(search, returning);
    query = makeQuery(returning, search.binds.length);
    queries.set(returning, query);
  }
  return query;
}

function refuseUnmodeled(search: SoslQuery, { listView }: SoslReturning): void {
  const other = search.with.find(({ kind }) => kind !== 'userMode' && kind !== 'systemMode');
  if (other) throw new NotModeled(`SOSL WITH ${other.kind}`);
  if (listView) throw new NotModeled('SOSL USING ListView');
}

function makeQuery(returning: SoslReturning, index: number): SoqlQuery {
  const { line, column, where } = returning;
  const position = { line, column };
  const isFixed: SoqlComparison = {
    ...position,
    kind: 'comparison',
    left: { ...position, kind: 'field', path: ['Id'] },
    operator: 'IN',
    value: { ...position, kind: 'bind', index, text: 'fixedSearchResults' }
  };
  const condition: SoqlCondition = where ? { ...position, kind: 'and', operands: [where, isFixed] } : isFixed;
  const id = { ...position, kind: 'value' as const, value: isFixed.left, alias: null };
  return {
    ...position,
    kind: 'query',
    select: returning.fields.length > 0 ? returning.fields : [id],
    from: [{ ...position, path: [returning.object], alias: null }],
    usingScope: null,
    where: condition,
    with: null,
    groupBy: null,
    having: null,
    orderBy: returning.orderBy,
    limit: returning.limit,
    offset: returning.offset,
    allRows: false,
    for: [],
    update: [],
    binds: []
  };
}
