/**
 * Records as triggers see them. Roll-ups are calculated when they are read; a record in `Trigger.new` and `Trigger.old`
 * keeps the values of the moment in which the trigger began, whatever it does to the children, and so does a variable that
 * outlives the trigger.
 * @see "Triggers and Order of Execution", Apex Developer Guide: roll-ups change after the triggers have run
 */
import { NotModeled } from '../../values/not-modeled';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../schema/model';
import { formulasOf } from '../../formula';
import { isEvaluated } from '../../store/codec';
import { rollUpValue } from '../../store/roll-ups';
import type { DmlContext } from './context';

/** Adds the roll-ups of this moment to records that triggers are going to see. */
export function keepRollUps(context: DmlContext, records: ReadonlyMap<string, Map<string, unknown>>): void {
  if (context.triggers.length === 0 || records.size === 0) return;
  const fields = rollUpsOf(context.schema, context.object);
  if (fields.length === 0) return;
  const formulas = formulasOf(context, context.stamp);
  for (const [id, rollUps] of formulas.rollUps(context.object, fields, [...records.keys()])) {
    const values = records.get(id);
    for (const [name, value] of rollUps) values?.set(name, value);
  }
}

const known = new WeakMap<ObjectDefinition, readonly FieldDefinition[]>();

function rollUpsOf(schema: SchemaModel, object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = known.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => field.rollUp && isModeled(schema, object, field));
    known.set(object, fields);
  }
  return fields;
}

/** What is not modelled is refused where a trigger reads it. */
function isModeled(schema: SchemaModel, object: ObjectDefinition, field: FieldDefinition): boolean {
  if (isEvaluated(field)) return true;
  try {
    rollUpValue(schema, object, field, 't');
    return true;
  } catch (error) {
    if (error instanceof NotModeled) return false;
    throw error;
  }
}
