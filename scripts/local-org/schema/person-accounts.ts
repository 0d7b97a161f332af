/**
 * Person accounts, a feature that an org has or has not: an account that is a person, with a contact behind it. Its fields
 * are those of both, the contact's with other names.
 * @see "Person Account", Object Reference
 *   (https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_guidelines_personaccounts.htm)
 */
import { basename, dirname } from 'node:path';
import { flag, readMetadata, text, type MetadataFile } from '../project/metadata-files';
import { makeField, recordTypeField, type ObjectDraft } from './definitions';
import type { FieldDefinition, ObjectDefinition, RecordTypeDefinition } from './model';

/** Name of the feature in a scratch org definition. */
export const PERSON_ACCOUNTS = 'PersonAccounts';

/** Fields that a person account has under the names they have on the contact. */
const SAME_NAME = ['FirstName', 'LastName', 'Salutation'];

/** Fields of the contact that a person account has with `Person` in front. */
const PREFIXED =
  /^(?:(?:Mailing|Other)(?:Street|City|State|PostalCode|Country|Latitude|Longitude|GeocodeAccuracy|Address)|(?:Mobile|Home|Other|Assistant)Phone|Email|Title|Department|AssistantName|LeadSource|Birthdate|HasOptedOutOf(?:Email|Fax)|DoNotCall|EmailBounced(?:Reason|Date)|IndividualId)$/;

/** Fields that account and contact share. */
const SHARED = ['Phone', 'Fax', 'OwnerId'];

/** Whether an org's accounts may be persons. */
export function hasPersonAccounts(account: ObjectDefinition): boolean {
  return account.name === 'Account' && account.fields.has('ispersonaccount');
}

/** What a field of a contact is called on a person account; undefined where that has none of it. */
export function personFieldName(name: string): string | undefined {
  if (SAME_NAME.includes(name)) return name;
  if (PREFIXED.test(name)) return `Person${name}`;
  return /__c$/i.test(name) ? name.replace(/__c$/i, '__pc') : undefined;
}

/** The contact's field behind each field of a person account that is written there, shared ones included. */
export function contactFields(account: ObjectDefinition, contact: ObjectDefinition): ReadonlyMap<string, string> {
  const pairs = [...contact.fields.values()].flatMap(({ name }): [string, string][] => {
    const own = personFieldName(name);
    return own !== undefined && account.fields.has(own.toLowerCase()) ? [[own, name]] : [];
  });
  return new Map([...pairs, ...SHARED.map((name): [string, string] => [name, name])]);
}

/** Adds the fields and record types of person accounts. */
export function addPersonAccounts(drafts: ReadonlyMap<string, ObjectDraft>, files: readonly MetadataFile[]): void {
  const [account, contact] = [drafts.get('account'), drafts.get('contact')];
  const recordType = drafts.get('recordtype');
  if (!account || !contact || !recordType)
    throw new Error('The catalogue of standard objects lacks Account or Contact.');
  for (const field of [...contact.fields.values()].flatMap(personField)) add(account, field);
  add(account, personContact());
  for (const draft of [account, contact]) add(draft, isPersonAccount());
  add(account, recordTypeField());
  add(recordType, checkbox('IsPersonType', 'Is Person Type'));
  Object.assign(account, { recordTypes: [...account.recordTypes, ...personTypes(files)] });
}

function add(draft: ObjectDraft, field: FieldDefinition): void {
  if (!draft.fields.has(field.name.toLowerCase())) draft.fields.set(field.name.toLowerCase(), field);
}

/** Formulas and numbers of the contact stay with the contact. */
function personField(field: FieldDefinition): FieldDefinition[] {
  const name = personFieldName(field.name);
  if (name === undefined || field.calculated || field.autoNumber) return [];
  const relationshipName = field.relationshipName && parentName(field.relationshipName);
  return [{ ...field, name, relationshipName, childRelationshipName: undefined, nillable: field.type !== 'BOOLEAN' }];
}

function parentName(relationship: string): string {
  return /__r$/i.test(relationship) ? relationship.replace(/__r$/i, '__pr') : `Person${relationship}`;
}

function personContact(): FieldDefinition {
  return makeField({
    name: 'PersonContactId',
    label: 'Contact ID',
    type: 'REFERENCE',
    referenceTo: ['Contact'],
    relationshipName: 'PersonContact',
    createable: false,
    updateable: false
  });
}

function isPersonAccount(): FieldDefinition {
  return checkbox('IsPersonAccount', 'Is Person Account');
}

function checkbox(name: string, label: string): FieldDefinition {
  const readOnly = { createable: false, updateable: false, nillable: false, defaultedOnCreate: true };
  return makeField({ name, label, type: 'BOOLEAN', ...readOnly });
}

/** An org with the feature has one record type for persons, and those of the project's object PersonAccount. */
function personTypes(files: readonly MetadataFile[]): RecordTypeDefinition[] {
  const own = files
    .filter(({ kind, path }) => kind === 'recordType' && basename(dirname(dirname(path))) === 'PersonAccount')
    .map(({ name, path }) => personType(name, readMetadata(path)));
  const preset = own.some(({ developerName }) => developerName === 'PersonAccount') ? [] : [PRESET];
  return [...preset, ...own];
}

const PRESET: RecordTypeDefinition = {
  developerName: 'PersonAccount',
  label: 'Person Account',
  description: '',
  active: true,
  isPersonType: true,
  picklistValues: new Map()
};

function personType(name: string, node: ReturnType<typeof readMetadata>): RecordTypeDefinition {
  const label = text(node, 'label') ?? name;
  const description = text(node, 'description') ?? '';
  return { ...PRESET, developerName: name, label, description, active: flag(node, 'active') };
}
