/**
 * Makers of field and object definitions: every property that a source of metadata does not state gets the value the
 * platform gives it.
 */
import type { ChildRelationship, FieldDefinition, FieldType, ObjectDefinition } from './model';

/** What a field maker must be told; the rest has defaults. */
export type FieldInput = Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type'>;

/** Types that neither GROUP BY nor a filter accepts. */
const NEVER_GROUPABLE: ReadonlySet<FieldType> = new Set(['DATETIME', 'DOUBLE', 'CURRENCY', 'PERCENT', 'MULTIPICKLIST']);

/**
 * A field as describe would show it when nothing else is said. Property by property, so that all fields have one shape:
 * thousands are made at every start and read all the time.
 */
export function makeField(input: FieldInput): FieldDefinition {
  const { name, type } = input;
  const stored = type !== 'BASE64' && type !== 'ADDRESS' && type !== 'LOCATION';
  const longText = type === 'TEXTAREA' && (input.htmlFormatted === true || (input.length ?? 0) > 255);
  return {
    name,
    label: input.label ?? name,
    type,
    custom: input.custom ?? name.toLowerCase().endsWith('__c'),
    length: input.length ?? defaultLength(type),
    precision: input.precision ?? 0,
    scale: input.scale ?? 0,
    nillable: input.nillable ?? true,
    createable: input.createable ?? true,
    updateable: input.updateable ?? true,
    filterable: input.filterable ?? (stored && !longText),
    sortable: input.sortable ?? (stored && !longText && type !== 'MULTIPICKLIST'),
    groupable: input.groupable ?? (stored && !longText && !NEVER_GROUPABLE.has(type)),
    unique: input.unique ?? false,
    externalId: input.externalId ?? false,
    caseSensitive: input.caseSensitive ?? false,
    htmlFormatted: input.htmlFormatted ?? false,
    nameField: input.nameField ?? false,
    autoNumber: input.autoNumber ?? false,
    autoNumberFormat: input.autoNumberFormat,
    calculated: input.calculated ?? false,
    formula: input.formula,
    blankAsZero: input.blankAsZero ?? true,
    rollUp: input.rollUp ?? false,
    summary: input.summary,
    defaultedOnCreate: input.defaultedOnCreate ?? false,
    defaultValue: input.defaultValue,
    defaultFormula: input.defaultFormula,
    defaultValueText: input.defaultValueText,
    picklistValues: input.picklistValues ?? [],
    restrictedPicklist: input.restrictedPicklist ?? false,
    referenceTo: input.referenceTo ?? [],
    controllingField: input.controllingField,
    picklistController: input.picklistController,
    relationshipName: input.relationshipName,
    childRelationshipName: input.childRelationshipName,
    cascadeDelete: input.cascadeDelete ?? false,
    onDelete: input.onDelete ?? 'clear',
    inlineHelpText: input.inlineHelpText
  };
}

/** The reference to a record's type, which an object has as soon as it has record types. */
export function recordTypeField(): FieldDefinition {
  return makeField({
    name: 'RecordTypeId',
    label: 'Record Type ID',
    type: 'REFERENCE',
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
    defaultedOnCreate: true
  });
}

function defaultLength(type: FieldType): number {
  if (type === 'ID' || type === 'REFERENCE') return 18;
  return type === 'STRING' || type === 'PICKLIST' || type === 'URL'
    ? 255
    : type === 'PHONE'
      ? 40
      : type === 'EMAIL'
        ? 80
        : 0;
}

/** What an object maker must be told; the rest has defaults. */
export type ObjectInput = Partial<Omit<ObjectDefinition, 'fields' | 'childRelationships'>> &
  Pick<ObjectDefinition, 'name' | 'kind'> & { readonly fields: readonly FieldDefinition[] };

/** An object under construction: child relationships are known only once every object is. */
export interface ObjectDraft extends ObjectDefinition {
  readonly fields: Map<string, FieldDefinition>;
  readonly childRelationships: ChildRelationship[];
  keyPrefix: string;
}

/** An object as describe would show it when nothing else is said. */
export function makeObject(input: ObjectInput): ObjectDraft {
  const label = input.label ?? input.name;
  return {
    label,
    labelPlural: `${label}s`,
    keyPrefix: '',
    custom: input.kind !== 'standard',
    createable: true,
    updateable: true,
    deletable: true,
    queryable: true,
    searchable: true,
    triggerable: true,
    undeletable: false,
    mergeable: false,
    sharingModel: 'ReadWrite',
    recordTypes: [],
    validationRules: [],
    fieldSets: [],
    flows: [],
    workflowRules: [],
    ...input,
    fields: new Map(input.fields.map((field) => [field.name.toLowerCase(), field])),
    childRelationships: []
  };
}

const ADDRESS_PART =
  /^(\w*?)(?:Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;

/**
 * The field whose permissions hold for a field: a coordinate has those of its geolocation, a part of an address those
 * of the address.
 * @see "Compound Field Considerations and Limitations", Object Reference
 */
export function permissionFieldOf(object: ObjectDefinition, field: FieldDefinition): FieldDefinition {
  const part = field.custom ? null : ADDRESS_PART.exec(field.name);
  if (part) {
    const address = object.fields.get(`${part[1]}address`.toLowerCase());
    return address?.type === 'ADDRESS' ? address : field;
  }
  if (!field.name.endsWith('__s')) return field;
  const compound = field.name.replace(/__(Latitude|Longitude)__s$/i, '__c');
  return object.fields.get(compound.toLowerCase()) ?? field;
}
