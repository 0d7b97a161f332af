import type { ApexHost, DefaultAccess } from '../apex/runtime/host';
import { listOf, sobjectTypeOf } from '../apex/runtime/runtime-type';
import {
  fieldToken,
  runQuery,
  runStatement,
  typeToken,
  type QueryResult,
  type SObjectRecord,
  type StatementVerb
} from '../database';
import type { ObjectDefinition } from '../database/schema/model';
import { NotModeled } from '../platform/not-modeled';
import type { OrgServices } from '../platform/org-services';
import { transaction } from '../platform/transaction';
import { ApexList } from '../platform/values/list';
import { runtimeType } from '../platform/values/runtime-type';
import type { Labels } from '../project/labels';

/** The org as compiled code sees it. */
export function apexHostOf({ database, schema }: OrgServices, labels: Labels): ApexHost {
  const objectOf: ApexHost['object'] = (name) => {
    const object = schema.object(name);
    if (!object) throw new Error(`There is no object ${name}.`);
    return object;
  };
  return {
    object: objectOf,
    objectToken: (name) => typeToken(objectOf(name)),
    fieldToken: (objectName, fieldName) => tokenOf(objectOf(objectName), fieldName),
    query: (query, binds, access) => listOfRows(runQuery(query, binds, modeOf(access))),
    queryCount: (query, binds, access) => countOf(runQuery(query, binds, modeOf(access))),
    search: () => {
      throw new NotModeled('SOSL');
    },
    dml: (operation, records, access, externalIdField) => {
      const rows = records instanceof ApexList ? (records.items as SObjectRecord[]) : [records];
      const externalId =
        externalIdField === null ? null : rows[0]?.definition.fields.get(externalIdField.toLowerCase());
      runStatement(database, operation as StatementVerb, rows, { allOrNone: true, ...modeOf(access), externalId });
    },
    merge: () => {
      throw new NotModeled('the merge statement');
    },
    label: (name) => labelText(labels, name)
  };
}

function modeOf(access: DefaultAccess): { readonly userMode: boolean } {
  return { userMode: access === 'user' };
}

function tokenOf(object: ObjectDefinition, fieldName: string): object {
  const token = fieldToken(object, fieldName);
  if (!token) throw new Error(`There is no field ${object.name}.${fieldName}.`);
  return token;
}

function listOfRows(result: QueryResult): ApexList {
  if (result.kind === 'count') throw new Error('A count is no list.');
  if (result.kind === 'aggregate') return new ApexList(runtimeType('List<AggregateResult>'), result.records);
  return new ApexList(listOf(sobjectTypeOf(result.object)), result.records);
}

function countOf(result: QueryResult): number {
  if (result.kind !== 'count') throw new Error('The query counts nothing.');
  return result.count;
}

function labelText(labels: Labels, name: string): string {
  const text = labels.text(name, transaction().user.language);
  if (text === undefined) throw new Error(`There is no custom label ${name}.`);
  return text;
}
