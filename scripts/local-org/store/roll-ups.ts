/**
 * Roll-up summary fields as SQL: calculated when they are read, so they are always up to date.
 * @see "Roll-Up Summary Field", Salesforce Help
 */
import { NotModeled } from '../values/not-modeled';
import type { FieldDefinition, ObjectDefinition, SchemaModel, SummaryDefinition } from '../schema/model';
import { codecOf, isStored, isText, readExpression } from './codec';
import type { Connection, Row } from './connection';
import { fold, foldedColumn } from './fold';
import { Decimal } from '../values/decimal';

/** SQL of a roll-up of the record `alias`. */
export function rollUpValue(
  schema: SchemaModel,
  object: ObjectDefinition,
  field: FieldDefinition,
  alias: string
): string {
  const { child, summary, from } = summarizedRows(schema, object, field, `${alias}."Id"`, `${alias}r`);
  return `(SELECT ${aggregate(schema, child, summary, `${alias}r`)} ${from})`;
}

/** The rows that a roll-up of the record `id` summarises, as a FROM clause. */
function summarizedRows(
  schema: SchemaModel,
  object: ObjectDefinition,
  field: FieldDefinition,
  id: string,
  rows: string
): { child: ObjectDefinition; summary: SummaryDefinition; from: string } {
  const { summary } = field;
  const child = summary && schema.object(summary.childObject);
  const parentField = child?.fields.get(summary?.parentField.toLowerCase() ?? '');
  if (!summary || !child || !parentField) throw new NotModeled(`roll-up summary field ${object.name}.${field.name}`);
  const conditions = [
    `${rows}."${parentField.name}"=${id}`,
    ...(child.fields.has('isdeleted') ? [`${rows}."IsDeleted"=0`] : []),
    ...summary.filters.map((filter) => condition(child, rows, filter))
  ];
  return { child, summary, from: `FROM "${child.name}" AS ${rows} WHERE ${conditions.join(' AND ')}` };
}

/** The children that a roll-up of one record summarises. */
export function summarizedChildren(
  connection: Connection,
  schema: SchemaModel,
  object: ObjectDefinition,
  field: FieldDefinition,
  id: string
): { child: ObjectDefinition; summary: SummaryDefinition; ids: string[] } {
  const { child, summary, from } = summarizedRows(schema, object, field, '?', 't');
  const ids = connection.all(`SELECT t."Id" ${from}`, [id]).map(([childId]) => childId as string);
  return { child, summary, ids };
}

/** A count or sum of nothing is zero; a minimum or maximum of nothing is null. */
function aggregate(schema: SchemaModel, child: ObjectDefinition, summary: SummaryDefinition, rows: string): string {
  if (summary.operation === 'count') return 'count(*)';
  const value = summarized(schema, child, summary.field ?? '', rows);
  return summary.operation === 'sum' ? `coalesce(sum(${value}),0)` : `${summary.operation}(${value})`;
}

/** What is summarised: a stored value of the children, or what they summarise themselves. */
function summarized(schema: SchemaModel, child: ObjectDefinition, name: string, rows: string): string {
  const field = child.fields.get(name.toLowerCase());
  if (field?.rollUp) return rollUpValue(schema, child, field, rows);
  return `${rows}."${storedField(child, name).name}"`;
}

function storedField(child: ObjectDefinition, name: string): FieldDefinition {
  const field = child.fields.get(name.toLowerCase());
  if (!field || !isStored(field)) throw new NotModeled(`roll-up summary over ${child.name}.${name}`);
  return field;
}

/** The roll-ups of many records at once, by Id. */
export function readRollUps(
  connection: Connection,
  schema: SchemaModel,
  object: ObjectDefinition,
  fields: readonly FieldDefinition[],
  ids: readonly string[]
): Map<string, Map<string, unknown>> {
  const codecs = fields.map((field) => codecOf(field));
  const values = fields.map((field, index) => readExpression(codecs[index], rollUpValue(schema, object, field, 't')));
  const where = 't."Id" IN (SELECT value FROM json_each(?))';
  const list = ['t."Id"', ...values].join(',');
  const rows = connection.all(`SELECT ${list} FROM "${object.name}" AS t WHERE ${where}`, [JSON.stringify(ids)]);
  const decoded = ([id, ...stored]: Row): [string, Map<string, unknown>] => [
    id as string,
    new Map(stored.map((value, index) => [fields[index].name, value === null ? null : codecs[index].decode(value)]))
  ];
  return new Map(rows.map(decoded));
}

const OPERATORS: Readonly<Record<string, string>> = {
  equals: 'IS',
  notEqual: 'IS NOT',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

/** Several values, separated by commas, mean any of them. */
function condition(child: ObjectDefinition, rows: string, filter: SummaryDefinition['filters'][number]): string {
  const field = storedField(child, filter.field);
  const operator = OPERATORS[filter.operation];
  if (!operator) throw new NotModeled(`roll-up summary filter ${filter.operation}`);
  const column = isText(field) ? foldedColumn(`${rows}.`, field.name) : `${rows}."${field.name}"`;
  const values = isText(field) ? filter.value.split(',').map((value) => value.trim()) : [filter.value];
  const parts = values.map((value) => `${column} ${operator} ${literal(field, value)}`);
  return `(${parts.join(filter.operation === 'notEqual' ? ' AND ' : ' OR ')})`;
}

function literal(field: FieldDefinition, value: string): string {
  if (value === '') return 'NULL';
  if (isText(field)) return `'${fold(value).replace(/'/g, "''")}'`;
  if (field.type === 'BOOLEAN') return /^(true|1)$/i.test(value) ? '1' : '0';
  const number = Decimal.parse(value);
  if (!number || !['DOUBLE', 'CURRENCY', 'PERCENT', 'INTEGER'].includes(field.type)) {
    throw new NotModeled(`roll-up summary filter on a ${field.type} field`);
  }
  return String(codecOf(field).encode(field.type === 'INTEGER' ? number.intValue() : number));
}
