/** Platform Cache. @see "Cache Namespace", Apex Reference Guide */
import { definePlatformType, type Implementation } from '../../../declarations/define';
import { ApexDouble } from '../../../values/double';
import { required } from '../../../declarations/arguments';
import { newSet } from '../../../declarations/platform-lists';
import type { ApexType } from '../system/type';
import { CachePartition, type CacheScope } from './store';

/** A class of the project that computes what the cache misses. */
interface CacheBuilder {
  doload$1(key: string): unknown;
}

definePlatformType({
  namespace: 'Cache',
  name: 'Visibility',
  kind: 'enum',
  constants: ['ALL', 'NAMESPACE'],
  documentation: 'Visibility Enum, Apex Reference Guide'
});

definePlatformType({
  namespace: 'Cache',
  name: 'CacheBuilder',
  kind: 'interface',
  documentation: 'CacheBuilder Interface, Apex Reference Guide',
  members: { 'Object doLoad(String key)': null }
});

const PARTITION_METHODS: Record<string, (self: CachePartition, ...parameters: never[]) => unknown> = {
  'Boolean contains(String key)': (self, key: string | null) => self.has(required(key, 1)),
  'Object get(String key)': (self, key: string | null) => self.get(required(key, 1)),
  'Object get(System.Type cacheBuilder, String key)': (self, builder: ApexType | null, key: string | null) =>
    load(self, required(builder, 1), required(key, 2)),
  'Double getCapacity()': (self) => new ApexDouble(self.usedPercent()),
  'Long getNumKeys()': (self) => BigInt(self.keys().length),
  'Set<String> getKeys()': (self) => newSet('String', self.keys()),
  'String getName()': (self) => self.name,
  'Boolean isAvailable()': () => true,
  'void put(String key, Object value)': (self, key: string | null, value: unknown) =>
    self.put(required(key, 1), value, null),
  'void put(String key, Object value, Integer ttlSecs)': (
    self,
    key: string | null,
    value: unknown,
    seconds: number | null
  ) => self.put(required(key, 1), value, seconds),
  'void put(String key, Object value, Cache.Visibility visibility)': (self, key: string | null, value: unknown) =>
    self.put(required(key, 1), value, null),
  'void put(String key, Object value, Integer ttlSecs, Cache.Visibility visibility, Boolean immutable)': (
    self,
    key: string | null,
    value: unknown,
    seconds: number | null
  ) => self.put(required(key, 1), value, seconds),
  'Boolean remove(String key)': (self, key: string | null) => self.remove(required(key, 1)),
  'Boolean remove(System.Type cacheBuilder, String key)': (self, builder: ApexType | null, key: string | null) =>
    self.remove(builtKey(required(builder, 1), required(key, 2)))
};

/** The value of a key, computed by a builder when it is missing. */
function load(partition: CachePartition, type: ApexType, key: string): unknown {
  const stored = builtKey(type, key);
  if (!partition.has(stored)) {
    const value = (type.newInstance() as CacheBuilder).doload$1(key);
    if (value !== null) partition.put(stored, value, null);
    return value;
  }
  return partition.get(stored);
}

function builtKey(type: ApexType, key: string): string {
  return (type.getName() + key).replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 50);
}

/** `local.Partition.key` of the static methods; without partition it is the default one. */
function locate(scope: CacheScope, path: string): { partition: CachePartition; key: string } {
  const end = path.lastIndexOf('.');
  const name = end < 0 ? 'local.default' : path.slice(0, end);
  return { partition: new CachePartition(scope, name), key: path.slice(end + 1) };
}

function staticMembers(scope: CacheScope): Record<string, Implementation> {
  const members: Record<string, Implementation> = {
    [`static Cache.${scope}Partition getPartition(String partitionName)`]: (name: string | null) =>
      new CachePartition(scope, required(name, 1)),
    'static Boolean contains(String key)': (path: string | null) => {
      const { partition, key } = locate(scope, required(path, 1));
      return partition.has(key);
    },
    'static Object get(String key)': (path: string | null) => {
      const { partition, key } = locate(scope, required(path, 1));
      return partition.get(key);
    },
    'static Object get(System.Type cacheBuilder, String key)': (builder: ApexType | null, path: string | null) => {
      const { partition, key } = locate(scope, required(path, 2));
      return load(partition, required(builder, 1), key);
    },
    'static void put(String key, Object value)': (path: string | null, value: unknown) => {
      const { partition, key } = locate(scope, required(path, 1));
      partition.put(key, value, null);
    },
    'static void put(String key, Object value, Integer ttlSecs)': (path: string, value: unknown, seconds: number) => {
      const { partition, key } = locate(scope, required(path, 1));
      partition.put(key, value, seconds);
    },
    'static Boolean remove(String key)': (path: string | null) => {
      const { partition, key } = locate(scope, required(path, 1));
      return partition.remove(key);
    },
    'static Set<String> getKeys()': () => newSet('String', new CachePartition(scope, 'local.default').keys())
  };
  if (scope === 'Session') members['static Boolean isAvailable()'] = () => true;
  return members;
}

definePlatformType({
  namespace: 'Cache',
  name: 'Partition',
  kind: 'class',
  javaScriptClass: CachePartition,
  documentation: 'Partition Class, Apex Reference Guide',
  members: PARTITION_METHODS as Record<string, Implementation>
});

for (const scope of ['Org', 'Session'] as const) {
  definePlatformType({
    namespace: 'Cache',
    name: `${scope}Partition`,
    kind: 'class',
    extends: 'Cache.Partition',
    javaScriptClass: CachePartition,
    documentation: `${scope}Partition Class, Apex Reference Guide`
  });
  definePlatformType({
    namespace: 'Cache',
    name: scope,
    kind: 'class',
    documentation: `${scope} Class, Apex Reference Guide`,
    members: staticMembers(scope)
  });
}
