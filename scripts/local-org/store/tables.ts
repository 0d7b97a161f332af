/** The tables of an org: one per object, with a column per stored field; kept in step with the schema. */
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import { codecOf, isStored, isText } from './codec';
import { foldedColumn, shadowColumn } from './fold';
import type { Connection } from './connection';

/** Number of the delete that put a row into the recycle bin: rows of one delete come back together. */
export const DELETE_COLUMN = '#delete';

/** Lookups that a delete cleared: which record they pointed to, for when it is restored. */
export const CLEARED_TABLE = '#cleared';

/** Creates missing tables, columns and indexes; nothing is ever dropped, so data survives a field that comes back. */
export function migrate(connection: Connection, schema: SchemaModel): void {
  connection.run(
    `CREATE TABLE IF NOT EXISTS "${CLEARED_TABLE}" (serial INTEGER, object TEXT, field TEXT, id TEXT, parent TEXT)`
  );
  for (const object of schema.objects()) {
    const existing = new Set(columnsOf(connection, object.name));
    if (existing.size === 0) createTable(connection, object);
    else addColumns(connection, object, existing);
    createIndexes(connection, object);
  }
}

function columnsOf(connection: Connection, table: string): string[] {
  return connection.all(`SELECT name FROM pragma_table_info('${table}')`).map(([name]) => String(name).toLowerCase());
}

/** Name and type of every column of an object. */
function columns(object: ObjectDefinition): [string, string][] {
  const list: [string, string][] = [];
  for (const field of object.fields.values()) {
    if (field.name === 'Id' || !isStored(field)) continue;
    // A checkbox is never null: an unset one is false.
    list.push([field.name, field.type === 'BOOLEAN' ? 'INTEGER NOT NULL DEFAULT 0' : codecOf(field).column]);
    if (isText(field)) list.push([shadowColumn(field.name), 'TEXT']);
  }
  return [...list, [DELETE_COLUMN, 'INTEGER']];
}

function createTable(connection: Connection, object: ObjectDefinition): void {
  const parts = columns(object).map(([name, type]) => `"${name}" ${type}`);
  connection.run(`CREATE TABLE "${object.name}" ("Id" TEXT PRIMARY KEY NOT NULL, ${parts.join(', ')})`);
}

function addColumns(connection: Connection, object: ObjectDefinition, existing: ReadonlySet<string>): void {
  for (const [name, type] of columns(object)) {
    if (existing.has(name.toLowerCase())) continue;
    connection.run(`ALTER TABLE "${object.name}" ADD COLUMN "${name}" ${type}`);
  }
}

/**
 * References, external ids, unique fields, the date of creation and the email address of contacts and leads are indexed, as
 * on the platform ("Working with Very Large SOQL Queries", Apex Developer Guide). Where it can be told, rows without a value
 * stay out of the index, which makes writing them cheap.
 */
function createIndexes(connection: Connection, object: ObjectDefinition): void {
  for (const field of object.fields.values()) {
    if (!isStored(field) || field.name === 'Id') continue;
    if (!field.unique && !field.externalId && !isIndexed(object, field.name)) continue;
    const folded = isText(field) && !field.caseSensitive;
    const column = folded ? foldedColumn('', field.name) : `"${field.name}"`;
    // SQLite does not see that a comparison of an expression leaves its nulls out.
    const present = folded ? '' : ` WHERE "${field.name}" IS NOT NULL`;
    connection.run(
      `CREATE INDEX IF NOT EXISTS "${object.name}.${field.name}" ON "${object.name}" (${column})${present}`
    );
  }
}

/** The audit fields point to users, which are never deleted, and nobody asks for a user's created records by index. */
const UNINDEXED = new Set(['CreatedById', 'LastModifiedById', 'OwnerId', 'RecordTypeId', 'MasterRecordId']);

/** Objects whose email address is indexed. */
const FOUND_BY_EMAIL = new Set(['Contact', 'Lead']);

function isIndexed(object: ObjectDefinition, name: string): boolean {
  if (name === 'CreatedDate' || (name === 'Email' && FOUND_BY_EMAIL.has(object.name))) return true;
  const field = object.fields.get(name.toLowerCase());
  return field?.type === 'REFERENCE' && field.referenceTo.length > 0 && !UNINDEXED.has(name);
}
