/**
 * Formula fields that a statement compares, sorts or groups by. The database knows no formulas, so their values are put
 * into a temporary table before the statement runs.
 */
import type { RecordFormulas } from '../../formula';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import { codecOf, isText, type Stored } from '../store/codec';
import type { Connection } from '../store/connection';
import { fold } from '../store/fold';
import type { FieldUse } from './scope';

/** The SQL name of the table with a formula field's values. */
export function formulaTable(object: ObjectDefinition, field: FieldDefinition): string {
  return `temp."formula ${object.name}.${field.name}"`;
}

/** Makes the tables that a statement needs, with the values of this moment. */
export function fillFormulaTables(connection: Connection, formulas: RecordFormulas, uses: readonly FieldUse[]): void {
  const needed = new Map(
    uses.filter(({ isInTable }) => isInTable).map((use) => [formulaTable(use.object, use.field), use])
  );
  for (const [table, { object, field }] of needed) fill(connection, formulas, table, object, field);
}

function fill(
  connection: Connection,
  formulas: RecordFormulas,
  table: string,
  object: ObjectDefinition,
  field: FieldDefinition
): void {
  connection.run(`CREATE TABLE IF NOT EXISTS ${table} ("Id" TEXT PRIMARY KEY, stored, folded) WITHOUT ROWID`);
  connection.run(`DELETE FROM ${table}`);
  const ids = connection.all(`SELECT "Id" FROM "${object.name}"`).map(([id]) => id as string);
  formulas.prepare(object, ids);
  const codec = codecOf(field);
  for (const id of ids) {
    const value = formulas.stored(object, field, id);
    const stored: Stored = value === null ? null : codec.encode(value);
    const folded = isText(field) && typeof stored === 'string' ? fold(stored) : stored;
    connection.run(`INSERT INTO ${table} VALUES (?, ?, ?)`, [id, stored, folded]);
  }
}
