/**
 * Global variables of formulas.
 * @see "Global Variables", Salesforce Help
 */
import type { AccessRules } from '../access';
import type { Labels } from '../project/labels';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import { NotModeled } from '../values/not-modeled';
import type { RunningUser } from '../transaction/transaction';
import type { RecordFormulas } from './records';
import type { FormulaValue } from './values';

/** The records that global variables stand for. */
export interface GlobalRecords {
  readonly organizationId: string;
  readonly system: {
    find(objectName: string, key: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[];
  };
}

/** Where global variables take their values from. */
export interface GlobalSources {
  readonly access: AccessRules;
  readonly labels: Labels;
  readonly schema: SchemaModel;
  readonly formulaDatabase: GlobalRecords;
}

/** Objects behind variables whose one record the running user decides. */
const RECORDS: Readonly<Record<string, { readonly object: string; id(user: RunningUser): string | null }>> = {
  $user: { object: 'User', id: ({ id }) => id },
  $profile: { object: 'Profile', id: ({ profileId }) => profileId },
  $userrole: { object: 'UserRole', id: ({ roleId }) => roleId }
};

/** The value of a global variable for a user. */
export function globalValue(
  sources: GlobalSources,
  user: RunningUser,
  formulas: RecordFormulas,
  path: readonly string[]
): FormulaValue {
  const [variable, ...rest] = path;
  const name = variable.toLowerCase();
  if (name === '$permission' && rest.length === 1) return sources.access.hasCustomPermission(user, rest[0]);
  if (name === '$label' && rest.length === 1) return label(sources, user, rest[0]);
  if (name === '$organization') return ofRecord(sources, formulas, 'Organization', {}, rest);
  if (name === '$custommetadata') return customMetadata(sources, formulas, rest);
  if (name === '$setup') return setting(sources, user, formulas, rest);
  const record = RECORDS[name];
  if (!record) throw new NotModeled(`${path.join('.')} in a formula`);
  return ofRecord(sources, formulas, record.object, { Id: record.id(user) }, rest);
}

/** A custom label in the user's language. */
function label(sources: GlobalSources, { language }: RunningUser, name: string): string {
  const text = sources.labels.text(name, language);
  if (text === undefined) throw new NotModeled(`$Label.${name} in a formula: the project has no such label`);
  return text;
}

function objectOf(sources: GlobalSources, name: string): ObjectDefinition {
  const object = sources.schema.object(name);
  if (!object) throw new NotModeled(`${name} in a formula`);
  return object;
}

function ofRecord(
  sources: GlobalSources,
  formulas: RecordFormulas,
  objectName: string,
  key: Readonly<Record<string, unknown>>,
  path: readonly string[]
): FormulaValue {
  const [row] = sources.formulaDatabase.system.find(objectName, key);
  return formulas.value(objectOf(sources, objectName), new Map(Object.entries(row ?? {})), path);
}

/** `$CustomMetadata.Type__mdt.Record.Field__c` */
function customMetadata(sources: GlobalSources, formulas: RecordFormulas, path: readonly string[]): FormulaValue {
  const [type, record, ...rest] = path;
  return ofRecord(sources, formulas, objectOf(sources, type).name, { DeveloperName: record }, rest);
}

/** `$Setup.Setting__c.Field__c`: that of the user, else of the profile, else of the organisation. */
function setting(
  sources: GlobalSources,
  user: RunningUser,
  formulas: RecordFormulas,
  [type, ...rest]: readonly string[]
): FormulaValue {
  const object = objectOf(sources, type);
  for (const SetupOwnerId of [user.id, user.profileId, sources.formulaDatabase.organizationId]) {
    const [row] = sources.formulaDatabase.system.find(object.name, { SetupOwnerId });
    if (!row) continue;
    const value = formulas.value(object, new Map(Object.entries(row)), rest);
    if (value !== null) return value;
  }
  return formulas.value(object, new Map(), rest);
}
