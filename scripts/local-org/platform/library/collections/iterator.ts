import { definePlatformType } from '../../../declarations/define';

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

export { ListIterator } from '../../../values/iterator';
