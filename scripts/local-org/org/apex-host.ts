import type { ApexHost } from '../apex';
import { mergeStatement, runSearch } from '../database';
import { fieldToken, typeToken } from '../records/tokens';
import type { ObjectDefinition } from '../schema/model';
import type { OrgServices } from '../transaction/org-services';
import { transaction } from '../transaction/transaction';
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
    query: (query, binds, access) => database.query(query, binds, access),
    queryCount: (query, binds, access) => database.queryCount(query, binds, access),
    search: (search, binds, access) => runSearch(search, binds, access === 'user'),
    dml: (operation, records, access, externalIdField) =>
      database.statement(operation, records, access, externalIdField),
    merge: (master, duplicates, access) => mergeStatement(database, master, duplicates, access === 'user'),
    label: (name) => labelText(labels, name)
  };
}

function tokenOf(object: ObjectDefinition, fieldName: string): object {
  const token = fieldToken(object, fieldName);
  if (!token) throw new Error(`There is no field ${object.name}.${fieldName}.`);
  return token;
}

function labelText(labels: Labels, name: string): string {
  const text = labels.text(name, transaction().user.language);
  if (text === undefined) throw new Error(`There is no custom label ${name}.`);
  return text;
}
