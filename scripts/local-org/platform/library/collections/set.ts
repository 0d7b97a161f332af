import { definePlatformType } from '../../../declarations/define';
import { allStorable, storable } from '../../../values/element-check';
import { hashOf } from '../../../values/keys';
import type { ApexList } from '../../../values/list';
import type { RuntimeType } from '../../../values/runtime-type';
import { ApexSet } from '../../../values/set';
import { required } from '../../../declarations/arguments';

definePlatformType({
  namespace: 'System',
  name: 'Set',
  kind: 'class',
  typeParameters: ['T'],
  implements: ['Iterable<T>'],
  javaScriptClass: ApexSet,
  documentation: 'Set Class, Apex Reference Guide',
  members: {
    'new()': (type: RuntimeType) => new ApexSet(type),
    'new(Integer initialSize)': (type: RuntimeType) => new ApexSet(type),
    'new(List<T> listToCopy)': (type: RuntimeType, list: ApexList | null) => new ApexSet(type, required(list, 1).items),
    'new(Set<T> setToCopy)': (type: RuntimeType, set: ApexSet | null) => new ApexSet(type, required(set, 1).values()),
    'Boolean add(T setElement)': (self: ApexSet, value: unknown) => self.add(storable(self.type, value)),
    'Boolean addAll(List<T> fromList)': (self: ApexSet, list: ApexList | null) =>
      self.addAll(allStorable(self.type, required(list, 1).type, required(list, 1).items)),
    'Boolean addAll(Set<T> fromSet)': (self: ApexSet, set: ApexSet | null) =>
      self.addAll(allStorable(self.type, required(set, 1).type, required(set, 1).values())),
    'void clear()': (self: ApexSet) => self.clear(),
    'Set<T> clone()': (self: ApexSet) => new ApexSet(self.type, self.values()),
    'Boolean contains(T setElement)': (self: ApexSet, value: unknown) => self.has(value),
    'Boolean containsAll(List<T> listToCompare)': (self: ApexSet, list: ApexList | null) =>
      required(list, 1).items.every((value) => self.has(value)),
    'Boolean containsAll(Set<T> setToCompare)': (self: ApexSet, set: ApexSet | null) =>
      required(set, 1)
        .values()
        .every((value) => self.has(value)),
    'Boolean equals(Object set2)': (self: ApexSet, other: unknown) => self.apexEquals(other),
    'Integer hashCode()': (self: ApexSet) => hashOf(self),
    'Boolean isEmpty()': (self: ApexSet) => self.size() === 0,
    'Iterator<T> iterator()': (self: ApexSet) => self.iterator$0(),
    'Boolean remove(T setElement)': (self: ApexSet, value: unknown) => self.delete(value),
    'Boolean removeAll(List<T> listOfElementsToRemove)': (self: ApexSet, list: ApexList | null) =>
      removeAll(self, required(list, 1).items),
    'Boolean removeAll(Set<T> setOfElementsToRemove)': (self: ApexSet, set: ApexSet | null) =>
      removeAll(self, required(set, 1).values()),
    'Boolean retainAll(List<T> listOfElementsToRetain)': (self: ApexSet, list: ApexList | null) =>
      retainAll(self, new ApexSet(self.type, required(list, 1).items)),
    'Boolean retainAll(Set<T> setOfElementsToRetain)': (self: ApexSet, set: ApexSet | null) =>
      retainAll(self, required(set, 1)),
    'Integer size()': (self: ApexSet) => self.size(),
    'String toString()': (self: ApexSet) => self.toApexString()
  }
});

function removeAll(set: ApexSet, values: readonly unknown[]): boolean {
  return values.filter((value) => set.delete(value)).length > 0;
}

function retainAll(set: ApexSet, kept: ApexSet): boolean {
  return removeAll(
    set,
    set.values().filter((value) => !kept.has(value))
  );
}
