import { permissionFieldOf } from '../schema/definitions';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import type { RunningUser } from '../transaction/transaction';
import { Granted, type FindRows } from './granted';
import { FULL_ACCESS, NO_ACCESS, READ_ACCESS, type FieldAccess, type ObjectAccess } from './model';

/** Objects whose rows decide what users may do. */
const DECIDING_OBJECTS = new Set([
  'user',
  'profile',
  'permissionset',
  'permissionsetassignment',
  'permissionsetgroup',
  'permissionsetgroupcomponent',
  'objectpermissions',
  'fieldpermissions',
  'setupentityaccess',
  'custompermission'
]);

/** "Activities Access", Salesforce Help: no object permission takes reading them from a user of the org. */
const ACTIVITIES: ReadonlySet<string> = new Set(['Task', 'Event']);

/**
 * Objects that have neither object nor field permissions: each user of the org may read them, and sharing decides about
 * their records.
 * @see "ObjectPermissions" (SobjectType lists the objects that have some), Object Reference
 */
const WITHOUT_PERMISSIONS: ReadonlySet<string> = new Set(['User', 'UserRole', 'Profile', 'Organization', 'RecordType']);

/**
 * Fields which new orgs show to administrators alone: those of a data service, and `DoNotCall`, as a public package says
 * that tests it.
 * @see "Account" (Tradestyle and others: "available only to organizations that use Data.com"), Object Reference
 */
const HIDDEN_FIELDS: ReadonlySet<string> = new Set(
  ['DandbCompanyId', 'DunsNumber', 'NaicsCode', 'NaicsDesc', 'Tradestyle', 'YearStarted', 'CompanyDunsNumber']
    .concat(['DoNotCall'])
    .map((name) => name.toLowerCase())
);

const READ_ONLY: FieldAccess = { read: true, edit: false };

/**
 * Object and field permissions of users.
 *
 * The System Administrator may do everything, fields of the project included, as after an installation "for admins
 * only". Other profiles have the standard objects and their fields by themselves, custom ones by permission sets alone.
 * @see "Enforcing Object and Field Permissions", Apex Developer Guide
 */
export class AccessRules {
  private readonly find: FindRows;
  private readonly granted = new Map<string, Granted>();

  constructor(find: FindRows) {
    this.find = find;
  }

  /** What a user may do with an object's records. */
  object(user: RunningUser, object: ObjectDefinition): ObjectAccess {
    const granted = this.grantedTo(user);
    if (granted.isAdministrator) return FULL_ACCESS;
    if (object.kind === 'customMetadata') return mayReadMetadata(granted, object) ? READ_ACCESS : NO_ACCESS;
    const own = granted.object(decidingObject(object));
    const isDecided = object.custom || granted.decidesByProfile(object.name);
    const access = isDecided ? own : union(granted.standardObjects, own);
    return isReadByAll(object) && !granted.isGuestOrExternal ? union(access, READ_ACCESS) : access;
  }

  /**
   * What a user may do with a field. Fields that cannot be given permissions (required ones, system fields, names) follow
   * the object.
   */
  field(user: RunningUser, object: ObjectDefinition, part: FieldDefinition): FieldAccess {
    const field = permissionFieldOf(object, part);
    const access = this.object(user, object);
    if (object.kind === 'customMetadata') return { read: access.read, edit: false };
    const granted = this.grantedTo(user);
    const limits = (edit: boolean): FieldAccess => ({
      read: access.read,
      edit: edit && (part.updateable || part.createable)
    });
    if (granted.isAdministrator || !hasOwnPermissions(object, field)) return limits(access.edit || access.create);
    // The fields of a person account that come from the contact have the permissions they have there.
    const own = /__pc$/i.test(field.name)
      ? granted.field('Contact', field.name.replace(/__pc$/i, '__c'))
      : granted.field(object.name, field.name);
    if (!field.custom && granted.standardObjects.read && !HIDDEN_FIELDS.has(field.name.toLowerCase())) {
      return limits(access.edit || access.create);
    }
    if (!own?.read) return { read: false, edit: false };
    return own.edit ? limits(true) : READ_ONLY;
  }

  /** `FeatureManagement.checkPermission` and `$Permission`. */
  hasCustomPermission(user: RunningUser, name: string): boolean {
    const [permission] = this.find('CustomPermission', { DeveloperName: name });
    return permission !== undefined && this.grantedTo(user).hasEntity(String(permission['Id']));
  }

  /**
   * Whether a user may call out as a principal of an external credential: profiles give it to nobody by themselves, not
   * even to administrators.
   * @see "Enable External Credential Principals", Salesforce Help
   */
  hasPrincipal(user: RunningUser, externalCredential: string, principal: string): boolean {
    return this.grantedTo(user).hasEntity(`${externalCredential}-${principal}`);
  }

  /** Whether a user has a permission such as `ModifyAllData`. */
  hasUserPermission(user: RunningUser, name: string): boolean {
    return this.grantedTo(user).hasUserPermission(`Permissions${name}`);
  }

  /** To be called after rows of an object were written or rolled back, so that permissions are read anew. */
  changed(objectName: string): void {
    if (DECIDING_OBJECTS.has(objectName.toLowerCase())) this.granted.clear();
  }

  /** Forgets everything read, as after a rollback. */
  forget(): void {
    this.granted.clear();
  }

  private grantedTo(user: RunningUser): Granted {
    let granted = this.granted.get(user.id);
    if (!granted) {
      granted = new Granted(this.find, user.id, user.profileId);
      this.granted.set(user.id, granted);
    }
    return granted;
  }
}

/**
 * Shares have no permissions of their own: those of the object whose records they share hold for them.
 * @see "Sharing a Record Using Apex", Apex Developer Guide
 */
function decidingObject(object: ObjectDefinition): string {
  return isShare(object) ? object.name.replace(/__Share$/i, '__c') : object.name;
}

function isShare({ name }: ObjectDefinition): boolean {
  return /__Share$/i.test(name);
}

function isReadByAll({ name }: ObjectDefinition): boolean {
  return ACTIVITIES.has(name) || WITHOUT_PERMISSIONS.has(name);
}

/** @see "Grant Permissions for Custom Metadata Types", Salesforce Help */
function mayReadMetadata(granted: Granted, { name }: ObjectDefinition): boolean {
  return granted.hasEntity(name) || granted.hasUserPermission('PermissionsCustomizeApplication');
}

function union(a: ObjectAccess, b: ObjectAccess): ObjectAccess {
  return {
    read: a.read || b.read,
    create: a.create || b.create,
    edit: a.edit || b.edit,
    delete: a.delete || b.delete,
    viewAll: a.viewAll || b.viewAll,
    modifyAll: a.modifyAll || b.modifyAll
  };
}

/** @see "FieldPermissions", Object Reference: required and system fields have none */
function hasOwnPermissions(object: ObjectDefinition, field: FieldDefinition): boolean {
  if (field.type === 'ID' || field.nameField || isShare(object)) return false;
  if (WITHOUT_PERMISSIONS.has(object.name) && !field.custom) return false;
  return field.nillable || field.type === 'BOOLEAN';
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly access: AccessRules;
  }
}
