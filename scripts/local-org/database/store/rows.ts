/** Writes records as rows and reads rows as values, by the codecs of the fields. */
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import { codecOf, isStored, isText, readExpression, type Codec, type Stored } from './codec';
import type { Connection, Row } from './connection';
import { isPlain, shadowColumn, shadowOf } from './fold';

/** Values of one record by canonical field name; null clears. */
export type Values = ReadonlyMap<string, unknown>;

/** One column of a table and how it is filled. */
interface Column {
  readonly name: string;
  readonly codec: Codec;
  readonly text: boolean;
}

const columnCache = new WeakMap<ObjectDefinition, Map<string, Column>>();

/** The stored fields of an object by canonical name. */
export function columnsOf(object: ObjectDefinition): ReadonlyMap<string, Column> {
  let columns = columnCache.get(object);
  if (!columns) {
    columns = new Map();
    for (const field of object.fields.values()) if (isStored(field)) columns.set(field.name, columnOf(field));
    columnCache.set(object, columns);
  }
  return columns;
}

function columnOf(field: FieldDefinition): Column {
  return { name: field.name, codec: codecOf(field), text: isText(field) };
}

/** Inserts rows; every row carries its Id. Rows with the same columns share one statement. */
export function insertRows(connection: Connection, object: ObjectDefinition, rows: readonly Values[]): void {
  const columns = columnsOf(object);
  const statements = new StatementTexts((names) => {
    const marks = names.map(() => '?').join(',');
    return `INSERT INTO "${object.name}" (${names.map(quoted).join(',')}) VALUES (${marks})`;
  });
  for (const row of rows) {
    const { names, parameters } = encodeRow(columns, row, false);
    connection.run(statements.of(names), parameters);
  }
}

/** Rows next to each other mostly have the same columns: their text is made once. */
class StatementTexts {
  private readonly make: (names: readonly string[]) => string;
  private names: readonly string[] = [];
  private text = '';

  constructor(make: (names: readonly string[]) => string) {
    this.make = make;
  }

  of(names: readonly string[]): string {
    if (this.text === '' || !sameNames(names, this.names)) {
      this.names = names;
      this.text = this.make(names);
    }
    return this.text;
  }
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i += 1) if (left[i] !== right[i]) return false;
  return true;
}

/** One row to update. */
export interface RowUpdate {
  readonly id: string;
  readonly values: Values;
}

/** Updates rows by Id. */
export function updateRows(connection: Connection, object: ObjectDefinition, rows: readonly RowUpdate[]): void {
  const columns = columnsOf(object);
  const statements = new StatementTexts((names) => {
    const assignments = names.map((name) => `${quoted(name)}=?`).join(',');
    return `UPDATE "${object.name}" SET ${assignments} WHERE "Id"=?`;
  });
  for (const row of rows) {
    const { names, parameters } = encodeRow(columns, row.values, true);
    if (names.length === 0) continue;
    parameters.push(row.id);
    connection.run(statements.of(names), parameters);
  }
}

interface EncodedRow {
  readonly names: string[];
  readonly parameters: Stored[];
}

/** An update writes the shadow of every text, since the old text may have had one; an insert only where needed. */
function encodeRow(columns: ReadonlyMap<string, Column>, row: Values, everyShadow: boolean): EncodedRow {
  const names: string[] = [];
  const parameters: Stored[] = [];
  for (const [name, value] of row) {
    const column = columns.get(name);
    if (!column) continue;
    if (value === null && !everyShadow) continue;
    names.push(name);
    parameters.push(value === null ? null : column.codec.encode(value));
    if (column.text && (everyShadow || !isPlain(value as string))) {
      names.push(shadowColumn(name));
      parameters.push(value === null ? null : shadowOf(value as string));
    }
  }
  return { names, parameters };
}

/** The records with these Ids, in no particular order; a record that does not exist is missing. */
export function readRows(
  connection: Connection,
  object: ObjectDefinition,
  ids: readonly string[]
): Map<string, Map<string, unknown>> {
  const columns = [...columnsOf(object).values()];
  const list = columns.map((column) => selectExpression(column)).join(',');
  const where = '"Id" IN (SELECT value FROM json_each(?))';
  const rows = connection.all(`SELECT ${list} FROM "${object.name}" WHERE ${where}`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row[0] as string, decodeRow(columns, row)]));
}

function selectExpression(column: Column): string {
  return readExpression(column.codec, `"${column.name}"`);
}

function decodeRow(columns: readonly Column[], row: Row): Map<string, unknown> {
  const values = new Map<string, unknown>();
  columns.forEach((column, index) => {
    const stored = row[index];
    values.set(column.name, stored === null ? null : column.codec.decode(stored));
  });
  return values;
}

function quoted(name: string): string {
  return `"${name}"`;
}
