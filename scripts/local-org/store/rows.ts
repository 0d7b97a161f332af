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

/** Inserts rows; every row carries its Id. */
export function insertRows(connection: Connection, object: ObjectDefinition, rows: readonly Values[]): void {
  const columns = columnsOf(object);
  const batch = new RowBatch(connection, (names, count) => {
    const marks = `(${names.map(() => '?').join(',')})`;
    return `INSERT INTO "${object.name}" (${names.map(quoted).join(',')}) VALUES ${repeated(marks, count)}`;
  });
  for (const row of rows) {
    const { names, parameters } = encodeRow(columns, row, false);
    batch.add(names, parameters);
  }
  batch.write();
}

/** So many rows go into one statement: a call of the database costs about as much as writing a row. */
const ROWS_OF_STATEMENT = 50;

/** Gathers rows next to each other that have the same columns, as most have. */
class RowBatch {
  private readonly connection: Connection;
  private readonly make: (names: readonly string[], count: number) => string;
  private readonly texts = new Map<number, string>();
  private names: readonly string[] = [];
  private rows: (readonly Stored[])[] = [];

  /** @param make the text of a statement that writes so many rows with these columns */
  constructor(connection: Connection, make: (names: readonly string[], count: number) => string) {
    this.connection = connection;
    this.make = make;
  }

  add(names: readonly string[], parameters: readonly Stored[]): void {
    if (!sameNames(names, this.names)) {
      this.write();
      this.texts.clear();
      this.names = names;
    }
    this.rows.push(parameters);
    if (this.rows.length === ROWS_OF_STATEMENT) this.write();
  }

  /** Writes what was gathered. */
  write(): void {
    const { rows } = this;
    this.rows = [];
    if (rows.length === ROWS_OF_STATEMENT) this.connection.run(this.text(ROWS_OF_STATEMENT), rows.flat());
    else for (const row of rows) this.connection.run(this.text(1), row);
  }

  private text(count: number): string {
    const text = this.texts.get(count) ?? this.make(this.names, count);
    this.texts.set(count, text);
    return text;
  }
}

function repeated(text: string, count: number): string {
  return Array<string>(count).fill(text).join(',');
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
  const batch = new RowBatch(connection, (names, count) => updateText(object, names, count));
  const ids = new Set<string>();
  for (const { id, values } of rows) {
    const { names, parameters } = encodeRow(columns, values, true);
    if (names.length === 0) continue;
    // Of two updates of a record in one statement, only one would happen.
    if (ids.has(id)) batch.write();
    ids.add(id);
    parameters.push(id);
    batch.add(names, parameters);
  }
  batch.write();
}

function updateText({ name: table }: ObjectDefinition, names: readonly string[], count: number): string {
  if (count === 1) {
    const assignments = names.map((name) => `${quoted(name)}=?`).join(',');
    return `UPDATE "${table}" SET ${assignments} WHERE "Id"=?`;
  }
  const assignments = names.map((name, index) => `${quoted(name)}="#new".column${index + 1}`).join(',');
  const rows = repeated(`(${[...names, 'Id'].map(() => '?').join(',')})`, count);
  const where = `"${table}"."Id"="#new".column${names.length + 1}`;
  return `UPDATE "${table}" SET ${assignments} FROM (VALUES ${rows}) "#new" WHERE ${where}`;
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
