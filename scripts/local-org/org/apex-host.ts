import type { ApexHost } from '../apex/runtime/host';
import { NotModeled } from '../platform/not-modeled';
import type { OrgServices } from '../platform/org-services';
import { fieldToken, objectToken } from '../platform/schema';
import { transaction } from '../platform/transaction';
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
    objectToken: (name) => objectToken(objectOf(name)),
    fieldToken: (objectName, fieldName) => {
      const object = objectOf(objectName);
      const field = object.fields.get(fieldName.toLowerCase());
      if (!field) throw new Error(`There is no field ${objectName}.${fieldName}.`);
      return fieldToken(object, field);
    },
    query: (query, binds, access) => database.query(query, binds, access),
    queryCount: (query, binds, access) => database.queryCount(query, binds, access),
    search: () => {
      throw new NotModeled('SOSL');
    },
    dml: (operation, records, access, externalIdField) =>
      database.statement(operation, records, access, externalIdField),
    merge: () => {
      throw new NotModeled('the merge statement');
    },
    label: (name) => {
      const text = labels.text(name, transaction().user.language);
      if (text === undefined) throw new Error(`There is no custom label ${name}.`);
      return text;
    }
  };
}
