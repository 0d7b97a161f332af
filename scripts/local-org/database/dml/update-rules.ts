/** What an update may not change. */
import { valuesEqual } from '../../values/keys';
import { recordError } from '../../records/record-error';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import type { DmlContext } from './context';
import { notChangeable } from './messages';
import type { DmlRow } from './row';

/** Whether what is stored decides about an update of a row. */
export function dependsOnStored({ object }: DmlContext, row: DmlRow): boolean {
  return object.name === 'Lead' || fixedFields(object).some(({ name }) => row.record.values.has(name));
}

/** Fails a row that may not be changed, or not in this way. */
export function refuseChanges(context: DmlContext, row: DmlRow, old: ReadonlyMap<string, unknown>): void {
  refuseFixedFields(context, row, old);
  refuseConvertedLead(context, row, old);
}

/** Fields that only creation sets may come along with the value they have, but not with another one. */
function refuseFixedFields({ object }: DmlContext, row: DmlRow, old: ReadonlyMap<string, unknown>): void {
  const changed = fixedFields(object).filter(({ name }) => {
    const value = row.record.values.get(name);
    return value !== undefined && !valuesEqual(value, old.get(name) ?? null);
  });
  if (changed.length > 0) row.fail(notChangeable(changed.map(({ name }) => name)));
}

const fixed = new WeakMap<ObjectDefinition, readonly FieldDefinition[]>();

/** Custom references that are set once: masters of details that may not move. */
function fixedFields(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = fixed.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter(
      (field) => field.custom && field.type === 'REFERENCE' && field.createable && !field.updateable
    );
    fixed.set(object, fields);
  }
  return fields;
}

/**
 * A converted lead is read only, but for what conversion itself writes and for users with a permission that nobody has
 * here ("View and Edit Converted Leads").
 * @see "Error 'CANNOT_UPDATE_CONVERTED_LEAD' When Executing Apex Trigger on Lead Record", Salesforce Help (000384333)
 */
function refuseConvertedLead({ object, options }: DmlContext, row: DmlRow, old: ReadonlyMap<string, unknown>): void {
  if (object.name !== 'Lead' || old.get('IsConverted') !== true || options.platformSets) return;
  row.fail(convertedLead());
}

/** What refuses a lead that was converted before. */
export function convertedLead(): ReturnType<typeof recordError> {
  return recordError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
}
