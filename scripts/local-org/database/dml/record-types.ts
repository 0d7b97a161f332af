/**
 * Picklist values that a record's type does not offer.
 * @see "Restricted Picklists" and "Picklist Limitations", Salesforce Help: a restricted picklist takes, from Apex and the API
 *   too, only values of the record's type
 */
import type { FieldDefinition, ObjectDefinition, RecordTypeDefinition } from '../../schema/model';
import type { DmlContext } from './context';
import { badPicklistValue } from './messages';
import type { DmlRow } from './row';

/**
 * Fails the rows that have a value of a restricted picklist which their record type lacks.
 * @param stored the records as they were, by Id; null for new ones
 */
export function checkRecordTypeValues(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): void {
  const { object } = context;
  if (!object.recordTypes.some(({ picklistValues }) => picklistValues.size > 0)) return;
  const types = typesById(context);
  for (const row of rows) {
    const before = stored?.get(row.id as string);
    const type = types.get(String(row.changes.get('RecordTypeId') ?? before?.get('RecordTypeId') ?? ''));
    if (type) checkRow(object, row, type);
  }
}

function checkRow(object: ObjectDefinition, row: DmlRow, type: RecordTypeDefinition): void {
  for (const [name, offered] of type.picklistValues) {
    const field = object.fields.get(name.toLowerCase());
    const value = field?.restrictedPicklist ? (row.changes.get(field.name) ?? null) : null;
    if (typeof value !== 'string') continue;
    const missing = value.split(';').find((entry) => !offered.has(entry));
    if (missing !== undefined) row.fail(badPicklistValue(field as FieldDefinition, missing));
  }
}

function typesById({ store, object }: DmlContext): Map<string, RecordTypeDefinition> {
  const rows = store.connection.all('SELECT "Id","DeveloperName" FROM "RecordType" WHERE "SobjectType"=?', [
    object.name
  ]);
  const byName = new Map(object.recordTypes.map((type) => [type.developerName, type]));
  const found = rows.map(([id, name]) => [id as string, byName.get(name as string)] as const);
  return new Map(found.filter((entry): entry is readonly [string, RecordTypeDefinition] => entry[1] !== undefined));
}
