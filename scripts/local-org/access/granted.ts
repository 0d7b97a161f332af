import { FULL_ACCESS, NO_ACCESS, STANDARD_ACCESS, type FieldAccess, type ObjectAccess } from './model';

/** A row of the org's own tables. */
export type SystemRow = Readonly<Record<string, unknown>>;

/** Reads the org's own rows by equality of fields. */
export type FindRows = (objectName: string, values: Readonly<Record<string, unknown>>) => readonly SystemRow[];

/** What one user is granted by profile and permission sets, read once. */
export class Granted {
  readonly isAdministrator: boolean;
  /** What the profile allows on standard objects by itself. */
  readonly standardObjects: ObjectAccess;
  private readonly permissionSets: readonly SystemRow[];
  private readonly objects = new Map<string, ObjectAccess>();
  private readonly fields = new Map<string, FieldAccess>();
  private readonly entities = new Set<string>();
  /** Objects, in lower case, about which the profile says something itself. */
  private readonly ofProfile: ReadonlySet<string>;
  /** Whether the user is none of the org's own people: a guest, or a guest of Chatter groups. */
  readonly isGuestOrExternal: boolean;

  constructor(find: FindRows, userId: string, profileId: string) {
    const profileName = String(find('Profile', { Id: profileId })[0]?.['Name'] ?? '');
    this.isAdministrator = profileName === 'System Administrator';
    this.standardObjects = standardAccess(profileName);
    this.permissionSets = permissionSetsOf(find, userId, profileId);
    for (const { Id } of this.permissionSets) this.readPermissionSet(find, String(Id));
    this.ofProfile = objectsOfProfile(find, profileId);
    this.isGuestOrExternal = profileName.startsWith('Chatter') || profileName.includes('Guest');
  }

  /** Whether the profile's own rows decide about an object, instead of what its kind allows by itself. */
  decidesByProfile(objectName: string): boolean {
    return this.ofProfile.has(objectName.toLowerCase());
  }

  object(name: string): ObjectAccess {
    return this.objects.get(name.toLowerCase()) ?? NO_ACCESS;
  }

  field(objectName: string, fieldName: string): FieldAccess | undefined {
    return this.fields.get(`${objectName}.${fieldName}`.toLowerCase());
  }

  /** Whether the user has access to a class, custom permission or the like, by its Id. */
  hasEntity(id: string): boolean {
    return this.entities.has(id);
  }

  /** Whether profile or a permission set has a permission such as `PermissionsModifyAllData`. */
  hasUserPermission(field: string): boolean {
    return this.isAdministrator || this.permissionSets.some((permissionSet) => permissionSet[field] === true);
  }

  private readPermissionSet(find: FindRows, parentId: string): void {
    for (const row of find('ObjectPermissions', { ParentId: parentId })) this.addObject(row);
    for (const row of find('FieldPermissions', { ParentId: parentId })) this.addField(row);
    for (const row of find('SetupEntityAccess', { ParentId: parentId }))
      this.entities.add(String(row['SetupEntityId']));
  }

  private addObject(row: SystemRow): void {
    const key = String(row['SobjectType']).toLowerCase();
    const before = this.objects.get(key) ?? NO_ACCESS;
    this.objects.set(key, {
      read: before.read || row['PermissionsRead'] === true,
      create: before.create || row['PermissionsCreate'] === true,
      edit: before.edit || row['PermissionsEdit'] === true,
      delete: before.delete || row['PermissionsDelete'] === true,
      viewAll: before.viewAll || row['PermissionsViewAllRecords'] === true,
      modifyAll: before.modifyAll || row['PermissionsModifyAllRecords'] === true
    });
  }

  private addField(row: SystemRow): void {
    const key = String(row['Field']).toLowerCase();
    const before = this.fields.get(key) ?? { read: false, edit: false };
    this.fields.set(key, {
      read: before.read || row['PermissionsRead'] === true,
      edit: before.edit || row['PermissionsEdit'] === true
    });
  }
}

function objectsOfProfile(find: FindRows, profileId: string): ReadonlySet<string> {
  const sets = find('PermissionSet', { ProfileId: profileId });
  const rows = sets.flatMap(({ Id }) => find('ObjectPermissions', { ParentId: Id }));
  return new Set(rows.map(({ SobjectType }) => String(SobjectType).toLowerCase()));
}

/** @see "Standard Profiles", Salesforce Help: those of Chatter users and "Minimum Access" grant no object */
function standardAccess(profileName: string): ObjectAccess {
  if (profileName === 'System Administrator') return FULL_ACCESS;
  if (/^(Minimum Access|Chatter)/.test(profileName)) return NO_ACCESS;
  if (profileName === 'Read Only') return { ...NO_ACCESS, read: true };
  return STANDARD_ACCESS;
}

function permissionSetsOf(find: FindRows, userId: string, profileId: string): SystemRow[] {
  const ofProfile = find('PermissionSet', { ProfileId: profileId });
  const assignments = find('PermissionSetAssignment', { AssigneeId: userId });
  const assigned = [
    ...assignments,
    ...assignments.flatMap(({ PermissionSetGroupId }) => componentsOf(find, PermissionSetGroupId))
  ]
    .map(({ PermissionSetId }) => PermissionSetId)
    .filter((id) => id !== null && id !== undefined)
    .flatMap((Id) => find('PermissionSet', { Id }));
  return [...ofProfile, ...assigned];
}

/** What is in a group counts once the group has been calculated ("PermissionSetGroup", Object Reference: Status). */
function componentsOf(find: FindRows, groupId: unknown): readonly SystemRow[] {
  const [group] = groupId ? find('PermissionSetGroup', { Id: groupId, Status: 'Updated' }) : [];
  return group ? find('PermissionSetGroupComponent', { PermissionSetGroupId: groupId }) : [];
}
