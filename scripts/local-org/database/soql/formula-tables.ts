/**
 * Formula fields that a statement compares, sorts or groups by. The database knows no formulas, so their values are put
 * into a temporary table before the statement runs.
 */
import type { RecordFormulas } from '../../formula';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import { codecOf, isText, type Stored } from '../../store/codec';
import type { Connection } from '../../store/connection';
import { fold } from '../../store/fold';
import type { FieldUse } from './scope';
import { statementFor, type QueryContext, type Sql } from './sql';

/** How the SQL names of all these tables begin. */
export const FORMULA_TABLES = 'temp."formula ';

/** The SQL name of the table with a formula field's values. */
export function formulaTable(object: ObjectDefinition, field: FieldDefinition): string {
  return `${FORMULA_TABLES}${object.name}.${field.name}"`;
}

/** Makes the tables that a statement needs, with the values of this moment. */
export function fillFormulaTables(
  connection: Connection,
  formulas: RecordFormulas,
  uses: readonly FieldUse[],
  context: QueryContext
): void {
  const needed = new Map<string, FieldUse[]>();
  for (const use of uses.filter(({ isInTable }) => isInTable)) {
    const table = formulaTable(use.object, use.field);
    needed.set(table, [...(needed.get(table) ?? []), use]);
  }
  for (const [table, [use, ...more]] of needed) {
    const ids = candidateIds(connection, [use, ...more], context);
    fill(connection, formulas, table, use, ids);
  }
}

/** Ids of the records whose value one of the uses can ask for. */
function candidateIds(connection: Connection, uses: readonly FieldUse[], context: QueryContext): string[] {
  const statements = uses.map(({ candidates }) => candidates?.() ?? null);
  if (statements.includes(null)) {
    return connection.all(`SELECT "Id" FROM "${uses[0].object.name}"`).map(([id]) => id as string);
  }
  const ids = new Set<string>();
  for (const statement of statements as Sql[]) {
    const { text, parameters } = statementFor(statement, context);
    for (const [id] of connection.all(text, parameters)) if (id !== null) ids.add(id as string);
  }
  return [...ids];
}

function fill(
  connection: Connection,
  formulas: RecordFormulas,
  table: string,
  { object, field }: FieldUse,
  ids: readonly string[]
): void {
  connection.run(`CREATE TABLE IF NOT EXISTS ${table} ("Id" TEXT PRIMARY KEY, stored, folded) WITHOUT ROWID`);
  connection.run(`DELETE FROM ${table}`);
  formulas.prepare(object, ids);
  const codec = codecOf(field);
  for (const id of ids) {
    const value = formulas.stored(object, field, id);
    const stored: Stored = value === null ? null : codec.encode(value);
    const folded = isText(field) && typeof stored === 'string' ? fold(stored) : stored;
    connection.run(`INSERT INTO ${table} VALUES (?, ?, ?)`, [id, stored, folded]);
  }
}
