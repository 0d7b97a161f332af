/**
 * The records every org has from its first day: the organisation, profiles, users, and the values of standard picklists.
 * Names and people are neutral.
 */
import { ApexTime } from '../../values/time';
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import type { Store } from '../../store/store';
import type { SystemRecords } from '../system-records';

/** Set once the first records are in. */
const SEEDED = 'seeded';

/** Profiles of a Developer Edition org that code and tests ask for by name, with their user license. */
const PROFILES: readonly (readonly [string, string])[] = [
  ['System Administrator', 'Salesforce'],
  ['Standard User', 'Salesforce'],
  ['Minimum Access - Salesforce', 'Salesforce'],
  ['Read Only', 'Salesforce'],
  ['Solution Manager', 'Salesforce'],
  ['Marketing User', 'Salesforce'],
  ['Contract Manager', 'Salesforce'],
  ['Standard Platform User', 'Salesforce Platform'],
  ['Chatter Free User', 'Chatter Free'],
  ['Chatter External User', 'Chatter External']
];

const LOCALE = {
  TimeZoneSidKey: 'America/Los_Angeles',
  LocaleSidKey: 'en_US',
  LanguageLocaleKey: 'en_US',
  EmailEncodingKey: 'UTF-8'
};

/** The currency of an org whose locale is en_US; it has one ("Set Your Corporate Currency", Salesforce Help). */
export const ORGANIZATION_CURRENCY = 'USD';

/** Creates the first records of a new org; an org that has them is left alone. */
export function seedBaseRecords(store: Store, schema: SchemaModel, system: SystemRecords): void {
  if (store.meta(SEEDED) === undefined) {
    store.atomically(() => {
      // The first rows name the administrator as their maker before there is one.
      system.userId = store.nextId(schema.object('User') as ObjectDefinition);
      const organizationId = seedOrganization(system);
      const profiles = seedProfiles(schema, system);
      seedUsers(system, profiles, organizationId);
      seedPicklistRecords(schema, system);
      seedGroupAndHours(system);
      system.insert('Pricebook2', { Name: 'Standard Price Book', IsStandard: true, IsActive: false });
      store.setMeta(SEEDED, '1');
    });
  }
  system.userId = String(system.find('User', { Alias: 'admin' })[0]['Id']);
}

function seedOrganization(system: SystemRecords): string {
  return system.insert('Organization', {
    Name: 'Local Org',
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    IsReadOnly: false,
    FiscalYearStartMonth: 1,
    UsesStartDateAsFiscalYearName: false,
    TimeZoneSidKey: LOCALE.TimeZoneSidKey,
    DefaultLocaleSidKey: LOCALE.LocaleSidKey,
    LanguageLocaleKey: LOCALE.LanguageLocaleKey
  });
}

/** Every profile owns a permission set, which holds what it grants ("PermissionSet", Object Reference). */
function seedProfiles(schema: SchemaModel, system: SystemRecords): Map<string, string> {
  const licenses = new Map<string, string>();
  for (const name of new Set(PROFILES.map(([, license]) => license))) {
    const key = name.replace(/ /g, '_').toUpperCase();
    const counts = { Status: 'Active', TotalLicenses: 100, UsedLicenses: 1 };
    const values = { Name: name, LicenseDefinitionKey: key, MasterLabel: name, ...counts };
    licenses.set(name, system.insert('UserLicense', values));
  }
  const ids = new Map<string, string>();
  for (const [name, license] of PROFILES) {
    const values = { UserLicenseId: licenses.get(license), ...permissions(schema, 'Profile', name) };
    const userType = license.startsWith('Chatter') ? 'CSNOnly' : 'Standard';
    const id = system.insert('Profile', { Name: name, UserType: userType, ...values });
    ids.set(name, id);
    const ownedId = system.insert('PermissionSet', {
      Name: `X${id}`,
      Label: name,
      IsOwnedByProfile: true,
      ProfileId: id,
      Type: 'Profile',
      ...permissions(schema, 'PermissionSet', name)
    });
    grantObjects(system, ownedId, name);
  }
  return ids;
}

const SALES_OBJECTS = ['Account', 'Asset', 'Case', 'Contact', 'Contract', 'Lead', 'Opportunity', 'Order'];
const CATALOGUE_OBJECTS = ['Campaign', 'Pricebook2', 'Product2'];

/**
 * What a profile grants on standard objects, by its name ("Standard Profiles", Salesforce Help). Cases are deleted by
 * administrators alone.
 */
const GRANTS: Readonly<Record<string, 'all' | 'edit' | 'read'>> = {
  'System Administrator': 'all',
  'Standard User': 'edit',
  'Solution Manager': 'edit',
  'Marketing User': 'edit',
  'Contract Manager': 'edit',
  'Read Only': 'read'
};

function grantObjects(system: SystemRecords, permissionSetId: string, profile: string): void {
  const grant = GRANTS[profile];
  if (!grant) return;
  for (const name of [...SALES_OBJECTS, ...CATALOGUE_OBJECTS]) {
    const edit = grant === 'all' || (grant === 'edit' && SALES_OBJECTS.includes(name));
    system.insert('ObjectPermissions', {
      ParentId: permissionSetId,
      SobjectType: name,
      PermissionsRead: true,
      PermissionsCreate: edit,
      PermissionsEdit: edit,
      PermissionsDelete: edit && (grant === 'all' || name !== 'Case'),
      PermissionsViewAllRecords: grant === 'all',
      PermissionsModifyAllRecords: grant === 'all'
    });
  }
}

/** User permissions that the standard profiles of people have ("Standard Profiles", Salesforce Help). */
const EVERYDAY_PERMISSIONS: ReadonlySet<string> = new Set(
  ['ActivitiesAccess', 'ApiEnabled', 'EditEvent', 'EditTask', 'LightningExperienceUser', 'MassInlineEdit', 'RunReports']
    .concat(['SubmitMacrosAllowed', 'EnableNotifications'])
    .map((name) => `Permissions${name}`)
);

/** User permissions of a profile: the administrator has all, those who may edit the everyday ones. */
function permissions(schema: SchemaModel, objectName: string, profile: string): Record<string, true> {
  const grant = GRANTS[profile];
  const fields = [...(schema.object(objectName)?.fields.values() ?? [])];
  const names = fields.map((field) => field.name).filter((name) => name.startsWith('Permissions'));
  const granted = names.filter((name) => grant === 'all' || (grant === 'edit' && EVERYDAY_PERMISSIONS.has(name)));
  return Object.fromEntries(granted.map((name) => [name, true]));
}

function seedUsers(system: SystemRecords, profiles: ReadonlyMap<string, string>, organizationId: string): void {
  system.insert('User', {
    Id: system.userId,
    FirstName: 'Admin',
    LastName: 'User',
    Alias: 'admin',
    Username: 'admin@example.com',
    Email: 'admin@example.com',
    CommunityNickname: 'admin',
    ProfileId: profiles.get('System Administrator'),
    IsActive: true,
    UserType: 'Standard',
    ...LOCALE
  });
  system.insert('User', {
    FirstName: 'Automated',
    LastName: 'Process',
    Alias: 'autoproc',
    Username: `autoproc@${organizationId}`,
    Email: 'autoproc@example.com',
    CommunityNickname: 'autoproc',
    IsActive: true,
    UserType: 'AutomatedProcess',
    ...LOCALE,
    TimeZoneSidKey: 'GMT'
  });
}

/**
 * The group of all internal users and the business hours that every org has: all day, every day.
 * @see "Group" (Type: Organization) and "BusinessHours", Object Reference; "Set Business Hours", Salesforce Help
 */
function seedGroupAndHours(system: SystemRecords): void {
  const name = 'All Internal Users';
  system.insert('Group', { Name: name, DeveloperName: name.replaceAll(' ', ''), Type: 'Organization' });
  const midnight = ApexTime.of(0, 0, 0, 0);
  const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const times = days.flatMap((day) => [`${day}StartTime`, `${day}EndTime`]).map((field) => [field, midnight]);
  const { TimeZoneSidKey } = LOCALE;
  const hours = { Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey };
  system.insert('BusinessHours', { ...hours, ...Object.fromEntries(times) });
}

/** Values of standard picklists are records too (`CaseStatus`, `OpportunityStage`, …). */
function seedPicklistRecords(schema: SchemaModel, system: SystemRecords): void {
  const closed = /^(closed|completed)/i;
  const sources: readonly (readonly [string, string, string, boolean])[] = [
    ['OpportunityStage', 'Opportunity', 'StageName', true],
    ['LeadStatus', 'Lead', 'Status', false],
    ['CaseStatus', 'Case', 'Status', true],
    ['TaskStatus', 'Task', 'Status', true],
    ['TaskPriority', 'Task', 'Priority', false]
  ];
  for (const [target, object, fieldName, hasClosed] of sources) {
    const field = schema.object(object)?.fields.get(fieldName.toLowerCase());
    field?.picklistValues.forEach((value, index) => {
      const stage = target === 'OpportunityStage' ? { IsActive: true, IsWon: value.value === 'Closed Won' } : {};
      system.insert(target, {
        MasterLabel: value.label,
        ApiName: value.value,
        SortOrder: index + 1,
        ...(hasClosed ? { IsClosed: closed.test(value.value) } : {}),
        ...(target === 'LeadStatus' ? { IsConverted: /Converted$/.test(value.value) && !/Not/.test(value.value) } : {}),
        ...(target === 'OpportunityStage' ? stage : { IsDefault: value.isDefault })
      });
    });
  }
}
