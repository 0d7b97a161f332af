/**
 * Queries of running Apex: plans are kept, limits counted, permissions checked, refusals worded.
 * @see "SOQL and SOSL Queries" and "Enforce User Mode for Database Operations", Apex Developer Guide
 */
import { logQuery } from '../../debug-log';
import { cross } from '../../transaction/cross';
import { formulasOf, withFormulas } from '../../formula';
import { transaction, type Transaction } from '../../transaction/transaction';
import { QueryException } from '../../values/exceptions';
import type { Database } from '../database';
import type { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import { NotModeled } from '../../values/not-modeled';
import { ensureLoaded } from '../seed/lazy-records';
import { isSharingEnforced } from '../sharing';
import { sharingParameter } from '../sharing-parameter';
import type { SoqlQuery } from '../../soql/ast';
import { compileQuery } from './compile';
import { noteInaccessible, type Inaccessible } from './access-errors';
import { messageInContext, SoqlError, unknownField, unknownObject } from './errors';
import { executeAggregate, executeCount, executeRecords } from './execute';
import { fillFormulaTables } from './formula-tables';
import { parseSoql, SoqlSyntaxError } from '../../soql/parse';
import type { QueryPlan } from './plan';
import type { FieldUse } from './scope';
import { fillTimeZoneTable } from './time-zones';
import { soqlText } from './text';
import type { QueryContext } from './sql';

/** What a query returns. */
export type QueryResult =
  | { readonly kind: 'records' | 'aggregate'; readonly object: ObjectDefinition; readonly records: SObjectRecord[] }
  | { readonly kind: 'count'; readonly count: number };

/** How the query is to be done when its text does not say so itself. */
export interface QueryOptions {
  /** Checks the running user's object and field permissions. */
  readonly userMode: boolean;
}

const staticPlans = new WeakMap<SchemaModel, WeakMap<SoqlQuery, QueryPlan>>();

/**
 * Runs a query whose tree the compiler embedded.
 * @param binds values of the binds, by index
 * @throws QueryException in the platform's words
 */
export function runQuery(query: SoqlQuery, binds: readonly unknown[], options: QueryOptions): QueryResult {
  const { schema } = transaction().org;
  return worded(null, () => {
    const plan = staticPlan(query, schema);
    return logQuery(
      () => soqlText(query),
      rowsOf,
      () => runPlan(plan, binds, options)
    );
  });
}

/** The records of a query that counts as no query: it stands for a part of a search. */
export function findRecords(
  query: SoqlQuery,
  binds: readonly unknown[],
  userMode: boolean
): { readonly object: ObjectDefinition; readonly records: SObjectRecord[] } {
  const current = transaction();
  return worded(null, () => {
    const plan = staticPlan(query, current.org.schema);
    const { select } = plan;
    if (select.kind !== 'records') throw new NotModeled('SOSL RETURNING with functions');
    checkAccess(plan, { userMode });
    const context: QueryContext = {
      binds,
      now: current.org.clock.now(),
      timeZone: current.user.timeZone,
      userId: current.user.id,
      visibleOwners: sharingOf(plan, { userMode })
    };
    const { connection } = current.org.database.store;
    const found = executePlan(current.org.database, plan, context, () => executeRecords(connection, select, context));
    current.limits.consume('queryRows', found.rows);
    return { object: select.object, records: found.records };
  });
}

/** The plan of a static query, compiled on first use. */
function staticPlan(query: SoqlQuery, schema: SchemaModel): QueryPlan {
  let plans = staticPlans.get(schema);
  if (!plans) {
    plans = new WeakMap();
    staticPlans.set(schema, plans);
  }
  let plan = plans.get(query);
  if (!plan) {
    plan = compileQuery(query, schema);
    plans.set(query, plan);
  }
  return plan;
}

/** Plans of query texts, at most so many at a time. */
const TEXT_PLANS = 500;
const textPlans = new WeakMap<SchemaModel, Map<string, QueryPlan>>();

/**
 * Runs a query given as text.
 * @param resolveBind the value of a bind, by its source text
 * @throws QueryException in the platform's words
 */
export function runQueryText(text: string, resolveBind: (name: string) => unknown, options: QueryOptions): QueryResult {
  return worded(text, () => {
    const plan = textPlan(text, transaction().org.schema);
    const binds = plan.binds.map(resolveBind);
    return logQuery(
      () => text,
      rowsOf,
      () => runPlan(plan, binds, options)
    );
  });
}

/** The plan of a query text. */
export function textPlan(text: string, schema: SchemaModel): QueryPlan {
  let plans = textPlans.get(schema);
  if (!plans) {
    plans = new Map();
    textPlans.set(schema, plans);
  }
  let plan = plans.get(text);
  if (!plan) {
    plan = compileQuery(parseSoql(text), schema);
    if (plans.size >= TEXT_PLANS) plans.clear();
    plans.set(text, plan);
  }
  return plan;
}

function worded<T>(text: string | null, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof SoqlError) {
      const exception = new QueryException(text === null ? error.message : messageInContext(error, text));
      if (error instanceof AccessError) noteInaccessible(exception, error.inaccessible);
      throw exception;
    }
    if (error instanceof SoqlSyntaxError) throw new QueryException(error.message);
    throw error;
  }
}

function rowsOf(result: QueryResult): number {
  return result.kind === 'count' ? result.count : result.records.length;
}

/** Checks the user's permissions, counts and runs. */
function runPlan(plan: QueryPlan, binds: readonly unknown[], options: QueryOptions): QueryResult {
  const current = transaction();
  checkAccess(plan, options);
  current.limits.consume('queries');
  meetFault(plan);
  ensureLoaded(current.org.database, plan.objects);
  refuseCatalogue(plan);
  if (plan.childSelects > 0) current.limits.consume('aggregateQueries', plan.childSelects);
  const context: QueryContext = {
    binds,
    now: current.org.clock.now(),
    timeZone: current.user.timeZone,
    userId: current.user.id,
    visibleOwners: sharingOf(plan, options)
  };
  return executePlan(current.org.database, plan, context, () => runSelect(current, plan, context));
}

/** Runs a plan's SELECT where its formula fields can be evaluated. */
export function executePlan<T>(database: Database, plan: QueryPlan, moment: QueryContext, select: () => T): T {
  const formulas = formulasOf(database, moment);
  return withFormulas(formulas, () => {
    fillFormulaTables(database.store.connection, formulas, plan.uses, moment);
    if (plan.convertsTimeZone) fillTimeZoneTable(database.store.connection, moment.timeZone);
    return select();
  });
}

function runSelect(current: Transaction, { select }: QueryPlan, context: QueryContext): QueryResult {
  const { connection } = current.org.database.store;
  if (select.kind === 'count') {
    current.limits.consume('queryRows');
    return { kind: 'count', count: executeCount(connection, select, context) };
  }
  const result =
    select.kind === 'records'
      ? executeRecords(connection, select, context)
      : executeAggregate(connection, select, context);
  current.limits.consume('queryRows', result.rows);
  current.heapBytes += heapOf(result.records);
  return { kind: select.kind, object: select.object, records: result.records };
}

/** User mode always applies sharing; otherwise the sharing keywords of the running class decide. */
function sharingOf(plan: QueryPlan, options: QueryOptions): QueryContext['visibleOwners'] {
  const userMode = plan.access === 'userMode' || (plan.access === null && options.userMode);
  if (!isSharingEnforced(userMode)) return undefined;
  const { user } = transaction();
  return (object) => sharingParameter(user, object) ?? 0;
}

/** All fields of all objects: the catalogue of standard objects is not the whole one, so the answer would be wrong. */
function refuseCatalogue({ select }: QueryPlan): void {
  const isOfObjects = select.kind === 'records' && select.object.name === 'EntityDefinition';
  if (isOfObjects && select.reader.children.length > 0) throw new NotModeled('child queries of EntityDefinition');
}

/** What goes wrong where a fault was planned. */
function meetFault(plan: QueryPlan): void {
  const effect = cross('query', plan.objects.map(({ name }) => name).join(', '));
  if (effect === 'limit') transaction().limits.exceed('queries');
  // "QUERY_TIMEOUT", SOAP API Developer Guide, Core Data Types Used in API Calls
  if (effect === 'timeout') throw new QueryException('Your query request was running for too long.');
}

/** Rough bytes that a value of a queried record takes; heap is an estimate. */
const BYTES_PER_VALUE = 40;

function heapOf(records: readonly SObjectRecord[]): number {
  return records.length === 0 ? 0 : records.length * records[0].values.size * BYTES_PER_VALUE;
}

/** WITH in the query wins over the mode of the call. */
function checkAccess(plan: QueryPlan, options: QueryOptions): void {
  if (plan.access === 'systemMode' || (plan.access === null && !options.userMode)) return;
  const { org, user } = transaction();
  const hidden = plan.objects.filter((object) => !org.access.object(user, object).read);
  const uses = plan.uses.filter(({ object, field }) => !org.access.field(user, object, field).read);
  if (hidden.length === 0 && uses.length === 0) return;
  throw new AccessError(firstRefusal(plan, hidden, uses), inaccessibleOf(hidden, uses));
}

function firstRefusal(plan: QueryPlan, hidden: readonly ObjectDefinition[], uses: readonly FieldUse[]): SoqlError {
  if (hidden.length > 0) return unknownObject(hidden[0].name, null);
  const [{ object, field, position }] = uses;
  if (plan.access !== 'securityEnforced') return unknownField(field.name, object.name, position);
  return new SoqlError('Insufficient permissions: secure query included inaccessible field', position);
}

/** "getInaccessibleFields", QueryException: every field of the query that the user may not read, by object. */
function inaccessibleOf(hidden: readonly ObjectDefinition[], uses: readonly FieldUse[]): Inaccessible {
  const fields = new Map<string, Set<string>>();
  for (const object of hidden) fields.set(object.name, new Set());
  for (const { object, field } of uses) fields.set(object.name, (fields.get(object.name) ?? new Set()).add(field.name));
  return fields;
}

/** A query refused for want of permissions. */
class AccessError extends SoqlError {
  readonly inaccessible: Inaccessible;

  constructor(refusal: SoqlError, inaccessible: Inaccessible) {
    super(refusal.message, refusal.position);
    this.inaccessible = inaccessible;
  }
}

/**
 * The only record of a result, for an assignment to a single sObject.
 * @throws QueryException when there is none or more than one
 */
export function onlyRecord(result: QueryResult): SObjectRecord {
  if (result.kind === 'count') throw new Error('A count is no record.');
  if (result.records.length === 0) throw new QueryException('List has no rows for assignment to SObject');
  if (result.records.length > 1) throw new QueryException('List has more than 1 row for assignment to SObject');
  return result.records[0];
}
