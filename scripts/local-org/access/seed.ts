import type { SchemaModel } from '../schema/model';
import { flag, nodes, readMetadata, text, type MetadataFile, type XmlNode } from '../project/metadata-files';
import type { FindRows } from './granted';

/** Writes rows of the org's own tables. */
export interface SystemRows {
  readonly find: FindRows;
  insert(objectName: string, values: Record<string, unknown>): string;
}

/**
 * Makes the project's permission sets and custom permissions rows of the org, once.
 * @see "PermissionSet" and "CustomPermission", Metadata API Developer Guide
 */
export function seedPermissionSets(rows: SystemRows, schema: SchemaModel, files: readonly MetadataFile[]): void {
  for (const { name, path } of filesOf(files, 'customPermission')) seedCustomPermission(rows, name, readMetadata(path));
  for (const { name, path } of filesOf(files, 'permissionset')) {
    seedPermissionSet(rows, schema, name, readMetadata(path));
  }
}

function filesOf(files: readonly MetadataFile[], kind: string): MetadataFile[] {
  return files.filter((file) => file.kind.toLowerCase() === kind.toLowerCase());
}

function seedCustomPermission(rows: SystemRows, name: string, root: XmlNode): void {
  if (rows.find('CustomPermission', { DeveloperName: name }).length > 0) return;
  rows.insert('CustomPermission', { DeveloperName: name, MasterLabel: text(root, 'label') ?? name });
}

function seedPermissionSet(rows: SystemRows, schema: SchemaModel, name: string, root: XmlNode): void {
  const [known] = rows.find('PermissionSet', { Name: name });
  if (known) {
    // An org that was made before principals had to be granted has the permission set without them.
    seedPrincipals(rows, String(known['Id']), root);
    return;
  }
  const parentId = rows.insert('PermissionSet', {
    Name: name,
    Label: text(root, 'label') ?? name,
    IsOwnedByProfile: false,
    IsCustom: true,
    ...userPermissions(schema, root)
  });
  for (const node of nodes(root, 'objectPermissions')) seedObject(rows, parentId, node);
  for (const node of nodes(root, 'fieldPermissions')) seedField(rows, parentId, node);
  for (const node of nodes(root, 'customMetadataTypeAccesses')) seedMetadataType(rows, parentId, node);
  for (const node of nodes(root, 'customPermissions')) seedCustomAccess(rows, parentId, node);
  seedPrincipals(rows, parentId, root);
}

/**
 * Principals of external credentials that a permission set opens. They have no Id that Apex could see, so they are known
 * by name, as metadata names them: `External_Credential-Principal`.
 * @see "PermissionSetExternalCredentialPrincipalAccess", Metadata API Developer Guide
 */
function seedPrincipals(rows: SystemRows, parentId: string, root: XmlNode): void {
  for (const node of nodes(root, 'externalCredentialPrincipalAccesses')) {
    const access = {
      ParentId: parentId,
      SetupEntityId: text(node, 'externalCredentialPrincipal'),
      SetupEntityType: 'ExternalCredentialParameter'
    };
    if (flag(node, 'enabled') && rows.find('SetupEntityAccess', access).length === 0) {
      rows.insert('SetupEntityAccess', access);
    }
  }
}

function userPermissions(schema: SchemaModel, root: XmlNode): Record<string, boolean> {
  const granted = nodes(root, 'userPermissions').filter((node) => flag(node, 'enabled'));
  const fields = schema.object('PermissionSet')?.fields;
  const names = granted.map((node) => `Permissions${text(node, 'name')}`);
  return Object.fromEntries(names.filter((name) => fields?.has(name.toLowerCase())).map((name) => [name, true]));
}

function seedObject(rows: SystemRows, parentId: string, node: XmlNode): void {
  rows.insert('ObjectPermissions', {
    ParentId: parentId,
    SobjectType: text(node, 'object'),
    PermissionsRead: flag(node, 'allowRead'),
    PermissionsCreate: flag(node, 'allowCreate'),
    PermissionsEdit: flag(node, 'allowEdit'),
    PermissionsDelete: flag(node, 'allowDelete'),
    PermissionsViewAllRecords: flag(node, 'viewAllRecords'),
    PermissionsModifyAllRecords: flag(node, 'modifyAllRecords')
  });
}

function seedField(rows: SystemRows, parentId: string, node: XmlNode): void {
  const field = text(node, 'field') ?? '';
  rows.insert('FieldPermissions', {
    ParentId: parentId,
    SobjectType: field.split('.')[0],
    Field: field,
    PermissionsRead: flag(node, 'readable'),
    PermissionsEdit: flag(node, 'editable')
  });
}

/**
 * A custom metadata type, known by its name.
 * @see "PermissionSetCustomMetadataTypeAccess", Metadata API Developer Guide
 */
function seedMetadataType(rows: SystemRows, parentId: string, node: XmlNode): void {
  if (!flag(node, 'enabled')) return;
  rows.insert('SetupEntityAccess', {
    ParentId: parentId,
    SetupEntityId: text(node, 'name'),
    SetupEntityType: 'CustomEntityDefinition'
  });
}

function seedCustomAccess(rows: SystemRows, parentId: string, node: XmlNode): void {
  const [permission] = rows.find('CustomPermission', { DeveloperName: text(node, 'name') });
  if (!permission || !flag(node, 'enabled')) return;
  rows.insert('SetupEntityAccess', {
    ParentId: parentId,
    SetupEntityId: permission['Id'],
    SetupEntityType: 'CustomPermission'
  });
}
