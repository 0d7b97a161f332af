/**
 * What compiled Apex needs of the org it runs in. The org registers its own before a program is loaded; there is one
 * org per process at a time, as there is one transaction.
 */
import type { ObjectDefinition } from '../../schema/model';
import type { SoqlQuery } from '../../soql/ast';
import type { SObjectRecord } from '../../records/sobject-record';
import type { ApexList } from '../../values/list';
import type { SoslQuery } from '../../soql/sosl-ast';

/** Whether a query or DML statement that does not say so enforces the running user's permissions. */
export type DefaultAccess = 'user' | 'system';

/** The org's side of compiled code. */
export interface ApexHost {
  /** @throws Error when the org has no such object, which the compiler would have reported */
  object(name: string): ObjectDefinition;
  /** `Account.SObjectType`. */
  objectToken(objectName: string): object;
  /** `Account.Name` as a token. */
  fieldToken(objectName: string, fieldName: string): object;
  /** Runs a static query; records or aggregate results. */
  query(query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): ApexList;
  /** `[SELECT COUNT() …]`. */
  queryCount(query: SoqlQuery, binds: readonly unknown[], access: DefaultAccess): number;
  search(query: SoslQuery, binds: readonly unknown[], access: DefaultAccess): ApexList;
  /** A DML statement; all or none. @param records a record or a list of records */
  dml(
    operation: string,
    records: SObjectRecord | ApexList,
    access: DefaultAccess,
    externalIdField: string | null
  ): void;
  merge(master: SObjectRecord, duplicates: SObjectRecord | ApexList, access: DefaultAccess): void;
  /** The text of a custom label in the running user's language. */
  label(name: string): string;
}

let current: ApexHost | null = null;

/** Makes an org the one that compiled code runs in. */
export function setApexHost(host: ApexHost): void {
  current = host;
}

/** @throws Error when no org was set, which is a mistake in the local org itself */
export function apexHost(): ApexHost {
  if (!current) throw new Error('No org is set for compiled Apex to run in.');
  return current;
}
