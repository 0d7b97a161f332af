/** Turns what a page sends into Apex values of the declared parameter types. */
import { instanceFields, type RuntimeType } from '../apex';
import { SObjectRecord } from '../records/sobject-record';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexDouble } from '../values/double';
import { enumConstant } from '../values/enum-value';
import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { ApexSet } from '../values/set';
import { NotModeled } from '../values/not-modeled';

/** A value that does not fit its parameter. */
export class ArgumentMismatch extends Error {
  constructor(type: RuntimeType) {
    super(`a value is not of type ${type.name}`);
    this.name = 'ArgumentMismatch';
  }
}

type Reader = (value: unknown, type: RuntimeType) => unknown;

const MILLISECONDS_PER_DAY = 86_400_000;
const INTEGER_LIMIT = 2 ** 31;

const PRIMITIVES: Readonly<Record<string, Reader>> = {
  object: (value) => untyped(value),
  string: (value, type) => (typeof value === 'string' ? value : refuse(type)),
  id: (value, type) => (typeof value === 'string' && /^\w{15}(\w{3})?$/.test(value) ? value : refuse(type)),
  boolean: (value, type) => (typeof value === 'boolean' ? value : refuse(type)),
  integer: (value, type) => {
    const number = numberOf(value, type);
    return Number.isInteger(number) && Math.abs(number) < INTEGER_LIMIT ? number : refuse(type);
  },
  long: (value, type) => {
    const number = numberOf(value, type);
    return Number.isSafeInteger(number) ? BigInt(number) : refuse(type);
  },
  decimal: (value, type) => Decimal.parse(String(numberOf(value, type))) ?? refuse(type),
  double: (value, type) => new ApexDouble(numberOf(value, type)),
  date: (value, type) => new ApexDate(Math.floor(instantOf(value, type) / MILLISECONDS_PER_DAY)),
  datetime: (value, type) => new ApexDatetime(instantOf(value, type))
};

/**
 * The Apex value of a JSON value.
 * @throws ArgumentMismatch when the value does not fit the type
 * @throws NotModeled for a parameter type that pages cannot be given here
 */
export function fromJson(value: unknown, type: RuntimeType): unknown {
  if (value === null || value === undefined) return null;
  const primitive = PRIMITIVES[type.name.toLowerCase()];
  if (primitive) return primitive(value, type);
  switch (type.kind) {
    case 'list':
      return new ApexList(
        type,
        arrayOf(value, type).map((item) => fromJson(item, elementOf(type, 0)))
      );
    case 'set':
      return new ApexSet(
        type,
        arrayOf(value, type).map((item) => fromJson(item, elementOf(type, 0)))
      );
    case 'map':
      return readMap(objectOf(value, type), type);
    case 'enum':
      return enumConstant(type, String(value)) ?? refuse(type);
    case 'sobject':
      return readRecord(objectOf(value, type), type);
    case 'class':
      return readInstance(objectOf(value, type), type);
    default:
      throw new NotModeled(`an @AuraEnabled parameter of type ${type.name}`);
  }
}

function readMap(value: Record<string, unknown>, type: RuntimeType): ApexMap {
  const map = new ApexMap(type);
  for (const [key, item] of Object.entries(value)) {
    map.put(fromJson(key, elementOf(type, 0)), fromJson(item, elementOf(type, 1)));
  }
  return map;
}

function readRecord(value: Record<string, unknown>, type: RuntimeType): SObjectRecord {
  if (!type.object) throw new NotModeled('an @AuraEnabled parameter of type SObject');
  const record = new SObjectRecord(type.object);
  for (const [name, item] of Object.entries(value)) {
    const field = type.object.fields.get(name.toLowerCase());
    if (!field) throw new NotModeled(`the member ${name} in an @AuraEnabled parameter of type ${type.name}`);
    record.set(field.name, fieldValue(item, field.type, type));
  }
  return record;
}

function fieldValue(value: unknown, fieldType: string, type: RuntimeType): unknown {
  if (value === null) return null;
  if (['DOUBLE', 'CURRENCY', 'PERCENT'].includes(fieldType)) return PRIMITIVES['decimal']?.(value, type);
  if (fieldType === 'DATE') return PRIMITIVES['date']?.(value, type);
  if (fieldType === 'DATETIME') return PRIMITIVES['datetime']?.(value, type);
  return value;
}

function readInstance(value: Record<string, unknown>, type: RuntimeType): object {
  const { metadata, classInfo } = type;
  if (!metadata || !classInfo || classInfo.isAbstract)
    throw new NotModeled(`an @AuraEnabled parameter of type ${type.name}`);
  const instance = classInfo.construct() as object;
  for (const field of instanceFields(metadata)) {
    if (field.name in value) field.write?.(instance, fromJson(value[field.name], field.type));
  }
  return instance;
}

/** A parameter of type Object gets what JSON itself can say. */
function untyped(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) < INTEGER_LIMIT ? value : Decimal.fromDouble(value);
  if (typeof value === 'object') throw new NotModeled('an object or list as an @AuraEnabled parameter of type Object');
  return value;
}

function elementOf(type: RuntimeType, index: number): RuntimeType {
  return type.typeArguments[index] as RuntimeType;
}

function numberOf(value: unknown, type: RuntimeType): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : refuse(type);
}

function instantOf(value: unknown, type: RuntimeType): number {
  const instant = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(instant) ? refuse(type) : instant;
}

function arrayOf(value: unknown, type: RuntimeType): unknown[] {
  return Array.isArray(value) ? value : refuse(type);
}

function objectOf(value: unknown, type: RuntimeType): Record<string, unknown> {
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : refuse(type);
}

function refuse(type: RuntimeType): never {
  throw new ArgumentMismatch(type);
}
