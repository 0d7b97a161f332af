import { definePlatformType } from '../../../declarations/define';
import { typeToken } from '../../../records/tokens';
import { transaction } from '../../../transaction/transaction';
import { compareValues, sortValues } from '../../../values/compare';
import { allStorable, storable } from '../../../values/element-check';
import { ListException, nullArgument } from '../../../values/exceptions';
import { hashOf } from '../../../values/keys';
import { ApexList } from '../../../values/list';
import type { ApexSet } from '../../../values/set';
import type { RuntimeType } from '../../../values/runtime-type';
import { required } from '../../../declarations/arguments';

/** A record, as far as copying lists of them goes. */
interface Cloneable {
  cloneRecord(preserveId: boolean, deep: boolean, preserveTimestamps: boolean, preserveAutonumber: boolean): unknown;
}

/** A comparator of the project, called by the name it is compiled under. */
interface ApexComparator {
  compare$2(left: unknown, right: unknown): number | null;
}

const MAXIMUM_SIZE = 2 ** 31 - 1;

definePlatformType({
  namespace: 'System',
  name: 'List',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  javaScriptClass: ApexList,
  documentation: 'List Class, Apex Reference Guide',
  members: {
    'new()': (type: RuntimeType) => new ApexList(type),
    'new(Integer initialSize)': (type: RuntimeType, size: number | null) =>
      new ApexList(type, new Array<unknown>(sizeOf(required(size, 1))).fill(null)),
    // A copy of nothing is empty: so expects a public test that passes on the platform.
    'new(List<T> listToCopy)': (type: RuntimeType, list: ApexList | null) =>
      new ApexList(type, [...(list?.items ?? [])]),
    'new(Set<T> setToCopy)': (type: RuntimeType, set: ApexSet | null) => new ApexList(type, required(set, 1).values()),
    'void add(T listElement)': (self: ApexList, value: unknown) => self.add(storable(self.type, value)),
    'void add(Integer index, T listElement)': (self: ApexList, index: number | null, value: unknown) =>
      self.insert(required(index, 1), storable(self.type, value)),
    'void addAll(List<T> fromList)': (self: ApexList, list: ApexList | null) => addAll(self, required(list, 1)),
    'void addAll(Set<T> fromSet)': (self: ApexList, set: ApexSet | null) => addAll(self, required(set, 1)),
    'void clear()': (self: ApexList) => self.clear(),
    'List<T> clone()': (self: ApexList) => new ApexList(self.type, [...self.items]),
    'Boolean contains(T listElement)': (self: ApexList, value: unknown) => self.indexOf(value) >= 0,
    'List<T> deepClone()': (self: ApexList) => deepClone(self, false, false, false),
    'List<T> deepClone(Boolean preserveId)': (self: ApexList, id: boolean | null) =>
      deepClone(self, required(id, 1), false, false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': (
      self: ApexList,
      id: boolean | null,
      timestamps: boolean | null
    ) => deepClone(self, required(id, 1), required(timestamps, 2), false),
    'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': (
      self: ApexList,
      id: boolean | null,
      timestamps: boolean | null,
      autonumber: boolean | null
    ) => deepClone(self, required(id, 1), required(timestamps, 2), required(autonumber, 3)),
    'Boolean equals(Object list2)': (self: ApexList, other: unknown) => self.apexEquals(other),
    'T get(Integer index)': (self: ApexList, index: number | null) => self.get(required(index, 1)),
    'Integer hashCode()': (self: ApexList) => hashOf(self),
    'Integer indexOf(T listElement)': (self: ApexList, value: unknown) => self.indexOf(value),
    'Boolean isEmpty()': (self: ApexList) => self.items.length === 0,
    'Iterator<T> iterator()': (self: ApexList) => self.iterator$0(),
    'T remove(Integer index)': (self: ApexList, index: number | null) => self.removeAt(required(index, 1)),
    'void set(Integer index, T listElement)': (self: ApexList, index: number | null, value: unknown) =>
      self.set(required(index, 1), storable(self.type, value)),
    'Integer size()': (self: ApexList) => self.items.length,
    'void sort()': (self: ApexList) => sortList(self),
    'void sort(System.Comparator<T> comparator)': (self: ApexList, comparator: ApexComparator | null) =>
      sortWith(self, required(comparator, 1)),
    'Schema.SObjectType getSObjectType()': objectTypeOf,
    'String toString()': (self: ApexList) => self.toApexString()
  }
});

function addAll(list: ApexList, from: ApexList | ApexSet): void {
  const values = from instanceof ApexList ? from.items : from.values();
  list.addAll(allStorable(list.type, from.type, values));
}

function sizeOf(size: number): number {
  if (size < 0 || size > MAXIMUM_SIZE) throw new ListException(`List size out of bounds: ${size}`);
  return size;
}

function sortList(list: ApexList): void {
  list.refuseChange();
  // A single element is compared with nothing, but must be comparable all the same.
  if (list.items.length === 1 && list.items[0] !== null) compareValues(list.items[0], list.items[0]);
  sortValues(list.items);
}

function sortWith(list: ApexList, comparator: ApexComparator): void {
  list.refuseChange();
  sortValues(list.items, (left, right) => {
    const order = comparator.compare$2(left, right);
    if (order === null) throw nullArgument(1);
    return order;
  });
}

function deepClone(list: ApexList, preserveId: boolean, timestamps: boolean, autonumber: boolean): ApexList {
  const copies = list.items.map((item) => {
    if (item === null) return null;
    if (typeof item !== 'object' || !('cloneRecord' in item)) throw new ListException('deepClone is for sObjects only');
    return (item as Cloneable).cloneRecord(preserveId, true, timestamps, autonumber);
  });
  return new ApexList(list.type, copies);
}

/** The token of the records a list was declared for; null for a list of SObject. */
function objectTypeOf(list: ApexList): unknown {
  const object = transaction().org.schema.object(list.type.typeArguments[0].name);
  return object ? typeToken(object) : null;
}
