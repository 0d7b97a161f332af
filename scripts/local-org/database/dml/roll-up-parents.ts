/**
 * Saving a record whose parent summarises it: where a roll-up gets another value, the parent is saved too, with its
 * triggers and validation rules; what refuses the parent refuses the record.
 * @see "Triggers and Order of Execution", steps 15 and 16, Apex Developer Guide
 */
import { valuesEqual } from '../../values/keys';
import { formulasOf } from '../../formula';
import { recordError } from '../../records/record-error';
import { SObjectRecord } from '../../records/sobject-record';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../schema/model';
import { readRows } from '../../store/rows';
import type { DmlContext } from './context';
import { DmlRow } from './row';
import { hasValidationRules } from './validation-rules';

/** Records that a trigger sees at a time. */
const PARENTS_AT_A_TIME = 200;

/** Roll-ups of one object over another, by one of its references. */
interface Summaries {
  readonly parent: ObjectDefinition;
  /** The child's reference. */
  readonly reference: string;
  readonly fields: readonly FieldDefinition[];
}

/** The Ids of the parents of each row of the batch. */
type Belonging = ReadonlyMap<DmlRow, readonly string[]>;

/** The roll-ups of parent records as they were before the save. */
interface Watched {
  readonly summaries: Summaries;
  readonly before: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  readonly belonging: Belonging;
}

/** What a batch must look at again once it is written. */
export type WatchedParents = readonly Watched[];

/** Whether a save of this object can lead to saves of others that run code or rules. */
export function feedsRollUps(context: DmlContext): boolean {
  return relevantSummaries(context, context.object).length > 0;
}

/**
 * Notes the roll-ups of every parent that rows of a batch belong to, or will, and of what summarises those.
 * @param stored the records as they were, by Id; null for new ones
 */
export function watchParents(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): WatchedParents {
  return relevantSummaries(context, context.object).flatMap((summaries) =>
    watch(context, summaries, new Map(rows.map((row) => [row, parentIds(summaries, row, stored)])))
  );
}

function watch(context: DmlContext, summaries: Summaries, belonging: Belonging): Watched[] {
  const ids = [...new Set([...belonging.values()].flat())];
  if (ids.length === 0) return [];
  const above = summariesAbove(context, summaries);
  const parents = above.length === 0 ? null : readRows(context.store.connection, summaries.parent, ids);
  const more = above.flatMap((higher) => watch(context, higher, belongingAbove(belonging, higher, parents)));
  if (!isNoticed(context, summaries.parent)) return more;
  return [{ summaries, before: rollUpsOf(context, summaries, ids), belonging }, ...more];
}

function belongingAbove(
  belonging: Belonging,
  { reference }: Summaries,
  parents: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): Belonging {
  const referred = (id: string): unknown => parents?.get(id)?.get(reference);
  const present = (id: unknown): id is string => typeof id === 'string';
  return new Map([...belonging].map(([row, ids]) => [row, ids.map(referred).filter(present)]));
}

/** As {@link watchParents}, for records that are deleted or restored. */
export function watchParentsOf(context: DmlContext, rows: readonly DmlRow[]): WatchedParents {
  if (!feedsRollUps(context)) return [];
  const ids = rows.map((row) => row.id as string);
  return watchParents(context, rows, readRows(context.store.connection, context.object, ids));
}

/** Saves the parents whose roll-ups changed; the errors of a parent go to the rows that belong to it. */
export function saveParents(
  context: DmlContext,
  watched: WatchedParents,
  rows: readonly DmlRow[],
  save: (context: DmlContext, rows: DmlRow[]) => void
): void {
  for (const { summaries, before, belonging } of watched) {
    const after = rollUpsOf(context, summaries, [...before.keys()]);
    const changed = [...before].filter(([id, values]) => isChanged(values, after.get(id)));
    if (changed.length === 0) continue;
    const parents = changed.map(([id, values], index) => parentRow(summaries.parent, id, values, index));
    for (let start = 0; start < parents.length; start += PARENTS_AT_A_TIME) {
      save(context.contextOf(summaries.parent), parents.slice(start, start + PARENTS_AT_A_TIME));
    }
    for (const parent of parents) if (parent.failed) passOn(parent, belonging, rows);
  }
}

function parentRow(object: ObjectDefinition, id: string, rollUps: ReadonlyMap<string, unknown>, index: number): DmlRow {
  const row = new DmlRow(new SObjectRecord(object, new Map([['Id', id]])), index);
  row.previousValues = rollUps;
  return row;
}

function isChanged(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown> | undefined): boolean {
  return after !== undefined && [...before].some(([name, value]) => !valuesEqual(value, after.get(name) ?? null));
}

function passOn(parent: DmlRow, belonging: Belonging, rows: readonly DmlRow[]): void {
  for (const row of rows) {
    if (row.failed || !belonging.get(row)?.includes(parent.id as string)) continue;
    for (const { statusCode, message } of parent.errors) row.fail(recordError(statusCode, message));
  }
}

function parentIds(
  { reference }: Summaries,
  row: DmlRow,
  stored: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): string[] {
  const ids = [row.changes.get(reference), stored?.get(row.id as string)?.get(reference)];
  return ids.filter((id): id is string => typeof id === 'string');
}

function rollUpsOf(
  context: DmlContext,
  { parent, fields }: Summaries,
  ids: readonly string[]
): Map<string, Map<string, unknown>> {
  return formulasOf(context, context.stamp).rollUps(parent, fields, ids);
}

/** Roll-ups over the object whose change somebody can notice. */
function relevantSummaries(context: DmlContext, object: ObjectDefinition): Summaries[] {
  return summariesOver(context.schema, object).filter(
    (summaries) => isNoticed(context, summaries.parent) || summariesAbove(context, summaries).length > 0
  );
}

/** A parent without triggers and rules has nothing that would notice. */
function isNoticed(context: DmlContext, parent: ObjectDefinition): boolean {
  return hasValidationRules(parent) || context.contextOf(parent).triggers.length > 0;
}

/** Roll-ups that summarise roll-ups. */
function summariesAbove(context: DmlContext, { parent, fields }: Summaries): Summaries[] {
  const isOne = (name: string): boolean => fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
  return relevantSummaries(context, parent).filter((higher) =>
    higher.fields.some(({ summary }) => summary?.field !== undefined && isOne(summary.field))
  );
}

const known = new WeakMap<ObjectDefinition, readonly Summaries[]>();

function summariesOver(schema: SchemaModel, child: ObjectDefinition): readonly Summaries[] {
  let summaries = known.get(child);
  if (!summaries) {
    summaries = schema.objects().flatMap((parent) => summariesOf(parent, child));
    known.set(child, summaries);
  }
  return summaries;
}

function summariesOf(parent: ObjectDefinition, child: ObjectDefinition): Summaries[] {
  const byReference = new Map<string, FieldDefinition[]>();
  for (const field of parent.fields.values()) {
    if (field.summary?.childObject.toLowerCase() !== child.name.toLowerCase()) continue;
    const reference = child.fields.get(field.summary.parentField.toLowerCase())?.name;
    if (reference) byReference.set(reference, [...(byReference.get(reference) ?? []), field]);
  }
  return [...byReference].map(([reference, fields]) => ({ parent, reference, fields }));
}
