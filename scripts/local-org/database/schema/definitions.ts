/**
 * Makers of field and object definitions: every property that a source of metadata does not state gets the value the
 * platform gives it.
 */
import type { ChildRelationship, FieldDefinition, FieldType, ObjectDefinition } from './model';

/** What a field maker must be told; the rest has defaults. */
export type FieldInput = Partial<FieldDefinition> & Pick<FieldDefinition, 'name' | 'type'>;

/** Types that neither GROUP BY nor a filter accepts. */
const NEVER_GROUPABLE: ReadonlySet<FieldType> = new Set(['DATETIME', 'DOUBLE', 'CURRENCY', 'PERCENT', 'MULTIPICKLIST']);

/** A field as describe would show it when nothing else is said. */
export function makeField(input: FieldInput): FieldDefinition {
  const stored = input.type !== 'BASE64' && input.type !== 'ADDRESS' && input.type !== 'LOCATION';
  const longText = input.type === 'TEXTAREA' && (input.length ?? 0) > 255;
  return {
    label: input.name,
    custom: input.name.toLowerCase().endsWith('__c'),
    length: defaultLength(input.type),
    precision: 0,
    scale: 0,
    nillable: true,
    createable: true,
    updateable: true,
    filterable: stored && !longText,
    sortable: stored && !longText && input.type !== 'MULTIPICKLIST',
    groupable: stored && !longText && !NEVER_GROUPABLE.has(input.type),
    unique: false,
    externalId: false,
    caseSensitive: false,
    nameField: false,
    autoNumber: false,
    calculated: false,
    rollUp: false,
    defaultedOnCreate: false,
    picklistValues: [],
    restrictedPicklist: false,
    referenceTo: [],
    cascadeDelete: false,
    onDelete: 'clear',
    ...input
  };
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
    automations: [],
    ...input,
    fields: new Map(input.fields.map((field) => [field.name.toLowerCase(), field])),
    childRelationships: []
  };
}
