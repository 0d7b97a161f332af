/**
 * Converting leads: each becomes an account, a contact and, unless told otherwise, an opportunity.
 * @see "Converting Leads" and "LeadConvert Class", Apex Reference Guide; "Lead Conversion Field Mapping", Salesforce Help
 */
import { NotModeled } from '../../values/not-modeled';
import type { Database } from '../database';
import { recordError, type RecordError } from '../../records/record-error';
import { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import { hasPersonAccounts } from '../../schema/person-accounts';
import { readRows } from '../../store/rows';
import { accountOf, contactOf, opportunityOf, today, withoutKnown, type LeadValues } from './lead-mapping';
import type { DmlRow } from './row';
import { runStatement } from './statement';
import { convertedLead } from './update-rules';

/** What is asked for one lead. */
export interface LeadConversion {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly ownerId: string | null;
  readonly convertedStatus: string | null;
  readonly opportunityName: string | null;
  readonly createsOpportunity: boolean;
  readonly overwritesLeadSource: boolean;
}

/** What became of one lead. */
export interface ConvertedLead {
  readonly leadId: string | null;
  accountId: string | null;
  contactId: string | null;
  opportunityId: string | null;
  error: RecordError | null;
}

/** One lead on its way. */
interface Step {
  readonly asked: LeadConversion;
  readonly lead: LeadValues;
  readonly done: ConvertedLead;
}

class RetryWithoutFailed extends Error {}

/** Fields of a lead that conversion alone writes. */
const CONVERSION_FIELDS: ReadonlySet<string> = new Set([
  'IsConverted',
  'ConvertedDate',
  'ConvertedAccountId',
  'ConvertedContactId',
  'ConvertedOpportunityId'
]);

/** Converts leads; one that cannot be is left as it was, and its outcome says why. */
export function convertLeads(database: Database, conversions: readonly LeadConversion[]): ConvertedLead[] {
  refuseUnknown(database, conversions);
  const object = database.schema.object('Lead') as ObjectDefinition;
  const rows = readRows(database.store.connection, object, ids(conversions));
  const steps = conversions.map((asked): Step => {
    const lead = rows.get(asked.leadId ?? '') ?? new Map<string, unknown>();
    const done = { leadId: asked.leadId, accountId: null, contactId: null, opportunityId: null };
    return { asked, lead, done: { ...done, error: problemOf(database, asked, lead) } };
  });
  while (
    !attempt(
      database,
      steps.filter(({ done }) => done.error === null)
    )
  );
  return steps.map(({ done }) => done);
}

const ids = (conversions: readonly LeadConversion[]): string[] =>
  conversions.flatMap(({ leadId }) => (leadId === null ? [] : [leadId]));

/** What a conversion takes along that is not modelled. */
function refuseUnknown(database: Database, conversions: readonly LeadConversion[]): void {
  const { schema, store, files } = database;
  if (database.triggersOn(schema.object('OpportunityContactRole') as ObjectDefinition).length > 0)
    throw new NotModeled('triggers on OpportunityContactRole when leads are converted');
  if (files.some(({ kind }) => kind === 'LeadConvertSetting'))
    throw new NotModeled('the mapping of custom lead fields');
  for (const [object, field] of [
    ['Task', 'WhoId'],
    ['Event', 'WhoId'],
    ['CampaignMember', 'LeadId']
  ]) {
    const where = `"${field}" IN (SELECT value FROM json_each(?))`;
    const [row] = store.connection.all(`SELECT 1 FROM "${object}" WHERE ${where}`, [JSON.stringify(ids(conversions))]);
    if (row) throw new NotModeled(`converting a lead that a ${object} names`);
  }
}

function problemOf(database: Database, asked: LeadConversion, lead: LeadValues): RecordError | null {
  if (lead.size === 0) return recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  if (lead.get('IsConverted') === true) return convertedLead();
  const status = asked.convertedStatus ?? '';
  const [known] = database.system.find('LeadStatus', { ApiName: status, IsConverted: true });
  return known ? null : recordError('INVALID_STATUS', `invalid convertedStatus: ${status}`);
}

/** Does it for all; undone where one fails, so that the others are done anew without it. @returns whether none failed */
function attempt(database: Database, steps: readonly Step[]): boolean {
  try {
    database.store.atomically(() => {
      makeAccounts(database, steps);
      makeContacts(database, steps);
      makeOpportunities(database, steps);
      closeLeads(database, steps);
    });
    return true;
  } catch (error) {
    if (error instanceof RetryWithoutFailed) return false;
    throw error;
  }
}

function makeAccounts(database: Database, steps: readonly Step[]): void {
  const made = save(database, 'Account', steps, ({ asked, lead }) => {
    refusePerson(database, asked, lead);
    const values = accountOf(lead, asked.ownerId);
    return asked.accountId === null ? values : known(database, 'Account', asked.accountId, values, asked);
  });
  steps.forEach(({ done }, index) => (done.accountId = made[index]));
}

/** Where accounts may be persons, a lead without a company becomes one. */
function refusePerson({ schema }: Database, { accountId }: LeadConversion, lead: LeadValues): void {
  if (accountId !== null || (lead.get('Company') ?? null) !== null) return;
  if (hasPersonAccounts(schema.object('Account') as ObjectDefinition)) {
    throw new NotModeled('converting a lead into a person account');
  }
}

function makeContacts(database: Database, steps: readonly Step[]): void {
  const made = save(database, 'Contact', steps, ({ asked, lead, done }) => {
    const values = new Map([...contactOf(lead, asked.ownerId), ['AccountId', done.accountId as unknown]]);
    return asked.contactId === null ? values : known(database, 'Contact', asked.contactId, values, asked);
  });
  steps.forEach(({ done }, index) => (done.contactId = made[index]));
}

/** Of a record that there is only blank fields are filled; its lead source too where that was asked for. */
function known(
  database: Database,
  objectName: string,
  id: string,
  values: LeadValues,
  { overwritesLeadSource }: LeadConversion
): Map<string, unknown> {
  const object = database.schema.object(objectName) as ObjectDefinition;
  const stored = readRows(database.store.connection, object, [id]).get(id) ?? new Map<string, unknown>();
  const filled = withoutKnown(values, stored);
  if (overwritesLeadSource && objectName === 'Contact') filled.set('LeadSource', values.get('LeadSource') ?? null);
  return new Map([...filled, ['Id', id]]);
}

function makeOpportunities(database: Database, steps: readonly Step[]): void {
  const wanting = steps.filter(({ asked }) => asked.createsOpportunity && asked.opportunityId === null);
  const [stage] = database.system.find('OpportunityStage', { IsActive: true });
  const made = save(database, 'Opportunity', wanting, ({ asked, lead, done }) =>
    opportunityOf(lead, {
      ownerId: asked.ownerId,
      name: asked.opportunityName,
      accountId: done.accountId,
      stage: String(stage?.['ApiName'] ?? '')
    })
  );
  for (const { asked, done } of steps) done.opportunityId = asked.opportunityId;
  wanting.forEach(({ done }, index) => {
    done.opportunityId = made[index];
    const role = { OpportunityId: made[index], ContactId: done.contactId, IsPrimary: true };
    database.system.insert('OpportunityContactRole', role);
  });
}

function closeLeads(database: Database, steps: readonly Step[]): void {
  save(
    database,
    'Lead',
    steps,
    ({ asked, done }) =>
      new Map<string, unknown>([
        ['Id', asked.leadId],
        ['Status', asked.convertedStatus],
        ['IsConverted', true],
        ['ConvertedDate', today()],
        ['ConvertedAccountId', done.accountId],
        ['ConvertedContactId', done.contactId],
        ['ConvertedOpportunityId', done.opportunityId],
        ...(asked.ownerId === null ? [] : [['OwnerId', asked.ownerId] as const])
      ])
  );
}

/** Saves one record for each step: a new one, or one that has its Id among its values. @returns the Ids */
function save(
  database: Database,
  objectName: string,
  steps: readonly Step[],
  values: (step: Step) => Map<string, unknown>
): string[] {
  const object = database.schema.object(objectName) as ObjectDefinition;
  const records = steps.map((step) => new SObjectRecord(object, values(step)));
  const rules = { allOrNone: false, userMode: false, platformSets: CONVERSION_FIELDS };
  const rows = new Map<SObjectRecord, DmlRow>();
  for (const verb of ['insert', 'update'] as const) {
    const due = records.filter((record) => (record.id === null) === (verb === 'insert'));
    runStatement(database, verb, due, rules).forEach((row) => rows.set(row.record, row));
  }
  const inOrder = records.map((record) => rows.get(record) as DmlRow);
  inOrder.forEach(({ errors: [error] }, index) => (steps[index].done.error = error ?? null));
  if (inOrder.some(({ failed }) => failed)) throw new RetryWithoutFailed();
  return inOrder.map(({ id }) => id as string);
}
