import { definePlatformType } from '../../define';
import { NoSuchElementException } from '../../values/exceptions';

/** The iterator of a List or Set; compiled code calls it by the names of interface members. */
export class ListIterator {
  private readonly items: readonly unknown[];
  private position = 0;

  constructor(items: readonly unknown[]) {
    this.items = items;
  }

  hasnext$0(): boolean {
    return this.position < this.items.length;
  }

  next$0(): unknown {
    if (!this.hasnext$0()) throw new NoSuchElementException('Iterator has no more elements.');
    this.position += 1;
    return this.items[this.position - 1];
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Iterator',
  kind: 'interface',
  typeParameters: ['T'],
  documentation: 'Iterator Interface, Apex Reference Guide',
  members: { 'Boolean hasNext()': null, 'T next()': null }
});

definePlatformType({
  namespace: 'System',
  name: 'Iterable',
  kind: 'interface',
  typeParameters: ['T'],
  documentation: 'Iterable Interface, Apex Reference Guide',
  members: { 'Iterator<T> iterator()': null }
});

definePlatformType({
  namespace: 'System',
  name: 'Comparable',
  kind: 'interface',
  documentation: 'Comparable Interface, Apex Reference Guide',
  members: { 'Integer compareTo(Object objectToCompareTo)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'Comparator',
  kind: 'interface',
  typeParameters: ['T'],
  documentation: 'Comparator Interface, Apex Reference Guide',
  members: { 'Integer compare(T object1, T object2)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'Callable',
  kind: 'interface',
  documentation: 'Callable Interface, Apex Reference Guide',
  members: { 'Object call(String action, Map<String, Object> args)': null }
});
