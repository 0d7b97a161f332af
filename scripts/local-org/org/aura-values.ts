/**
 * How Apex values travel between `@AuraEnabled` methods and pages: as plain JSON, of objects only the members that are
 * `@AuraEnabled` themselves.
 * @see "Call Apex Methods", Lightning Web Components Developer Guide; "AuraEnabled Annotation", Apex Developer Guide
 */
import { instanceFields, type FieldMetadata, type RuntimeType } from '../apex';
import { SObjectRecord } from '../records/sobject-record';
import { NotModeled } from '../values/not-modeled';
import { ApexEnumValue } from '../values/enum-value';
import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { isApexInstance } from '../values/protocol';
import { plainValue, type Json } from '../values/plain';
import { ApexSet } from '../values/set';

/**
 * What a page receives for an Apex value.
 * @throws NotModeled for a type whose form on the wire is not modelled
 */
export function toJson(value: unknown): Json {
  const plain = plainValue(value);
  if (plain !== undefined) return plain;
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList) return value.items.map(toJson);
  if (value instanceof ApexSet) return [...value].map(toJson);
  if (value instanceof ApexMap) return mapToJson(value);
  if (value instanceof SObjectRecord) return recordToJson(value);
  if (isApexInstance(value)) return instanceToJson(value);
  throw new NotModeled(`an @AuraEnabled method that returns ${Object.prototype.toString.call(value)}`);
}

/** A record travels with the fields that have a value, related records and child lists included. */
function recordToJson(record: SObjectRecord): Json {
  const entries = [...record.values].filter(([, value]) => value !== null);
  return Object.fromEntries(entries.map(([name, value]) => [name, toJson(value)]));
}

function mapToJson(map: ApexMap): Json {
  return Object.fromEntries(map.entries().map(({ key, value }) => [String(toJson(key)), toJson(value)]));
}

function instanceToJson(instance: object): Json {
  const entries = auraFields(instance)
    .filter((field) => field.read)
    .map((field) => [field.name, toJson(field.read?.(instance) ?? null)] as const);
  return Object.fromEntries(entries);
}

function auraFields(instance: object): FieldMetadata[] {
  const type = (instance as { readonly $type: RuntimeType }).$type;
  return type.metadata ? instanceFields(type.metadata).filter(isAuraEnabled) : [];
}

/** Whether a member or method may be used by pages. */
export function isAuraEnabled(member: { readonly annotations: readonly { readonly name: string }[] }): boolean {
  return member.annotations.some(({ name }) => name.toLowerCase() === 'auraenabled');
}
