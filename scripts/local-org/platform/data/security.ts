/**
 * `Security.stripInaccessible`.
 * @see "Security Class" and "SObjectAccessDecision Class", Apex Reference Guide
 */
import { listOfRecords } from '../../records/lists';
import { SObjectRecord } from '../../records/sobject-record';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import { parentFieldOf } from '../../schema/parent-field';
import { inaccessibleOf } from '../../database';
import { definePlatformType, extendPlatformType } from '../../declarations/define';
import { required } from '../../declarations/arguments';
import { transaction } from '../../transaction/transaction';
import type { ApexEnumValue } from '../../values/enum-value';
import { NoAccessException } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import { ApexMap } from '../../values/map';
import { runtimeType } from '../../values/runtime-type';
import { ApexSet } from '../../values/set';

type Right = 'read' | 'create' | 'edit';

const RIGHTS: Readonly<Record<string, readonly Right[]>> = {
  READABLE: ['read'],
  CREATABLE: ['create'],
  UPDATABLE: ['edit'],
  UPSERTABLE: ['create', 'edit']
};

definePlatformType({
  namespace: 'System',
  name: 'AccessType',
  kind: 'enum',
  constants: ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']
});

/** Goes over records and leaves out what the user may not do. */
class Stripper {
  readonly removed = new Map<string, Set<string>>();
  private readonly rights: readonly Right[];

  constructor(rights: readonly Right[]) {
    this.rights = rights;
  }

  /** @throws NoAccessException without the right to the object itself */
  requireObject(object: ObjectDefinition): void {
    if (!this.rights.every((right) => this.objectAllows(object, right)))
      throw new NoAccessException('No access to entity');
  }

  strip(record: SObjectRecord): SObjectRecord {
    const copy = record.copy();
    for (const [name, value] of record.values) {
      const field = record.definition.fields.get(name.toLowerCase());
      if (field && field.name === name) this.stripField(copy, field);
      else this.stripRelation(copy, name, value);
    }
    return copy;
  }

  private stripField(copy: SObjectRecord, field: FieldDefinition): void {
    if (field.name === 'Id' || this.fieldAllows(copy.definition, field)) return;
    this.remove(copy, field.name);
  }

  private stripRelation(copy: SObjectRecord, name: string, value: unknown): void {
    const stripped = this.stripRelated(copy.definition, name, value, copy);
    if (stripped !== undefined) copy.values.set(name, stripped);
  }

  /** What remains of a related record or list; undefined when the relationship itself goes. */
  private stripRelated(object: ObjectDefinition, name: string, value: unknown, copy: SObjectRecord): unknown {
    if (value instanceof SObjectRecord) {
      const field = parentFieldOf(object, name);
      const hidden = (field && !this.fieldAllows(object, field)) || !this.objectAllows(value.definition, 'read');
      if (!hidden) return this.strip(value);
      this.remove(copy, name);
      return undefined;
    }
    if (!(value instanceof ApexList)) return value;
    const children = object.childRelationships.find((relationship) => relationship.relationshipName === name);
    const child = children && transaction().org.schema.object(children.childObject);
    if (child && !this.objectAllows(child, 'read')) {
      this.remove(copy, name);
      return undefined;
    }
    return new ApexList(
      value.type,
      value.items.map((item) => this.strip(item as SObjectRecord))
    );
  }

  private remove(copy: SObjectRecord, name: string): void {
    copy.values.delete(name);
    if (copy.selected) copy.selected = new Set([...copy.selected].filter((selected) => selected !== name));
    const names = this.removed.get(copy.definition.name) ?? new Set<string>();
    this.removed.set(copy.definition.name, names.add(name));
  }

  private objectAllows(object: ObjectDefinition, right: Right): boolean {
    const { org, user } = transaction();
    return org.access.object(user, object)[right];
  }

  private fieldAllows(object: ObjectDefinition, field: FieldDefinition): boolean {
    const { org, user } = transaction();
    const access = org.access.field(user, object, field);
    return this.rights.every((right) => {
      if (right === 'read') return access.read;
      return access.edit && (right === 'create' ? field.createable : field.updateable);
    });
  }
}

/** `System.SObjectAccessDecision`. */
class AccessDecision {
  readonly records: ApexList;
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly indexes: readonly number[];

  constructor(records: ApexList, removed: ReadonlyMap<string, ReadonlySet<string>>, indexes: readonly number[]) {
    this.records = records;
    this.removed = removed;
    this.indexes = indexes;
  }

  removedFields(): ApexMap {
    return fieldsByObject(this.removed);
  }

  modifiedIndexes(): ApexSet {
    const set = new ApexSet(runtimeType('Set<Integer>'));
    for (const index of this.indexes) set.add(index);
    return set;
  }
}

function fieldsByObject(fields: ReadonlyMap<string, ReadonlySet<string>>): ApexMap {
  const map = new ApexMap(runtimeType('Map<String,Set<String>>'));
  for (const [object, names] of fields) {
    const set = new ApexSet(runtimeType('Set<String>'));
    for (const name of names) set.add(name);
    map.put(object, set);
  }
  return map;
}

function stripInaccessible(type: ApexEnumValue | null, records: ApexList | null, enforceRoot: boolean | null = true) {
  const stripper = new Stripper(RIGHTS[required(type, 1).name]);
  const source = required(records, 2).items as SObjectRecord[];
  if (source.some(({ definition }) => definition.name === 'AggregateResult')) {
    throw new NoAccessException('AggregateResult SObject types are not supported');
  }
  if (enforceRoot !== false)
    for (const object of new Set(source.map((record) => record.definition))) stripper.requireObject(object);
  const stripped = source.map((record) => stripper.strip(record));
  const changed = source.flatMap((record, index) => (record.apexEquals(stripped[index]) ? [] : [index]));
  const list =
    source.length > 0 ? listOfRecords(source[0].definition, stripped) : new ApexList((records as ApexList).type);
  return new AccessDecision(list, stripper.removed, changed);
}

definePlatformType({
  namespace: 'System',
  name: 'SObjectAccessDecision',
  kind: 'class',
  javaScriptClass: AccessDecision,
  members: {
    'List<SObject> getRecords()': (self: AccessDecision) => self.records,
    'Map<String, Set<String>> getRemovedFields()': (self: AccessDecision) => self.removedFields(),
    'Set<Integer> getModifiedIndexes()': (self: AccessDecision) => self.modifiedIndexes()
  }
});

definePlatformType({
  namespace: 'System',
  name: 'Security',
  kind: 'class',
  members: {
    'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords)':
      stripInaccessible,
    'static System.SObjectAccessDecision stripInaccessible(System.AccessType accessCheckType, List<SObject> sourceRecords, Boolean enforceRootObjectCRUD)':
      stripInaccessible
  }
});

extendPlatformType('System.QueryException', {
  'Map<String, Set<String>> getInaccessibleFields()': (self: object) => fieldsByObject(inaccessibleOf(self))
});
