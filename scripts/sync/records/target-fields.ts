import type { ExtraField } from '../../local-org/schema/build-schema';
import { makeField } from '../../local-org/schema/definitions';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../local-org/schema/model';
import type { ColumnToField } from '../arguments/column-mapping';
import { DEFAULT_TYPE, parseFieldType } from '../arguments/field-type';
import { InputError } from '../input-error';

/** The fields a run touches: those the object has, and those it is given for this run. */
export interface TargetFields {
  object: ObjectDefinition;
  /** Fields the object lacks, to be created in the local org. */
  extraFields: ExtraField[];
  /** A field that is there or will be, by its name in any case. */
  field(name: string): FieldDefinition;
  /** What the person may want to know: types that were given for nothing. */
  notes: string[];
}

/** A custom field's name: "Custom Field" in the Metadata API Developer Guide; 40 characters before the `__c`. */
const CUSTOM_FIELD = /^(?!.*__.*__c$)[A-Za-z]\w{0,39}(?<!_)__c$/i;

/**
 * Sorts out which fields exist and which are to be created, with the type `--map` or `--key` gives.
 * @throws InputError for an unknown object, and for a name that can be no custom field
 */
export function targetFields(
  schema: SchemaModel,
  objectName: string,
  recordFields: string[],
  mappings: ColumnToField[]
): TargetFields {
  const object = schema.object(objectName);
  if (!object) {
    throw new InputError(
      `There is no object ${objectName}. Use the API name of an object of this project or a standard one.`
    );
  }
  const types = givenTypes(mappings);
  const names = [...recordFields, ...mappings.map(({ field }) => field)];
  const created = new Map<string, ExtraField>();
  for (const name of names.filter((candidate) => !object.fields.has(candidate.toLowerCase()))) {
    created.set(name.toLowerCase(), extraField(object, created.get(name.toLowerCase())?.name ?? name, types));
  }
  return {
    object,
    extraFields: [...created.values()],
    field: (name) => object.fields.get(name.toLowerCase()) ?? makeField(created.get(name.toLowerCase())!),
    notes: needlessTypes(object, mappings)
  };
}

function extraField(object: ObjectDefinition, name: string, types: Map<string, ColumnToField>): ExtraField {
  if (!CUSTOM_FIELD.test(name)) {
    throw new InputError(`${object.name} has no field ${name}. Correct the name, or end it in __c to have it created.`);
  }
  const type = types.get(name.toLowerCase())?.type ?? parseFieldType(DEFAULT_TYPE);
  return { ...type, object: object.name, name, label: labelOf(name) };
}

/** @throws InputError when a field is given two types */
function givenTypes(mappings: ColumnToField[]): Map<string, ColumnToField> {
  const types = new Map<string, ColumnToField>();
  for (const mapping of mappings.filter(({ type }) => type)) {
    const other = types.get(mapping.field.toLowerCase());
    if (other && JSON.stringify(other.type) !== JSON.stringify(mapping.type)) {
      throw new InputError(`The field ${mapping.field} is given two types. Give it one.`);
    }
    types.set(mapping.field.toLowerCase(), mapping);
  }
  return types;
}

function needlessTypes(object: ObjectDefinition, mappings: ColumnToField[]): string[] {
  const existing = mappings.filter(({ field, type }) => type && object.fields.has(field.toLowerCase()));
  return existing.map(
    ({ field }) => `${object.name} has the field ${field} already; the type given for it is not used.`
  );
}

function labelOf(name: string): string {
  return name.replace(/__c$/i, '').replace(/_/g, ' ');
}
