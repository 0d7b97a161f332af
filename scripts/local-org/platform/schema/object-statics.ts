/**
 * Static methods of custom settings and custom metadata types; the object comes first.
 * @see "Custom Settings Methods" and "Custom Metadata Type Methods", Apex Reference Guide
 */
import { applyDefaults } from '../../database';
import { recordMapType } from '../../records/lists';
import { SObjectRecord } from '../../records/sobject-record';
import type { SObjectTypeToken } from '../../records/tokens';
import type { ObjectDefinition } from '../../schema/model';
import { definePlatformType, sinceVersion } from '../../declarations/define';
import { transaction } from '../../transaction/transaction';
import { UnsupportedOperationException } from '../../values/exceptions';
import { ApexMap } from '../../values/map';

type Row = Readonly<Record<string, unknown>>;

/** Records of settings and metadata types are cached by the platform: reading them counts no query. */
function rowsOf(object: ObjectDefinition, values: Row = {}): Row[] {
  const rows: Row[] = transaction().org.database.system.find(object.name, values);
  return rows.filter((row) => row['IsDeleted'] !== true);
}

function recordOf(object: ObjectDefinition, row: Row | undefined): SObjectRecord | null {
  return row ? new SObjectRecord(object, new Map(Object.entries(row))) : null;
}

/** The record of a name or Id; of a hierarchy the merged values of user, profile and org. */
function getInstance({ object }: SObjectTypeToken, key: string | null = null): SObjectRecord | null {
  if (object.kind === 'customMetadata') return metadataRecord(object, key);
  if (object.customSettingType === 'List') return recordOf(object, rowsOf(object, { Name: key })[0]);
  return hierarchyRecord(object, key);
}

function metadataRecord(object: ObjectDefinition, key: string | null): SObjectRecord | null {
  const byName = rowsOf(object, { DeveloperName: key })[0] ?? rowsOf(object, { QualifiedApiName: key })[0];
  return recordOf(object, byName ?? rowsOf(object, { Id: key })[0]);
}

/**
 * The nearest level that has a value wins: user, then profile, then organisation. Who has no record of their own gets a
 * new one with the values from above, which may be inserted.
 * @see "Custom Settings Methods", getInstance(), Apex Reference Guide: "a new custom setting object […] contains an ID
 * set to null and merged fields from higher in the hierarchy"; without any data "default values, except for the
 * SetupOwnerId field which contains the user ID"
 */
function hierarchyRecord(object: ObjectDefinition, key: string | null): SObjectRecord {
  const [ownerId, ...above] = ownersAbove(key);
  const levels = [ownerId, ...above].map((id) => rowsOf(object, { SetupOwnerId: id })[0]);
  const own = levels[0] ?? { SetupOwnerId: ownerId };
  const values = new Map<string, unknown>(Object.entries(own));
  for (const row of levels) {
    for (const [name, value] of Object.entries(row ?? {})) {
      if (isSettable(object, name) && (values.get(name) ?? null) === null) values.set(name, value);
    }
  }
  if (levels.every((row) => row === undefined)) addDefaults(object, values);
  return new SObjectRecord(object, values);
}

function isSettable(object: ObjectDefinition, fieldName: string): boolean {
  return object.fields.get(fieldName.toLowerCase())?.custom === true;
}

function addDefaults(object: ObjectDefinition, values: Map<string, unknown>): void {
  const { org, user } = transaction();
  applyDefaults(object, values, { userId: user.id, timeZone: user.timeZone, now: org.clock.now() }, true);
}

function ownersAbove(ownerId: string | null): string[] {
  const { org, user } = transaction();
  const [organization] = org.database.system.find('Organization', {});
  const orgId = String(organization['Id']);
  const id = ownerId ?? user.id;
  if (id === orgId) return [orgId];
  if (id.startsWith('00e')) return [id, orgId];
  const [owner] = id === user.id ? [{ ProfileId: user.profileId }] : org.database.system.find('User', { Id: id });
  return [id, String(owner?.['ProfileId'] ?? ''), orgId].filter(Boolean);
}

/** The record of exactly this level; null when it has none. */
function getValues({ object }: SObjectTypeToken, key: string | null): SObjectRecord | null {
  const field = object.customSettingType === 'Hierarchy' ? 'SetupOwnerId' : 'Name';
  return recordOf(object, rowsOf(object, { [field]: key })[0]);
}

function getOrgDefaults(token: SObjectTypeToken): SObjectRecord {
  if (token.object.customSettingType !== 'Hierarchy') {
    throw new UnsupportedOperationException('getOrgDefaults is only available for hierarchy custom settings');
  }
  const [organization] = transaction().org.database.system.find('Organization', {});
  const found = getValues(token, String(organization['Id']));
  return found ?? new SObjectRecord(token.object);
}

function getAll({ object }: SObjectTypeToken): ApexMap {
  const map = new ApexMap(recordMapType('String', object));
  const key = object.kind === 'customMetadata' ? 'QualifiedApiName' : 'Name';
  for (const row of rowsOf(object)) map.put(row[key], recordOf(object, row));
  return map;
}

definePlatformType({
  namespace: 'Schema',
  name: 'ObjectStatics',
  kind: 'class',
  members: {
    'static Schema.SObjectType getSObjectType(Schema.SObjectType type)': (type: SObjectTypeToken) => type,
    'static SObject getInstance(Schema.SObjectType type)': getInstance,
    'static SObject getInstance(Schema.SObjectType type, String key)': getInstance,
    'static SObject getValues(Schema.SObjectType type, String key)': getValues,
    // "Custom Settings Methods" (getOrgDefaults): without data, null up to version 21, an empty record from 22.
    'static SObject getOrgDefaults(Schema.SObjectType type)': sinceVersion(
      22,
      getOrgDefaults,
      (token: SObjectTypeToken) => {
        const defaults = getOrgDefaults(token);
        return defaults.id === null ? null : defaults;
      }
    ),
    'static Map<String, SObject> getAll(Schema.SObjectType type)': getAll
  }
});
