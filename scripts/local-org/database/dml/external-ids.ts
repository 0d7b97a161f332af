/** Finds records by the value of an external id field, for upsert and for references to parents. */
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import { isText } from '../../store/codec';
import { codecOf } from '../../store/codec';
import { fold, foldedColumn } from '../../store/fold';
import type { DmlContext } from './context';

/** For each value the Ids of the live records that have it. */
export function findByExternalId(
  context: Pick<DmlContext, 'store'>,
  object: ObjectDefinition,
  field: FieldDefinition,
  values: readonly unknown[]
): string[][] {
  const keys = values.map((value) => externalKey(field, value));
  const column = isText(field) && !field.caseSensitive ? foldedColumn('', field.name) : `"${field.name}"`;
  const live = object.fields.has('isdeleted') ? ' AND "IsDeleted"=0' : '';
  const wanted = keys.filter((key) => key !== null);
  const list = isText(field) || field.type === 'ID' ? JSON.stringify(wanted) : `[${wanted.join(',')}]`;
  const rows = context.store.connection.all(
    `SELECT "Id","${field.name}" FROM "${object.name}" WHERE ${column} IN (SELECT value FROM json_each(?))${live}`,
    [list]
  );
  const owners = new Map<string, string[]>();
  for (const [id, stored] of rows) {
    const key = comparableKey(field, String(stored));
    owners.set(key, [...(owners.get(key) ?? []), id as string]);
  }
  return keys.map((key) => (key === null ? [] : (owners.get(comparableKey(field, key)) ?? [])));
}

/** The value as the database compares it, as text; null for none. */
export function externalKey(field: FieldDefinition, value: unknown): string | null {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return String(codecOf(field).encode(value));
  return field.caseSensitive ? value : fold(value);
}

function comparableKey(field: FieldDefinition, text: string): string {
  return isText(field) && !field.caseSensitive ? fold(text).toLowerCase() : text;
}
