/** What emitted code calls by name: one entry for each operator, see emit/script.ts. */
import { enqueueFuture, enterUser } from '../../jobs';
import { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import type { SoqlQuery } from '../../soql/ast';
import { logException } from '../../debug-log';
import { NotModeled } from '../../values/not-modeled';
import { checkStatements, statementCounter } from '../../transaction/transaction';
import { storable } from '../../values/element-check';
import { ApexException } from '../../values/exception';
import { nullDereference, NoSuchElementException, QueryException } from '../../values/exceptions';
import { enumConstant, type ApexEnumValue } from '../../values/enum-value';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import type { Decimal } from '../../values/decimal';
import type { ApexDouble } from '../../values/double';
import { ApexList } from '../../values/list';
import { ApexMap } from '../../values/map';
import { ApexSet } from '../../values/set';
import { stringOf, textForLog } from '../../values/text';
import { cast, dateToDatetime, stringToId } from './casts';
import { callObject } from './object-methods';
import { withBinds } from './bind-scope';
import * as comparison from './comparison';
import { apexHost, type DefaultAccess } from './host';
import * as numbers from './numbers';
import './enum-type';
import './instance-of';
import './stubs';
import './user-object';
import { execution } from '../../transaction/execution';
import { listOf, type RuntimeType } from './runtime-type';
import { enterStatics, epoch } from './statics';

const QUERY_CHUNK = 200;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The operators by name. */
export const operators = {
  ...numbers,
  ...comparison,
  cast,
  /** `instanceof` of old API versions, for which null is an instance of everything. */
  isInstanceOrNull: (value: unknown, type: RuntimeType): boolean => value === null || type.isInstance(value),
  stringToId,
  epoch,
  withBinds,
  future: enqueueFuture,
  /** Calls a platform method that the object's Apex class may override under the alias. */
  callVirtual: (
    implementation: (...values: unknown[]) => unknown,
    alias: string,
    target: object,
    ...values: unknown[]
  ): unknown => {
    const override = (target as Record<string, ((...parameters: unknown[]) => unknown) | undefined>)[alias];
    return override ? override.apply(target, values) : implementation(target, ...values);
  },
  callObject,
  /** `super.getMessage()`: the platform's own method, which its member implementation may dispatch away from. */
  callSuper: (
    implementation: (...values: unknown[]) => unknown,
    inherited: ((...values: unknown[]) => unknown) | undefined,
    target: object,
    ...values: unknown[]
  ): unknown => (inherited ? inherited.apply(target, values) : implementation(target, ...values)),
  enterStatics,
  execution,
  /** Calls a method of `Database` for code whose queries and DML have this mode unless they say otherwise. */
  withAccess: <T>(access: DefaultAccess, method: (...values: unknown[]) => T, ...values: unknown[]): T => {
    execution.access = access;
    return method(...values);
  },
  counter: statementCounter,
  checkStatements,
  enterUser,
  text: stringOf,
  textForLog,
  dateToDatetime,

  nullDereference: (): never => {
    throw nullDereference();
  },
  notModeled: (what: string): never => {
    throw new NotModeled(what);
  },
  /** Whether Apex may catch what was thrown. */
  isCatchable: (error: unknown): boolean => error instanceof ApexException && logException(error),

  collection: (type: RuntimeType, items: unknown[]): ApexList | ApexSet =>
    type.kind === 'set' ? new ApexSet(type, items) : new ApexList(type, items),
  array: (type: RuntimeType, size: number): ApexList => new ApexList(type, new Array<unknown>(size).fill(null)),
  map: (type: RuntimeType, pairs: readonly unknown[]): ApexMap => {
    const map = new ApexMap(type);
    for (let index = 0; index < pairs.length; index += 2) map.put(pairs[index], pairs[index + 1]);
    return map;
  },
  record: (object: ObjectDefinition, ...fields: readonly unknown[]): SObjectRecord => {
    const record = new SObjectRecord(object);
    for (let index = 0; index < fields.length; index += 2) record.set(fields[index] as string, fields[index + 1]);
    return record;
  },
  /** Children that nobody queried or set: none. */
  noChildren: (type: RuntimeType): ApexList => new ApexList(type),
  setRecordField: <T>(record: SObjectRecord, name: string, value: T): T => {
    record.set(name, value);
    return value;
  },
  setElement: <T>(list: ApexList, index: number, value: T): T => {
    list.set(index, storable(list.type, value));
    return value;
  },

  query: (query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): ApexList =>
    apexHost().query(query, binds, access),
  queryOne: (query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): unknown =>
    onlyRow(apexHost().query(query, binds, access)),
  /** A list of records where one record is wanted. */
  singleRow: (rows: ApexList | null): unknown => (rows === null ? null : onlyRow(rows)),
  queryOneOrNull: (query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): unknown => {
    const rows = apexHost().query(query, binds, access);
    return rows.items.length === 0 ? null : onlyRow(rows);
  },
  queryCount: (query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): number =>
    apexHost().queryCount(query, binds, access),
  search: (...parameters: Parameters<ReturnType<typeof apexHost>['search']>): ApexList =>
    apexHost().search(...parameters),
  chunks: (rows: ApexList): ApexList[] =>
    Array.from(
      { length: Math.ceil(rows.items.length / QUERY_CHUNK) },
      (_, index) => new ApexList(rows.type, rows.items.slice(index * QUERY_CHUNK, (index + 1) * QUERY_CHUNK))
    ),
  dml: (...parameters: Parameters<ReturnType<typeof apexHost>['dml']>): void => apexHost().dml(...parameters),
  merge: (...parameters: Parameters<ReturnType<typeof apexHost>['merge']>): void => apexHost().merge(...parameters),
  label: (name: string): string => apexHost().label(name),

  addDays: (value: ApexDate | ApexDatetime, days: number | ApexDouble | Decimal): ApexDate | ApexDatetime =>
    shiftDays(value, numberOf(days)),
  subtractDays: (value: ApexDate | ApexDatetime, days: number | ApexDouble | Decimal): ApexDate | ApexDatetime =>
    shiftDays(value, -numberOf(days)),

  enumValues: (type: RuntimeType): ApexList =>
    new ApexList(listOf(type), [...((type.classInfo?.constants ?? []) as readonly unknown[])]),
  enumValueOf: (type: RuntimeType, name: string): ApexEnumValue => {
    const found = enumConstant(type, name);
    if (!found) throw new NoSuchElementException(`No enum constant ${type.name}.${name}`);
    return found;
  },
  initializeException,
  setException
};

/** Names that emitted code may ask for. */
export type OperatorName = keyof typeof operators;

/** Query assigned to one record. @see "SOQL and SOSL Queries", Apex Developer Guide */
function onlyRow(rows: ApexList): unknown {
  const { length } = rows.items;
  if (length === 1) return rows.items[0];
  throw new QueryException(
    length === 0 ? 'List has no rows for assignment to SObject' : 'List has more than 1 row for assignment to SObject'
  );
}

function numberOf(value: number | bigint | ApexDouble | Decimal): number {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : value.toNumber();
}

function shiftDays(value: ApexDate | ApexDatetime, days: number): ApexDate | ApexDatetime {
  if (value instanceof ApexDate) return value.addDays(days);
  return new ApexDatetime(value.milliseconds + Math.round(days * MILLISECONDS_PER_DAY));
}

interface CompiledException extends ApexException {
  /** Runs the field initialisers of an exception class of the project. */
  $initialize?(): void;
}

/**
 * The four constructors that an exception class has when it declares none: (), (message), (cause), (message, cause).
 * @see "Create Custom Exceptions", Apex Developer Guide
 */
function initializeException(exception: CompiledException, parameters: readonly unknown[]): CompiledException {
  setException(exception, parameters);
  exception.$initialize?.();
  return exception;
}

function setException(exception: ApexException, parameters: readonly unknown[]): void {
  const cause = parameters.find((value): value is ApexException => value instanceof ApexException);
  const message = parameters.find((value) => typeof value === 'string') as string | undefined;
  if (cause) exception.initCause(cause);
  if (message !== undefined) exception.setMessage(message);
}
