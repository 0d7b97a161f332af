/** The {@link SchemaModel} over a finished set of object drafts. */
import type { ObjectDraft } from './definitions';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from './model';

/**
 * Joins drafts to a schema: derives every parent's child relationships from the children's reference fields.
 * References to objects outside the set are dropped from `referenceTo`, as an org without that feature shows them.
 */
export function joinSchema(drafts: readonly ObjectDraft[]): SchemaModel {
  const byName = new Map(drafts.map((draft) => [draft.name.toLowerCase(), draft]));
  for (const draft of drafts) for (const field of draft.fields.values()) linkReference(draft, field, byName);
  for (const draft of drafts) for (const field of draft.fields.values()) typeSummary(draft, field, byName);
  const byPrefix = new Map<string, ObjectDefinition>();
  for (const draft of drafts) {
    if (draft.keyPrefix && !byPrefix.has(draft.keyPrefix)) byPrefix.set(draft.keyPrefix, draft);
  }
  return {
    object: (name) => byName.get(name.toLowerCase()),
    objects: () => drafts,
    byKeyPrefix: (prefix) => byPrefix.get(prefix)
  };
}

/**
 * A sum, minimum or maximum has the type of what it summarises, which may be a roll-up itself; a count is a number without
 * digits after the point.
 */
function typeSummary(parent: ObjectDraft, field: FieldDefinition, byName: ReadonlyMap<string, ObjectDraft>): void {
  const { summary } = field;
  if (!summary?.field) return;
  const child = byName.get(summary.childObject.toLowerCase());
  const name = summary.field.toLowerCase();
  // Master-detail relationships are three deep at most, so this ends.
  const inner = child?.fields.get(name);
  if (child && inner?.summary) typeSummary(child, inner, byName);
  const source = child?.fields.get(name);
  if (!source) return;
  const { type, precision, scale } = source;
  const summarizesFormula = source.formula !== undefined || source.summarizesFormula;
  parent.fields.set(field.name.toLowerCase(), { ...field, type, precision, scale, summarizesFormula });
}

function linkReference(child: ObjectDraft, field: FieldDefinition, byName: ReadonlyMap<string, ObjectDraft>): void {
  if (field.referenceTo.length === 0) return;
  const parents = field.referenceTo
    .map((name) => byName.get(name.toLowerCase()))
    .filter((parent) => parent !== undefined);
  if (parents.length !== field.referenceTo.length) {
    child.fields.set(field.name.toLowerCase(), { ...field, referenceTo: parents.map((parent) => parent.name) });
  }
  for (const parent of parents) {
    parent.childRelationships.push({
      childObject: child.name,
      field: field.name,
      relationshipName: field.childRelationshipName,
      cascadeDelete: field.onDelete === 'cascade',
      restrictedDelete: field.onDelete === 'restrict'
    });
  }
}
