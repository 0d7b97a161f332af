/** Records as clients send them. */
import { SObjectRecord } from '../records/sobject-record';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../schema/model';
import { refusal } from './api-error';
import { inputValue } from './input-value';

/** The JSON of a record: values by field name, parents by relationship name. */
export type RecordInput = Readonly<Record<string, unknown>>;

/**
 * Makes a record of JSON.
 * @param id of the record that is changed; null for a new one
 * @throws ApiError for fields that do not exist or cannot be written, and values of a wrong kind
 * @see "Create a Record" and "Update a Record", REST API Developer Guide
 */
export function inputRecord(
  schema: SchemaModel,
  object: ObjectDefinition,
  input: RecordInput,
  id: string | null
): SObjectRecord {
  const values = new Map<string, unknown>(id === null ? [] : [['Id', id]]);
  const locked: string[] = [];
  for (const [name, value] of Object.entries(input)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (!field) {
      values.set(...parentOf(schema, object, name, value));
    } else if (field.type === 'ID') {
      continue;
    } else if (id === null ? field.createable : field.updateable) {
      values.set(field.name, inputValue(field, value));
    } else {
      locked.push(field.name);
    }
  }
  if (locked.length > 0) throw notWritable(locked);
  return new SObjectRecord(object, values);
}

/** A parent that is given by an external id, under the name of the relationship. */
function parentOf(
  schema: SchemaModel,
  object: ObjectDefinition,
  name: string,
  value: unknown
): [string, SObjectRecord | null] {
  const reference = [...object.fields.values()].find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === name.toLowerCase()
  );
  const parent = reference && schema.object(parentType(reference, value));
  if (!reference?.relationshipName || !parent) throw noSuchColumn(name, object);
  if (value === null) return [reference.relationshipName, null];
  if (typeof value !== 'object') throw noSuchColumn(name, object);
  const fields = Object.entries(value)
    .filter(([key]) => key !== 'attributes')
    .map(([key, given]): [string, unknown] => {
      const field = parent.fields.get(key.toLowerCase());
      if (!field) throw noSuchColumn(key, parent);
      return [field.name, inputValue(field, given)];
    });
  return [reference.relationshipName, new SObjectRecord(parent, new Map(fields))];
}

function parentType({ referenceTo }: FieldDefinition, value: unknown): string {
  const attributes = (value as { attributes?: { type?: unknown } } | null)?.attributes;
  return typeof attributes?.type === 'string' ? attributes.type : (referenceTo[0] ?? '');
}

/** A field that does not exist. */
export function noSuchColumn(name: string, object: ObjectDefinition): Error {
  return refusal(400, 'INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

function notWritable(fields: readonly string[]): Error {
  const advice =
    'Please check the security settings of this field and verify that it is read/write for your profile or permission set.';
  const message = `Unable to create/update fields: ${fields.join(', ')}. ${advice}`;
  return refusal(400, 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields);
}
