/**
 * Rows that describe the project and that few queries ask for: they are made when the first query does.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readMetadata, text, texts } from '../../project/metadata-files';
import { ApexBlob } from '../../values/blob';
import { NotModeled } from '../../values/not-modeled';
import type { Database } from '../database';
import { syncOwnerShares } from '../share-rows';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import { loadFlowDefinitions } from './flow-records';
import { assignOwnedPermissionSets } from './profile-assignments';

const LOADERS: Readonly<Record<string, (database: Database) => void>> = {
  FieldDefinition: loadFieldDefinitions,
  FlowDefinitionView: loadFlowDefinitions,
  StaticResource: loadStaticResources,
  UserRecordAccess: () => {
    throw new NotModeled('queries of UserRecordAccess');
  },
  PermissionSetGroup: loadPermissionSetGroups,
  PermissionSetGroupComponent: loadPermissionSetGroups
};

/** Makes sure that objects a query reads have their rows, and those that follow from others the right ones. */
export function ensureLoaded(database: Database, objects: readonly ObjectDefinition[]): void {
  for (const object of objects) {
    const load = LOADERS[object.name];
    if (object.name === 'PermissionSetAssignment') assignOwnedPermissionSets(database);
    if (object.name.endsWith('Share')) syncOwnerShares(database, object);
    if (!load) continue;
    const [row] = database.store.connection.all(`SELECT 1 FROM "${object.name}" LIMIT 1`);
    if (!row) load(database);
  }
}

/** "FieldDefinition", Tooling API: one row per field, known by object and field name. */
function loadFieldDefinitions(database: Database): void {
  for (const object of database.schema.objects()) {
    for (const field of object.fields.values()) insertFieldDefinition(database, object, field);
  }
}

function insertFieldDefinition(database: Database, object: ObjectDefinition, field: FieldDefinition): void {
  const known = database.schema.object('FieldDefinition')?.fields;
  const values: Record<string, unknown> = {
    Id: `${object.name}.${field.name}`,
    DurableId: `${object.name}.${field.name}`,
    QualifiedApiName: field.name,
    EntityDefinitionId: object.name,
    DeveloperName: field.name.replace(/__c$/i, ''),
    MasterLabel: field.label,
    Label: field.label,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.calculated,
    IsIndexed: field.externalId || field.unique || field.type === 'ID',
    IsNillable: field.nillable,
    IsNameField: field.nameField,
    ExtraTypeInfo: null
  };
  const kept = Object.entries(values).filter(([name]) => known?.has(name.toLowerCase()));
  database.system.insert('FieldDefinition', Object.fromEntries(kept));
}

/** Static resources of the project with their content; folders, which deploy as archives, have none here. */
function loadStaticResources(database: Database): void {
  for (const directory of database.directories) {
    for (const folder of staticResourceFolders(directory)) loadFolder(database, folder);
  }
}

function* staticResourceFolders(directory: string): Iterable<string> {
  if (!existsSync(directory)) return;
  for (const entry of readdirSync(directory).sort()) {
    const path = join(directory, entry);
    if (entry.startsWith('.') || entry === 'node_modules' || !statSync(path).isDirectory()) continue;
    if (entry === 'staticresources') yield path;
    else yield* staticResourceFolders(path);
  }
}

const META_SUFFIX = '.resource-meta.xml';

function loadFolder(database: Database, folder: string): void {
  const entries = readdirSync(folder).sort();
  for (const meta of entries.filter((entry) => entry.endsWith(META_SUFFIX))) {
    const name = meta.slice(0, -META_SUFFIX.length);
    const file = entries.find((entry) => entry !== meta && entry.replace(/\.[^.]*$/, '') === name);
    const path = file === undefined ? null : join(folder, file);
    const bytes = path !== null && statSync(path).isFile() ? new Uint8Array(readFileSync(path)) : null;
    database.system.insert('StaticResource', {
      Name: name,
      ContentType: text(readMetadata(join(folder, meta)), 'contentType') ?? null,
      Body: bytes && new ApexBlob(bytes),
      BodyLength: bytes?.length ?? 0
    });
  }
}

function loadPermissionSetGroups(database: Database): void {
  for (const file of database.files) {
    if (file.kind !== 'permissionsetgroup') continue;
    const root = readMetadata(file.path);
    const groupId = database.system.insert('PermissionSetGroup', {
      DeveloperName: file.name,
      MasterLabel: text(root, 'label') ?? file.name,
      Description: text(root, 'description') ?? null,
      Status: 'Updated'
    });
    for (const name of texts(root, 'permissionSets')) {
      const [set] = database.system.find('PermissionSet', { Name: name });
      if (!set) continue;
      database.system.insert('PermissionSetGroupComponent', {
        PermissionSetGroupId: groupId,
        PermissionSetId: set['Id']
      });
    }
  }
}
