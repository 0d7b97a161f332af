/** Reading and writing a record's fields by name or token, with the platform's checks. */
import type { SObjectRecord } from '../../records/sobject-record';
import { toId18 } from '../../values/record-id';
import { apexTypeOf } from '../../schema/apex-type';
import type { FieldDefinition, FieldType } from '../../schema/model';
import { ApexBlob } from '../../values/blob';
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { ApexDouble } from '../../values/double';
import { SObjectException, StringException } from '../../values/exceptions';
import { typeNameOf } from '../../values/runtime-type';
import { ApexTime } from '../../values/time';
import type { SObjectFieldToken } from '../../records/tokens';

/** How a field's value is given to a method: by name in any case, or by token. */
export type FieldName = string | SObjectFieldToken;

/** @throws SObjectException "Invalid field X for Y" */
export function fieldOf(record: SObjectRecord, name: FieldName): FieldDefinition {
  if (typeof name !== 'string') return name.field;
  const field = record.definition.fields.get(name.trim().toLowerCase());
  if (!field) throw new SObjectException(`Invalid field ${name} for ${record.definition.name}`);
  return field;
}

/** `record.get(field)`. Aggregate results have columns instead of fields. */
export function readField(record: SObjectRecord, name: FieldName): unknown {
  if (typeof name === 'string' && record.definition.name === 'AggregateResult') return readColumn(record, name);
  return record.read(fieldOf(record, name).name);
}

function readColumn(record: SObjectRecord, name: string): unknown {
  const key = [...record.values.keys()].find((column) => column.toLowerCase() === name.toLowerCase());
  if (key === undefined) throw new SObjectException(`Invalid field ${name} for AggregateResult`);
  return record.values.get(key);
}

/**
 * `record.put(field, value)`.
 * @returns the value before, or null
 * @throws SObjectException for a value of another type, or a field that cannot be set
 */
export function writeField(record: SObjectRecord, name: FieldName, value: unknown): unknown {
  const field = fieldOf(record, name);
  if (field.calculated || (!field.createable && !field.updateable && field.type !== 'ID' && !isSystemField(field))) {
    throw new SObjectException(`Field ${field.name} is not editable`);
  }
  const previous = record.peek(field.name);
  record.set(field.name, fieldValue(field, value));
  return previous;
}

/** Audit fields can be set in memory; saving refuses or ignores them. */
function isSystemField(field: FieldDefinition): boolean {
  return ['createddate', 'lastmodifieddate', 'createdbyid', 'lastmodifiedbyid', 'isdeleted', 'systemmodstamp'].includes(
    field.name.toLowerCase()
  );
}

type Converter = (value: unknown) => unknown;

const toDecimal: Converter = (value) => {
  if (typeof value === 'number') return Decimal.fromInteger(value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  if (value instanceof ApexDouble) return value.toDecimal();
  return value instanceof Decimal ? value : undefined;
};
const toText: Converter = (value) => (typeof value === 'string' ? value : undefined);
const toId: Converter = (value) => {
  if (typeof value !== 'string') return undefined;
  const id = toId18(value);
  if (id === null) throw new StringException(`Invalid id: ${value}`);
  return id;
};

const CONVERTERS: Partial<Record<FieldType, Converter>> = {
  ID: toId,
  REFERENCE: toId,
  BOOLEAN: (value) => (typeof value === 'boolean' ? value : undefined),
  INTEGER: (value) => (typeof value === 'number' ? value : undefined),
  LONG: (value) => (typeof value === 'number' ? BigInt(value) : typeof value === 'bigint' ? value : undefined),
  DOUBLE: toDecimal,
  CURRENCY: toDecimal,
  PERCENT: toDecimal,
  DATE: (value) => (value instanceof ApexDate ? value : undefined),
  DATETIME: (value) =>
    value instanceof ApexDate
      ? new ApexDatetime(value.epochDay * 86_400_000)
      : value instanceof ApexDatetime
        ? value
        : undefined,
  TIME: (value) => (value instanceof ApexTime ? value : undefined),
  BASE64: (value) => (value instanceof ApexBlob ? value : undefined),
  ANYTYPE: (value) => value
};

function fieldValue(field: FieldDefinition, value: unknown): unknown {
  if (value === null) return null;
  const converted = (CONVERTERS[field.type] ?? toText)(value);
  if (converted !== undefined) return converted;
  throw new SObjectException(`Illegal assignment from ${typeNameOf(value)} to ${apexTypeOf(field)}`);
}
