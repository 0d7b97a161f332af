import type { ObjectDefinition, SchemaModel } from '../schema/model';

/** A record as the plain record page shows it. */
export interface RecordView {
  objectApiName: string;
  objectLabel: string;
  name: string;
  fields: readonly { label: string; apiName: string; value: string | null }[];
}

/** Rows of a query, by field name, as plain values. */
export type PlainQuery = (soql: string, binds: Readonly<Record<string, unknown>>) => Record<string, unknown>[];

/**
 * Reads a record for the plain record page: custom fields first, since those are what an integration fills.
 * It reads as the tooling does, without the permissions of the user: the page is a view into the local database.
 */
export function readRecord(schema: SchemaModel, query: PlainQuery, recordId: string): RecordView | undefined {
  const object = schema.byKeyPrefix(recordId.slice(0, 3));
  const fields = object ? shownFields(object) : [];
  const [row] = object
    ? query(`SELECT ${fields.map(({ name }) => name).join(', ')} FROM ${object.name} WHERE Id = :id`, { id: recordId })
    : [];
  if (!object || !row) {
    return undefined;
  }
  const nameField = fields.find((field) => field.nameField)?.name ?? 'Id';
  return {
    objectApiName: object.name,
    objectLabel: object.label,
    name: textOf(row[nameField]) ?? recordId,
    fields: fields.map(({ label, name }) => ({ label, apiName: name, value: textOf(row[name]) }))
  };
}

function shownFields(object: ObjectDefinition) {
  const fields = [...object.fields.values()].filter(({ type }) => !['BASE64', 'ADDRESS', 'LOCATION'].includes(type));
  return fields.sort((left, right) => Number(right.custom) - Number(left.custom));
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}
