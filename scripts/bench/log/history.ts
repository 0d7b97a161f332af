import type { LocalOrg, RecordInput } from '../../local-org/org';
import { integrationInput } from '../engine/ways';

const DAY = 86_400_000;

/** How runs end: mostly well. */
const STATUSES = ['Completed', 'Completed', 'Completed', 'Completed with errors', 'Failed'];

/** What a day of an integration counts for each way to end. */
const DAY_COUNTS: Readonly<Record<string, string>> = {
  Completed: 'Runs_Completed__c',
  'Completed with errors': 'Runs_With_Errors__c',
  Failed: 'Runs_Failed__c'
};

const USE = {
  Rows_Read__c: 1000,
  Rows_Updated__c: 700,
  Rows_Unchanged__c: 200,
  Rows_Unmatched__c: 80,
  Rows_Invalid__c: 20,
  Duration_Ms__c: 4200,
  Transactions__c: 1,
  Queries__c: 5,
  Dml_Rows__c: 703,
  Cpu_Ms__c: 900
};

/** So few that the shortest history measured fills the longest period a page shows, and the one before: the rest is history. */
const INTEGRATIONS = 5;

/** Saves the integrations whose past it will be. */
export function addIntegrations(org: LocalOrg): string[] {
  return Array.from({ length: INTEGRATIONS }, (_, index) =>
    String(org.callApex('IntegrationController', 'save', { input: integrationInput(`Report ${index + 1}`, 'Csv') }))
  );
}

/**
 * Gives integrations a past: one run a day each, ending yesterday, and what is added up of every day.
 * @param from how many runs of the past there are already
 * @param to how many there are to be
 */
export function addHistory(org: LocalOrg, integrationIds: readonly string[], from: number, to: number): void {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const pasts = numbers.map((number) => pastOf(integrationIds, number));
  insert(org, 'Sync_Run__c', pasts.map(runOf));
  const days = insert(org, 'Sync_Day__c', pasts.map(dayOf));
  const { system } = org.parts.services.database;
  days.forEach((id, index) => system.update('Sync_Day__c', id, { CreatedDate: pasts[index].startedAt }));
}

interface Past {
  readonly integrationId: string;
  readonly startedAt: Date;
  readonly status: string;
}

function pastOf(integrationIds: readonly string[], number: number): Past {
  const day = 1 + Math.floor(number / integrationIds.length);
  return {
    integrationId: integrationIds[number % integrationIds.length],
    startedAt: new Date(Date.now() - day * DAY),
    status: STATUSES[number % STATUSES.length]
  };
}

function runOf({ integrationId, startedAt, status }: Past): RecordInput {
  const { Duration_Ms__c: duration } = USE;
  return {
    ...USE,
    Integration__c: integrationId,
    Kind__c: 'Sync',
    Trigger__c: 'Schedule',
    Status__c: status,
    Report_Name__c: 'bench',
    Object_Api_Name__c: 'Contact',
    Started_At__c: startedAt,
    Started_Ms__c: startedAt.getTime(),
    Finished_At__c: new Date(startedAt.getTime() + duration),
    Rows_Total__c: USE.Rows_Read__c,
    Slice_Count__c: 1
  };
}

function dayOf({ integrationId, startedAt, status }: Past): RecordInput {
  const key = `${integrationId}:${startedAt.getUTCFullYear()}-${startedAt.getUTCMonth() + 1}-${startedAt.getUTCDate()}`;
  return { ...USE, Integration__c: integrationId, Day__c: startedAt, Day_Key__c: key, [DAY_COUNTS[status]]: 1 };
}

/** @throws Error when the org refuses a record: figures of a shorter past would say nothing */
function insert(org: LocalOrg, object: string, records: readonly RecordInput[]): string[] {
  const results = org.insertRecords(object, records);
  const [refused] = results.filter(({ errors }) => errors.length > 0);
  if (refused) throw new Error(`${object}: ${refused.errors[0].message}`);
  return results.map(({ id }) => String(id));
}
