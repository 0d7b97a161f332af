import type { FieldDefinition, FieldType } from './model';

const NAMES: Partial<Record<FieldType, string>> = {
  ID: 'Id',
  REFERENCE: 'Id',
  BOOLEAN: 'Boolean',
  INTEGER: 'Integer',
  LONG: 'Long',
  DOUBLE: 'Decimal',
  CURRENCY: 'Decimal',
  PERCENT: 'Decimal',
  DATE: 'Date',
  DATETIME: 'Datetime',
  TIME: 'Time',
  BASE64: 'Blob',
  ADDRESS: 'Address',
  LOCATION: 'Location',
  ANYTYPE: 'Object'
};

/** Metadata relationships to these hold API names: "Custom Metadata Types Implementation Guide", relationships. */
const NAMED_OBJECTS: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

/** Whether the rows of an object are told apart by API names, not by Ids. */
export function isNamedObject(name: string): boolean {
  return NAMED_OBJECTS.has(name);
}

/**
 * The name of the Apex type of a field's values.
 * @see "Primitive Data Types", SOAP API Developer Guide, and "Primitive Data Types", Apex Developer Guide
 */
export function apexTypeOf({ type, referenceTo }: Pick<FieldDefinition, 'type' | 'referenceTo'>): string {
  if (type === 'REFERENCE' && referenceTo.some((object) => NAMED_OBJECTS.has(object))) return 'String';
  return NAMES[type] ?? 'String';
}
