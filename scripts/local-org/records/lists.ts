/** Types of records and of collections of records at run time. */
import { ApexList } from '../values/list';
import { runtimeType, type RuntimeType } from '../values/runtime-type';
import type { ObjectDefinition } from '../schema/model';
import type { SObjectRecord } from './sobject-record';

/** The type of an object's records; with its namespace, since a class of the project may have the same name. */
export function recordType(object: ObjectDefinition): RuntimeType {
  return runtimeType(`Schema.${object.name}`);
}

/** `List<Object>`. */
export function recordListType(object: ObjectDefinition): RuntimeType {
  return runtimeType(`List<Schema.${object.name}>`);
}

/** `Map<Key,Object>`. */
export function recordMapType(key: 'Id' | 'String', object: ObjectDefinition): RuntimeType {
  return runtimeType(`Map<${key},Schema.${object.name}>`);
}

/** A `List<Object>` of records. */
export function listOfRecords(object: ObjectDefinition, records: SObjectRecord[]): ApexList {
  return new ApexList(recordListType(object), records);
}
