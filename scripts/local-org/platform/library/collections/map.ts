import { definePlatformType } from '../../../declarations/define';
import { typeToken } from '../../../records/tokens';
import { transaction } from '../../../transaction/transaction';
import { storable } from '../../../values/element-check';
import { ListException, nullDereference } from '../../../values/exceptions';
import { hashOf } from '../../../values/keys';
import { ApexList } from '../../../values/list';
import { ApexMap } from '../../../values/map';
import { runtimeType, type RuntimeType } from '../../../values/runtime-type';
import { KeySetView } from '../../../values/key-set-view';
import { ApexSet } from '../../../values/set';
import { required } from '../../../declarations/arguments';

/** A record, as far as maps of records go. */
interface RecordLike {
  get(fieldName: string): unknown;
  cloneRecord?(preserveId: boolean, deep: boolean, preserveTimestamps: boolean, preserveAutonumber: boolean): unknown;
}

/** Maps that look keys up in their own way give their keys as plain texts. */
function keySet(map: ApexMap): ApexSet {
  const type = runtimeType(`Set<${map.type.typeArguments[0].name}>`);
  return map.constructor === ApexMap ? new KeySetView(type, map) : new ApexSet(type, map.keys());
}

definePlatformType({
  namespace: 'System',
  name: 'Map',
  kind: 'class',
  typeParameters: ['K', 'V'],
  javaScriptClass: ApexMap,
  documentation: 'Map Class, Apex Reference Guide',
  members: {
    'new()': (type: RuntimeType) => new ApexMap(type),
    'new(Map<K, V> mapToCopy)': (type: RuntimeType, map: ApexMap | null) => copy(type, required(map, 1)),
    'new(List<V> recordList)': (type: RuntimeType, records: ApexList | null) =>
      putRecords(new ApexMap(type), required(records, 1)),
    'void clear()': (self: ApexMap) => self.clear(),
    'Map<K, V> clone()': (self: ApexMap) => copy(self.type, self),
    'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.has(key),
    'Map<K, V> deepClone()': deepClone,
    'Boolean equals(Object map2)': (self: ApexMap, other: unknown) => self.apexEquals(other),
    'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
    'Schema.SObjectType getSObjectType()': objectTypeOf,
    'Integer hashCode()': (self: ApexMap) => hashOf(self),
    'Boolean isEmpty()': (self: ApexMap) => self.size() === 0,
    'Set<K> keySet()': keySet,
    'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => put(self, key, value),
    'void putAll(Map<K, V> fromMap)': (self: ApexMap, map: ApexMap | null) => putAll(self, required(map, 1)),
    'void putAll(List<V> sobjectArray)': (self: ApexMap, records: ApexList | null) => {
      for (const record of required(records, 1).items) putRecord(self, record);
    },
    'V remove(K key)': (self: ApexMap, key: unknown) => self.delete(key),
    'Integer size()': (self: ApexMap) => self.size(),
    'List<V> values()': (self: ApexMap) =>
      new ApexList(runtimeType(`List<${self.type.typeArguments[1].name}>`), self.values()),
    'String toString()': (self: ApexMap) => self.toApexString()
  }
});

/** The token of the records that are its values; null when they are not of one object. */
function objectTypeOf({ type }: ApexMap): unknown {
  const object = transaction().org.schema.object(type.typeArguments[1]?.name ?? '');
  return object ? typeToken(object) : null;
}

function put(map: ApexMap, key: unknown, value: unknown): unknown {
  return map.put(storable(map.type, key), storable(map.type, value, 1));
}

function putAll(map: ApexMap, from: ApexMap): void {
  if (from.type === map.type) map.putAll(from);
  else for (const { key, value } of from.entries()) put(map, key, value);
}

function copy(type: RuntimeType, from: ApexMap): ApexMap {
  const map = new ApexMap(type);
  map.putAll(from);
  return map;
}

/** Later records take the place of earlier ones, and a record without Id is found under null. */
function putRecord(map: ApexMap, record: unknown): void {
  if (record === null) throw nullDereference();
  map.put((record as RecordLike).get('Id'), record);
}

/** @throws ListException for a record without Id, or with the Id of one before it */
function putRecords(map: ApexMap, records: ApexList): ApexMap {
  const seen = new Set<unknown>();
  records.items.forEach((record, index) => {
    const id = record === null ? null : (record as RecordLike).get('Id');
    if (record === null) throw new ListException(`Row with null Id at index: ${index}`);
    if (id === null) throw new ListException(`Row with null Id at index: ${index}`);
    if (seen.has(id)) throw new ListException(`Row with duplicate Id at index: ${index}`);
    seen.add(id);
    map.put(id, record);
  });
  return map;
}

function deepClone(map: ApexMap): ApexMap {
  const clone = new ApexMap(map.type);
  for (const { key, value } of map.entries()) {
    const record = value as RecordLike | null;
    const isRecord = typeof record === 'object' && record?.cloneRecord !== undefined;
    clone.put(key, isRecord ? record.cloneRecord?.(true, true, true, true) : value);
  }
  return clone;
}
