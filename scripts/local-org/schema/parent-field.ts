import type { FieldDefinition, ObjectDefinition } from './model';

/** The reference field behind a parent relationship name. */
export function parentFieldOf(object: ObjectDefinition, relationship: string): FieldDefinition | undefined {
  const wanted = relationship.toLowerCase();
  for (const field of object.fields.values()) if (field.relationshipName?.toLowerCase() === wanted) return field;
  return undefined;
}
