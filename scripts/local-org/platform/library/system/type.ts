import { SObjectRecord } from '../../../records/sobject-record';
import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { ApexList } from '../../../values/list';
import { ApexMap } from '../../../values/map';
import { ApexSet } from '../../../values/set';
import { TypeException } from '../../../values/exceptions';
import { hashOfString, type ApexValue } from '../../../values/protocol';
import { findRuntimeType, type RuntimeType, type RuntimeTypeKind } from '../../../values/runtime-type';
import { required } from '../../../declarations/arguments';

const QUALIFIED_KINDS: ReadonlySet<RuntimeTypeKind> = new Set(['class', 'exception', 'interface', 'enum', 'platform']);

/**
 * `System.Type`.
 * @see "Type Class", Apex Reference Guide
 */
export class ApexType implements ApexValue {
  readonly type: RuntimeType;

  constructor(type: RuntimeType) {
    this.type = type;
  }

  /** Types of the platform other than values and collections say their namespace: `System.HttpRequest`. */
  getName(): string {
    const { name, kind, platform } = this.type;
    const isQualified = platform?.namespace === 'System' && QUALIFIED_KINDS.has(kind) && !name.startsWith('System.');
    return isQualified ? `System.${name}` : name;
  }

  /**
   * `newInstance()`; messages as "Restrict Reflective Access to Non-Global Constructors in Packages" (release notes) has
   * them.
   * @throws TypeException when the type has no constructor that could be called
   */
  newInstance(): unknown {
    const { type } = this;
    if (type.kind === 'list') return new ApexList(type);
    if (type.kind === 'set') return new ApexSet(type);
    if (type.kind === 'map') return new ApexMap(type);
    if (type.kind === 'sobject' && type.name !== 'SObject') return newRecord(type.name);
    const make = type.platform?.members?.['new()'];
    if (typeof make === 'function') return (make as () => unknown)();
    if (!type.classInfo || type.classInfo.isAbstract || type.kind === 'interface' || type.kind === 'enum') {
      throw new TypeException(`${type.name} does not have a no-arg constructor`);
    }
    return type.classInfo.construct();
  }

  isAssignableFrom(source: ApexType): boolean {
    if (!this.type.isAssignableFrom) throw new NotModeled(`Type.isAssignableFrom of ${this.type.name}`);
    return this.type.isAssignableFrom(source.type);
  }

  toApexString(): string {
    return this.getName();
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexType && other.type.name.toLowerCase() === this.type.name.toLowerCase();
  }

  apexHashCode(): number {
    return hashOfString(this.type.name.toLowerCase());
  }

  apexKey(): string {
    return `\u0000y${this.type.name.toLowerCase()}`;
  }
}

function newRecord(name: string): SObjectRecord {
  const object = transaction().org.schema.object(name);
  if (!object) throw new TypeException(`Type cannot be constructed: ${name}`);
  return new SObjectRecord(object);
}

/** `Type.forName`: null for a name that no type has. */
function forName(name: string): ApexType | null {
  const type = findRuntimeType(name.trim());
  return type ? new ApexType(type) : null;
}

definePlatformType({
  namespace: 'System',
  name: 'Type',
  kind: 'class',
  javaScriptClass: ApexType,
  documentation: 'Type Class, Apex Reference Guide',
  members: {
    'Boolean equals(Object typeToCompare)': (self: ApexType, other: unknown) => self.apexEquals(other),
    'static System.Type forName(String fullyQualifiedName)': (name: string | null) => forName(required(name, 1)),
    'static System.Type forName(String namespace, String name)': (namespace: string | null, name: string | null) =>
      namespace === null || namespace === ''
        ? forName(required(name, 2))
        : (forName(`${namespace}.${required(name, 2)}`) ?? null),
    'String getName()': (self: ApexType) => self.getName(),
    'Integer hashCode()': (self: ApexType) => self.apexHashCode(),
    'Boolean isAssignableFrom(System.Type sourceType)': (self: ApexType, source: ApexType | null) =>
      self.isAssignableFrom(required(source, 1)),
    'Object newInstance()': (self: ApexType) => self.newInstance(),
    'String toString()': (self: ApexType) => self.getName()
  }
});
