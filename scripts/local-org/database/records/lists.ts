/** Lists of records at run time. */
import { ApexList } from '../../platform/values/list';
import { runtimeType } from '../../platform/values/runtime-type';
import type { ObjectDefinition } from '../schema/model';
import type { SObjectRecord } from './sobject-record';

/** A `List<Object>` of records. */
export function listOfRecords(object: ObjectDefinition, records: SObjectRecord[]): ApexList {
  return new ApexList(runtimeType(`List<${object.name}>`), records);
}
