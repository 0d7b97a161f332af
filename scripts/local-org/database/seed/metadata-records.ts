/** Records that come from the project's metadata, brought in step at every start: record types, notification types, custom metadata. */
import { ApexDate } from '../../values/date';
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { MILLISECONDS_PER_DAY } from '../../values/calendar';
import { nodes, readMetadata, text, type MetadataFile, type XmlNode } from '../../project/metadata-files';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../../schema/model';
import type { Store } from '../../store/store';
import type { SystemRecords } from '../system-records';

/** Brings record types, object definitions and custom metadata records in step with the project. */
export function syncMetadataRecords(
  store: Store,
  schema: SchemaModel,
  system: SystemRecords,
  files: readonly MetadataFile[]
): void {
  store.atomically(() => {
    syncEntityDefinitions(schema, system);
    syncRecordTypes(schema, system);
    syncCachePartitions(system, files);
    syncNotificationTypes(system, files);
    new CustomMetadataLoader(schema, system).load(files);
  });
}

function syncRecordTypes(schema: SchemaModel, system: SystemRecords): void {
  for (const object of schema.objects()) {
    for (const type of object.recordTypes) {
      const key = { SobjectType: object.name, DeveloperName: type.developerName };
      const values = {
        Name: type.label,
        Description: type.description || null,
        IsActive: type.active,
        ...(type.isPersonType ? { IsPersonType: true } : {})
      };
      const [existing] = system.find('RecordType', key);
      if (existing) system.update('RecordType', String(existing['Id']), values);
      else system.insert('RecordType', { ...key, ...values });
    }
  }
}

/** @see "CustomNotificationType", Metadata API Developer Guide */
function syncNotificationTypes(system: SystemRecords, files: readonly MetadataFile[]): void {
  for (const file of files.filter(({ kind }) => kind === 'notiftype')) {
    const root = readMetadata(file.path);
    const values = {
      MasterLabel: text(root, 'masterLabel') ?? file.name,
      CustomNotifTypeName: text(root, 'customNotifTypeName') ?? file.name,
      Description: text(root, 'description') ?? null,
      Language: 'en_US',
      Desktop: text(root, 'desktop') === 'true',
      Mobile: text(root, 'mobile') === 'true'
    };
    const key = { DeveloperName: file.name };
    const [existing] = system.find('CustomNotificationType', key);
    if (existing) system.update('CustomNotificationType', String(existing['Id']), values);
    else system.insert('CustomNotificationType', { ...key, ...values });
  }
}

/** `EntityDefinition` lists the objects. References to it hold API names, so that is what its rows are known by. */
function syncEntityDefinitions(schema: SchemaModel, system: SystemRecords): void {
  const known = new Set(system.find('EntityDefinition').map((row) => row['QualifiedApiName']));
  for (const object of schema.objects()) {
    if (known.has(object.name)) continue;
    system.insert('EntityDefinition', {
      Id: object.name,
      DurableId: object.name,
      QualifiedApiName: object.name,
      DeveloperName: object.name.replace(/__[a-z]+$/i, ''),
      MasterLabel: object.label,
      Label: object.label,
      PluralLabel: object.labelPlural,
      KeyPrefix: object.keyPrefix || null,
      IsCustomizable: true,
      IsQueryable: object.queryable,
      IsCustomSetting: object.kind === 'customSetting'
    });
  }
}

/** "PlatformCachePartition", Metadata API Developer Guide */
function syncCachePartitions(system: SystemRecords, files: readonly MetadataFile[]): void {
  for (const { kind, name, path } of files) {
    if (kind.toLowerCase() !== 'cachepartition') continue;
    if (system.find('PlatformCachePartition', { DeveloperName: name }).length > 0) continue;
    const root = readMetadata(path);
    system.insert('PlatformCachePartition', {
      DeveloperName: name,
      MasterLabel: text(root, 'masterLabel') ?? name,
      Description: text(root, 'description') ?? null,
      IsDefaultPartition: text(root, 'isDefaultPartition') === 'true'
    });
  }
}

interface LoadedRecord {
  readonly object: ObjectDefinition;
  readonly id: string;
  readonly root: XmlNode;
}

/** Custom metadata records are replaced at every start; those that stay keep their Ids. */
class CustomMetadataLoader {
  private readonly schema: SchemaModel;
  private readonly system: SystemRecords;

  constructor(schema: SchemaModel, system: SystemRecords) {
    this.schema = schema;
    this.system = system;
  }

  load(files: readonly MetadataFile[]): void {
    const records = files.filter((file) => file.kind === 'md').flatMap((file) => this.create(file));
    const kept = new Set(records.map((record) => record.id));
    for (const object of this.schema.objects()) if (object.kind === 'customMetadata') this.prune(object, kept);
    for (const record of records) this.fill(record);
  }

  /**
   * First every record gets its Id, so that records can refer to each other. A record of a type that another package
   * defines is left out: code that asks for the type is told that there is none.
   */
  private create(file: MetadataFile): LoadedRecord[] {
    const dot = file.name.indexOf('.');
    const typeName = `${file.name.slice(0, dot)}__mdt`;
    const developerName = file.name.slice(dot + 1);
    const object = this.schema.object(typeName);
    if (!object) return [];
    const root = readMetadata(file.path);
    const label = text(root, 'label') ?? developerName;
    const values = { MasterLabel: label, Label: label, Language: 'en_US', QualifiedApiName: developerName };
    const [existing] = this.system.find(typeName, { DeveloperName: developerName });
    if (existing) this.system.update(typeName, String(existing['Id']), values);
    const id = existing
      ? String(existing['Id'])
      : this.system.insert(typeName, { DeveloperName: developerName, ...values });
    return [{ object, id, root }];
  }

  private prune(object: ObjectDefinition, kept: ReadonlySet<string>): void {
    for (const row of this.system.find(object.name)) {
      if (!kept.has(String(row['Id']))) this.system.delete(object.name, String(row['Id']));
    }
  }

  private fill({ object, id, root }: LoadedRecord): void {
    const values: Record<string, unknown> = {};
    for (const node of nodes(root, 'values')) {
      const field = object.fields.get((text(node, 'field') ?? '').toLowerCase());
      if (field) values[field.name] = this.value(field, text(node, 'value'));
    }
    this.system.update(object.name, id, values);
  }

  private value(field: FieldDefinition, source: string | undefined): unknown {
    if (source === undefined || source === '') return field.type === 'BOOLEAN' ? false : null;
    switch (field.type) {
      case 'BOOLEAN':
        return source.trim() === 'true';
      case 'DOUBLE':
      case 'CURRENCY':
      case 'PERCENT':
        return Decimal.parse(source.trim());
      case 'DATE':
        return new ApexDate(Math.floor(Date.parse(`${source.trim()}T00:00:00Z`) / MILLISECONDS_PER_DAY));
      case 'DATETIME':
        return new ApexDatetime(Date.parse(source.trim()));
      case 'REFERENCE':
        return this.reference(field, source.trim());
      default:
        return source;
    }
  }

  /** A metadata relationship names its target: another record, or an object. */
  private reference(field: FieldDefinition, name: string): string | null {
    const [target] = field.referenceTo;
    if (!target) return null;
    if (target === 'FieldDefinition') return name;
    if (target === 'EntityDefinition') return this.schema.object(name)?.name ?? name;
    const [row] = this.system.find(target, { DeveloperName: name });
    return row ? String(row['Id']) : null;
  }
}
