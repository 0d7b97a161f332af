import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { ApexSet } from '../values/set';
import { runtimeType } from '../values/runtime-type';

/** A new `List<elementType>` of values made by the platform. */
export function newList(elementType: string, items: unknown[] = []): ApexList {
  return new ApexList(runtimeType(`List<${elementType}>`), items);
}

/** A new `Set<elementType>` of values made by the platform. */
export function newSet(elementType: string, values: Iterable<unknown> = []): ApexSet {
  return new ApexSet(runtimeType(`Set<${elementType}>`), values);
}

/** A new, empty `Map<keyType,valueType>`. */
export function newMap(keyType: string, valueType: string): ApexMap {
  return new ApexMap(runtimeType(`Map<${keyType},${valueType}>`));
}
