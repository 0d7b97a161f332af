import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { endsOf, lastRun, runOf } from './support/result';
import { addContacts, FIELDS, REPORT, saveIntegration } from './support/story';

const DAY = 86_400_000;
const OLD_RUNS = 210;
/** Together more than a transaction may delete rows. */
const SLICES_EACH = 48;
const HELD = 'Held by a customer';

/** A customer who lets nobody delete some runs. */
const CUSTOMER_FILES: Readonly<Record<string, string>> = {
  'triggers/OnRun.trigger': `trigger OnRun on Sync_Run__c (before delete) {
    for (Sync_Run__c run : Trigger.old) { if (run.Message__c == '${HELD}') { run.addError('Not this one.'); } }
  }`,
  'triggers/OnRun.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>'
};

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS, customerFiles: CUSTOMER_FILES });
  addContacts(org);
  integrationId = saveIntegration(org);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

const count = (object: string): number => org.query(`SELECT Id FROM ${object}`).length;

/** How the steps of the purge ended, in order. */
function purges(): string[] {
  return org
    .query<{
      Status: string;
    }>("SELECT Status FROM AsyncApexJob WHERE ApexClass.Name = 'RunPurge' ORDER BY CreatedDate")
    .map(({ Status }) => Status);
}

/** Wakes the dispatcher as the schedule does every hour, and lets its jobs run. */
async function passAnHour(): Promise<void> {
  org.clock.advance(3_600_000);
  await org.finish();
}

/** More old runs than one step deletes. */
function addOldRuns(slicesEach: number, message: string | null = null): void {
  const { system } = org.services.database;
  const CreatedDate = new Date(org.clock.now() - 200 * DAY);
  for (let run = 0; run < OLD_RUNS; run += 1) {
    const Run__c = system.insert('Sync_Run__c', {
      Integration__c: integrationId,
      Kind__c: 'Sync',
      Status__c: 'Failed',
      Trigger__c: 'Schedule',
      Message__c: message,
      Started_Ms__c: CreatedDate.getTime() + run,
      CreatedDate
    });
    for (let slice = 1; slice <= slicesEach; slice += 1) {
      system.insert('Sync_Slice__c', { Run__c, Number__c: slice, Part__c: 0, Slice_Key__c: `${Run__c}:${slice}:0` });
    }
  }
}

test('what is older than an admin wants is deleted within the hour, within the limits, and nothing else is', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Schedule_Kind__c: 'Manual', Next_Due_At__c: null });
    const baseline = org.call<string>('RunController', 'start', { integrationId });
    await org.finish();
    org.set('Sync_Run__c', {}, { CreatedDate: new Date(org.clock.now() - 300 * DAY) });
    addOldRuns(SLICES_EACH);
    const recent = org.call<string>('RunController', 'preview', { integrationId });
    await org.finish();
    await passAnHour();
    expect(
      org
        .query<{ Id: string }>('SELECT Id FROM Sync_Run__c')
        .map(({ Id }) => Id)
        .sort()
    ).toEqual([baseline, recent].sort());
    expect(count('Sync_Slice__c')).toBe(2);
    // The first step may not delete all slices of its runs, the second ends them, the third has the ten that are left.
    expect(purges()).toEqual(['Completed', 'Completed', 'Completed']);
    await passAnHour();
    expect(purges()).toHaveLength(3);
  }));

test('a purge that can delete nothing leaves it until the next hour', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Schedule_Kind__c: 'Manual', Next_Due_At__c: null });
    addOldRuns(1, HELD);
    org.restart('job:20=kill');
    await passAnHour();
    expect(count('Sync_Run__c')).toBe(OLD_RUNS);
    // The first step had slices to delete, of 200 runs; the second had none.
    expect(purges()).toEqual(['Completed', 'Completed']);
    await passAnHour();
    expect(purges()).toHaveLength(3);
  }));

test('a run whose job was aborted is ended within the hour, told once, and the next one starts', () =>
  org.aside(async () => {
    org.set('Integration__c', {}, { Schedule_Kind__c: 'Manual', Next_Due_At__c: null });
    const runId = org.call<string>('RunController', 'start', { integrationId });
    const jobs = org.services.jobStore.all().filter(({ kind }) => kind === 'Queueable');
    jobs.forEach(({ id }) => org.services.jobStore.remove(id));
    org.set('AsyncApexJob', { Status: 'Queued' }, { Status: 'Aborted', CompletedDate: new Date(org.clock.now()) });
    org.restart();
    expect(lastRun(org).status).toBe('Queued');
    await passAnHour();
    expect(runOf(org, runId)).toMatchObject({ status: 'Failed', counts: { read: 0 } });
    expect(endsOf(org).map(({ Run_Id__c }) => Run_Id__c)).toEqual([runId]);
    org.call('RunController', 'start', { integrationId });
    await org.finish();
    expect(lastRun(org)).toMatchObject({ status: 'Completed with errors', counts: { read: 9 } });
  }));
