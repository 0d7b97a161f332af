/** Records as the REST resources print them. */
import type { ObjectDefinition } from '../schema/model';
import { SObjectRecord } from '../records/sobject-record';
import { ApexBlob } from '../values/blob';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexDouble } from '../values/double';
import { ApexList } from '../values/list';
import { ApexTime } from '../values/time';

/** Data that can be written as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** How records are printed. */
export interface RecordStyle {
  /** Path of the version's resources, such as `/services/data/v67.0`. */
  readonly base: string;
  /** Whether a query names a field of the records behind a path of relationships; see {@link namedFields}. */
  readonly isNamed: (path: string, field: string) => boolean;
}

/**
 * A queried record with its attributes, its parents and its children.
 * @param path relationships that lead to the record from those queried
 * @see "Query", REST API Developer Guide
 */
export function recordJson(record: SObjectRecord, style: RecordStyle, path = ''): Json {
  const json: Record<string, Json> = { attributes: attributesOf(record, style.base) };
  for (const [name, value] of record.values) {
    // Apex may always read the Id and the reference behind a parent; a client gets them when its query names them.
    if (!isReference(record, name) || style.isNamed(path, name))
      json[name] = valueJson(record, name, value, style, path);
  }
  return json;
}

function isReference({ definition }: SObjectRecord, name: string): boolean {
  const field = definition.fields.get(name.toLowerCase());
  return field?.name === name && (field.type === 'ID' || field.type === 'REFERENCE');
}

function attributesOf(record: SObjectRecord, base: string): Json {
  const { definition, id } = record;
  if (isAggregate(definition)) return { type: 'AggregateResult' };
  return { type: definition.name, url: `${base}/sobjects/${definition.name}/${id ?? ''}` };
}

function isAggregate({ name }: ObjectDefinition): boolean {
  return name === 'AggregateResult';
}

function valueJson(record: SObjectRecord, name: string, value: unknown, style: RecordStyle, path: string): Json {
  const further = `${path}${name.toLowerCase()}.`;
  if (value instanceof SObjectRecord) return recordJson(value, style, further);
  if (value instanceof ApexList) return childrenJson(value, style, further);
  if (isStructured(record, name)) return JSON.parse(String(value)) as Json;
  if (value instanceof ApexBlob) return `${style.base}/sobjects/${record.definition.name}/${record.id ?? ''}/${name}`;
  return scalarJson(value);
}

/** Fields whose values have fields of their own ("ApexCodeCoverage", Tooling API); those of histories hold plain text. */
function isStructured({ definition }: SObjectRecord, name: string): boolean {
  return name === 'Coverage' && definition.fields.get('coverage')?.type === 'ANYTYPE';
}

/** Children come as a result of their own; where there are none, the platform prints null. */
function childrenJson({ items }: ApexList, style: RecordStyle, path: string): Json {
  if (items.length === 0) return null;
  const records = items.map((item) => recordJson(item as SObjectRecord, style, path));
  return { totalSize: records.length, done: true, records };
}

/** A value without fields of its own. @see "Primitive Data Types", SOAP API Developer Guide: date and dateTime are written in UTC */
export function scalarJson(value: unknown): Json {
  if (value instanceof Decimal) return Number(value.toPlainString());
  if (value instanceof ApexDouble) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDate) return value.toIsoString();
  if (value instanceof ApexDatetime) return value.toIsoString().replace('Z', '+0000');
  if (value instanceof ApexTime) return value.toApexString();
  return value as Json;
}
