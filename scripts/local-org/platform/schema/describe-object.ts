/** `Schema.SObjectType`, `Schema.DescribeSObjectResult` and what hangs on it. */
import type { ChildRelationship, ObjectDefinition, RecordTypeDefinition } from '../../schema/model';
import { SObjectRecord } from '../../records/sobject-record';
import { applyDefaults } from '../../database';
import { definePlatformType, type Implementation } from '../../declarations/define';
import { newList, newMap } from '../../declarations/platform-lists';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import type { ApexMap } from '../../values/map';
import { SObjectTypeFieldSets } from './field-sets';
import { NameMap } from './name-map';
import { fieldToken, typeToken, SObjectTypeToken } from '../../records/tokens';
import { withProperties } from './properties';

/** What `getDescribe()` of an object answers; permissions are those of the user who asks. */
export class DescribeSObjectResult {
  readonly object: ObjectDefinition;

  constructor(object: ObjectDefinition) {
    this.object = object;
  }
}

const describedObjects = new WeakMap<ObjectDefinition, DescribeSObjectResult>();

/** The one describe result of an object: public code uses it as key of a map, and finds it again after another describe. */
export function describeObject(object: ObjectDefinition): DescribeSObjectResult {
  const known = describedObjects.get(object);
  if (known) return known;
  const described = new DescribeSObjectResult(object);
  describedObjects.set(object, described);
  return described;
}

/** `describe.fields`. */
class SObjectTypeFields {
  readonly object: ObjectDefinition;

  constructor(object: ObjectDefinition) {
    this.object = object;
  }
}

class ApexChildRelationship {
  readonly definition: ChildRelationship;

  constructor(definition: ChildRelationship) {
    this.definition = definition;
  }
}

const describedChildren = new WeakMap<ChildRelationship, ApexChildRelationship>();

/** One object per relationship, so that results of two describe calls are equal. */
function describedChild(definition: ChildRelationship): ApexChildRelationship {
  const described = describedChildren.get(definition) ?? new ApexChildRelationship(definition);
  describedChildren.set(definition, described);
  return described;
}

/** A record type as describe shows it; the master record type has a fixed Id. */
class RecordTypeInfo {
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly active: boolean;
  readonly isMaster: boolean;
  readonly isDefault: boolean;

  constructor(id: string, definition: RecordTypeDefinition | null, isDefault: boolean) {
    this.id = id;
    this.name = definition?.label ?? 'Master';
    this.developerName = definition?.developerName ?? 'Master';
    this.active = definition?.active ?? true;
    this.isMaster = definition === null;
    this.isDefault = isDefault;
  }
}

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** The master record type is everyone's default: no profile here chooses another one. */
function recordTypeInfos(object: ObjectDefinition): RecordTypeInfo[] {
  const rows = transaction().org.database.system.find('RecordType', { SobjectType: object.name });
  const own = object.recordTypes.map((definition) => {
    const row = rows.find(
      (found: Readonly<Record<string, unknown>>) => found['DeveloperName'] === definition.developerName
    );
    return new RecordTypeInfo(String(row?.['Id'] ?? ''), definition, false);
  });
  return [...own, new RecordTypeInfo(MASTER_RECORD_TYPE, null, true)];
}

function infosBy(key: (info: RecordTypeInfo) => string, keyType: string): Implementation {
  return ({ object }: DescribeSObjectResult) => {
    const map = newMap(keyType, 'Schema.RecordTypeInfo');
    for (const info of recordTypeInfos(object)) map.put(key(info), info);
    return map;
  };
}

function fieldMap({ object }: SObjectTypeFields): ApexMap {
  const map = new NameMap('Schema.SObjectField');
  for (const [name, field] of object.fields) map.put(name, fieldToken(object, field.name));
  return map;
}

function accessMember(
  kind: 'read' | 'create' | 'edit' | 'delete',
  allows: (object: ObjectDefinition) => boolean
): Implementation {
  return ({ object }: DescribeSObjectResult) => {
    const { org, user } = transaction();
    return allows(object) && org.access.object(user, object)[kind];
  };
}

type ObjectReader = (object: ObjectDefinition) => unknown;

/** Standard objects whose feeds are tracked in a new org ("Default Feed Tracking", Salesforce Help). */
const TRACKED = new Set(['Account', 'Case', 'CollaborationGroup', 'Contact', 'Lead', 'Opportunity', 'User']);

function isFeedEnabled({ name, feedEnabled }: ObjectDefinition): boolean {
  if (feedEnabled !== undefined) return feedEnabled;
  if (TRACKED.has(name)) return true;
  throw new NotModeled(`DescribeSObjectResult.isFeedEnabled of ${name}`);
}

const READERS: Readonly<Record<string, ObjectReader>> = {
  'String getKeyPrefix()': (object) => object.keyPrefix,
  'String getLabel()': (object) => object.label,
  'String getLabelPlural()': (object) => object.labelPlural,
  'String getLocalName()': (object) => object.name,
  'String getName()': (object) => object.name,
  'Schema.SObjectType getSobjectType()': typeToken,
  'List<Schema.ChildRelationship> getChildRelationships()': (object) =>
    newList('Schema.ChildRelationship', object.childRelationships.map(describedChild)),
  'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (object) =>
    newList('Schema.RecordTypeInfo', recordTypeInfos(object)),
  'Boolean isCustom()': (object) => object.custom,
  'Boolean isCustomSetting()': (object) => object.kind === 'customSetting',
  'Boolean isDeprecatedAndHidden()': () => false,
  'Boolean isFeedEnabled()': isFeedEnabled,
  'Boolean isMergeable()': (object) => object.mergeable,
  'Boolean isSearchable()': (object) => object.searchable,
  'Boolean isUndeletable()': (object) => object.undeletable,
  'get Schema.SObjectTypeFields fields': (object) => new SObjectTypeFields(object),
  'get Schema.SObjectTypeFieldSets fieldSets': (object) => new SObjectTypeFieldSets(object)
};

function readers(): Record<string, Implementation> {
  return Object.fromEntries(
    Object.entries(READERS).map(([signature, read]) => [signature, ({ object }: DescribeSObjectResult) => read(object)])
  );
}

definePlatformType({
  namespace: 'Schema',
  name: 'DescribeSObjectResult',
  kind: 'class',
  javaScriptClass: DescribeSObjectResult,
  documentation: 'Apex Reference Guide, DescribeSObjectResult Class',
  members: withProperties({
    ...readers(),
    'Boolean isAccessible()': accessMember('read', () => true),
    'Boolean isCreateable()': accessMember('create', (object) => object.createable),
    'Boolean isDeletable()': accessMember('delete', (object) => object.deletable),
    'Boolean isQueryable()': accessMember('read', (object) => object.queryable),
    'Boolean isUpdateable()': accessMember('edit', (object) => object.updateable),
    'Map<Id, Schema.RecordTypeInfo> getRecordTypeInfosById()': infosBy((info) => info.id, 'Id'),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByName()': infosBy((info) => info.name, 'String'),
    'Map<String, Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': infosBy(
      (info) => info.developerName,
      'String'
    )
  })
});

definePlatformType({
  namespace: 'Schema',
  name: 'SObjectTypeFields',
  kind: 'class',
  javaScriptClass: SObjectTypeFields,
  documentation: 'Apex Developer Guide, Describe Field Results',
  members: { 'Map<String, Schema.SObjectField> getMap()': fieldMap }
});

definePlatformType({
  namespace: 'Schema',
  name: 'ChildRelationship',
  kind: 'class',
  javaScriptClass: ApexChildRelationship,
  documentation: 'Apex Reference Guide, ChildRelationship Class',
  members: withProperties({
    'Schema.SObjectType getChildSObject()': ({ definition }: ApexChildRelationship) => tokenOf(definition.childObject),
    'Schema.SObjectField getField()': ({ definition }: ApexChildRelationship) => {
      const { object } = tokenOf(definition.childObject);
      const field = object.fields.get(definition.field.toLowerCase());
      if (!field) throw new NotModeled(`the child field ${definition.childObject}.${definition.field}`);
      return fieldToken(object, field.name);
    },
    'String getRelationshipName()': ({ definition }: ApexChildRelationship) => definition.relationshipName ?? null,
    'Boolean isCascadeDelete()': ({ definition }: ApexChildRelationship) => definition.cascadeDelete,
    'Boolean isRestrictedDelete()': ({ definition }: ApexChildRelationship) => definition.restrictedDelete,
    'Boolean isDeprecatedAndHidden()': () => false
  })
});

function tokenOf(name: string): SObjectTypeToken {
  const object = transaction().org.schema.object(name);
  if (!object) throw new NotModeled(`the object ${name}`);
  return typeToken(object);
}

definePlatformType({
  namespace: 'Schema',
  name: 'RecordTypeInfo',
  kind: 'class',
  javaScriptClass: RecordTypeInfo,
  documentation: 'Apex Reference Guide, RecordTypeInfo Class',
  members: withProperties({
    'String getDeveloperName()': (info: RecordTypeInfo) => info.developerName,
    'String getName()': (info: RecordTypeInfo) => info.name,
    'Id getRecordTypeId()': (info: RecordTypeInfo) => info.id,
    'Boolean isActive()': (info: RecordTypeInfo) => info.active,
    'Boolean isAvailable()': (info: RecordTypeInfo) => info.active,
    'Boolean isDefaultRecordTypeMapping()': (info: RecordTypeInfo) => info.isDefault,
    'Boolean isMaster()': (info: RecordTypeInfo) => info.isMaster
  })
});

/** A random UUID: platform events made this way can be told apart when they are published. */
function eventUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A record with the default values of its fields, as a page for a new record would show them. */
function newRecord(
  { object }: SObjectTypeToken,
  recordTypeId: string | null,
  loadDefaults: boolean | null
): SObjectRecord {
  const record = new SObjectRecord(object);
  if (recordTypeId !== null) record.set('RecordTypeId', recordTypeId);
  if (loadDefaults === true) {
    const { org, user } = transaction();
    if (object.kind === 'platformEvent') record.set('EventUuid', eventUuid(org.random.bytes(16)));
    applyDefaults(object, record.values, { userId: user.id, timeZone: user.timeZone, now: org.clock.now() }, true);
  }
  return record;
}

definePlatformType({
  namespace: 'Schema',
  name: 'SObjectType',
  kind: 'class',
  javaScriptClass: SObjectTypeToken,
  documentation: 'Apex Reference Guide, SObjectType Class',
  members: {
    'Schema.DescribeSObjectResult getDescribe()': ({ object }: SObjectTypeToken) => describeObject(object),
    'Schema.DescribeSObjectResult getDescribe(Object options)': ({ object }: SObjectTypeToken) =>
      describeObject(object),
    'SObject newSObject()': ({ object }: SObjectTypeToken) => new SObjectRecord(object),
    'SObject newSObject(Id id)': ({ object }: SObjectTypeToken, id: string | null) => {
      const record = new SObjectRecord(object);
      if (id !== null) record.set('Id', id);
      return record;
    },
    'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': newRecord,
    'get Schema.SObjectTypeFields fields': ({ object }: SObjectTypeToken) => new SObjectTypeFields(object),
    'get Schema.SObjectTypeFieldSets fieldSets': ({ object }: SObjectTypeToken) => new SObjectTypeFieldSets(object)
  }
});
