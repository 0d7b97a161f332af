/**
 * Global variables of formulas.
 * @see "Global Variables", Salesforce Help
 */
import type { ObjectDefinition } from '../schema/model';
import { NotModeled } from '../values/not-modeled';
import type { OrgServices } from '../transaction/org-services';
import type { RunningUser } from '../transaction/transaction';
import type { RecordFormulas } from './records';
import type { FormulaValue } from './values';

/** Objects behind variables whose one record the running user decides. */
const RECORDS: Readonly<Record<string, { readonly object: string; id(user: RunningUser): string | null }>> = {
  $user: { object: 'User', id: ({ id }) => id },
  $profile: { object: 'Profile', id: ({ profileId }) => profileId },
  $userrole: { object: 'UserRole', id: ({ roleId }) => roleId }
};

/** The value of a global variable for a user. */
export function globalValue(
  org: OrgServices,
  user: RunningUser,
  formulas: RecordFormulas,
  path: readonly string[]
): FormulaValue {
  const [variable, ...rest] = path;
  const name = variable.toLowerCase();
  if (name === '$permission' && rest.length === 1) return org.access.hasCustomPermission(user, rest[0]);
  if (name === '$label' && rest.length === 1) return label(org, user, rest[0]);
  if (name === '$organization') return ofRecord(org, formulas, 'Organization', {}, rest);
  if (name === '$custommetadata') return customMetadata(org, formulas, rest);
  if (name === '$setup') return setting(org, user, formulas, rest);
  const record = RECORDS[name];
  if (!record) throw new NotModeled(`${path.join('.')} in a formula`);
  return ofRecord(org, formulas, record.object, { Id: record.id(user) }, rest);
}

/** A custom label in the user's language. */
function label(org: OrgServices, { language }: RunningUser, name: string): string {
  const text = org.labels.text(name, language);
  if (text === undefined) throw new NotModeled(`$Label.${name} in a formula: the project has no such label`);
  return text;
}

function objectOf(org: OrgServices, name: string): ObjectDefinition {
  const object = org.schema.object(name);
  if (!object) throw new NotModeled(`${name} in a formula`);
  return object;
}

function ofRecord(
  org: OrgServices,
  formulas: RecordFormulas,
  objectName: string,
  key: Readonly<Record<string, unknown>>,
  path: readonly string[]
): FormulaValue {
  const [row] = org.database.system.find(objectName, key);
  return formulas.value(objectOf(org, objectName), new Map(Object.entries(row ?? {})), path);
}

/** `$CustomMetadata.Type__mdt.Record.Field__c` */
function customMetadata(org: OrgServices, formulas: RecordFormulas, path: readonly string[]): FormulaValue {
  const [type, record, ...rest] = path;
  return ofRecord(org, formulas, objectOf(org, type).name, { DeveloperName: record }, rest);
}

/** `$Setup.Setting__c.Field__c`: that of the user, else of the profile, else of the organisation. */
function setting(
  org: OrgServices,
  user: RunningUser,
  formulas: RecordFormulas,
  [type, ...rest]: readonly string[]
): FormulaValue {
  const object = objectOf(org, type);
  for (const SetupOwnerId of [user.id, user.profileId, org.database.organizationId]) {
    const [row] = org.database.system.find(object.name, { SetupOwnerId });
    if (!row) continue;
    const value = formulas.value(object, new Map(Object.entries(row)), rest);
    if (value !== null) return value;
  }
  return formulas.value(object, new Map(), rest);
}
