import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { contactsOf, lastRun } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './support/story';

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;

beforeAll(async () => {
  folder = createFolder({
    'story.csv': REPORT,
    'plain.csv': 'Key,Title,Email,Score\nada,Engineer,ada@example.com,4.25\nbea,Analyst,,1\neve,Editor,,5\n'
  });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS });
  addContacts(org);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

const start = (integrationId: string): string => org.call('RunController', 'start', { integrationId });

function contactWrites(): string[] {
  return org.faults.crossed
    .filter(({ kind, what }) => kind === 'dmlrow' && / Contact$/.test(what))
    .map(({ what }) => what);
}

test.each(['Api', 'Csv'] as const)('a second run by %s, without changes, writes no record', (sourceKind) =>
  org.aside(async () => {
    const integrationId = saveIntegration(org, { sourceKind, reportId: 'plain' });
    org.restart();
    start(integrationId);
    await org.finish();
    expect(lastRun(org).counts).toMatchObject({ read: 3, updated: 2, unchanged: 1 });
    expect(contactWrites()).toHaveLength(2);
    const before = org.query('SELECT Id, LastModifiedDate, SystemModstamp FROM Contact ORDER BY Id');
    org.restart();
    org.clock.advance(3_600_000);
    start(integrationId);
    await org.finish();
    expect(lastRun(org).counts).toMatchObject({ read: 3, updated: 0, unchanged: 3 });
    expect(contactWrites()).toEqual([]);
    expect(org.query('SELECT Id, LastModifiedDate, SystemModstamp FROM Contact ORDER BY Id')).toEqual(before);
  })
);

describe('two runs that start at the same instant', () => {
  test('one runs; the other, which saw none either, is refused with a sentence and leaves nothing behind', () =>
    org.aside(async () => {
      const integrationId = saveIntegration(org);
      org.restart();
      // Between the look for an active run and the insert, another transaction commits its run.
      org.before('dml insert Sync_Run__c', () => {
        org.services.database.system.insert('Sync_Run__c', {
          Integration__c: integrationId,
          Active_Key__c: integrationId,
          Kind__c: 'Sync',
          Status__c: 'Queued',
          Trigger__c: 'Schedule'
        });
      });
      expect(() => start(integrationId)).toThrow('“Story” is running already. Wait until it ends, or cancel that run.');
      expect(org.faults.crossed.map(({ kind }) => kind)).not.toContain('enqueue');
      expect(org.query('SELECT Id FROM Sync_Run__c')).toEqual([]);
      expect(org.waiting).toEqual([]);
    }));

  test('the one that came first ends as if there had been no other', () =>
    org.aside(async () => {
      const integrationId = saveIntegration(org);
      limitSlices(org, 3);
      const runId = start(integrationId);
      const refusals: string[] = [];
      const startAgain = (): void => {
        for (const method of ['start', 'startAnyway', 'preview']) {
          try {
            org.call('RunController', method, { integrationId });
          } catch (error) {
            refusals.push((error as Error).message);
          }
        }
      };
      startAgain();
      await org.finish((apexClass) => {
        if (apexClass === 'SyncJob' && lastRun(org).status === 'Running') startAgain();
      });
      expect(refusals).toHaveLength(9);
      expect(new Set(refusals)).toEqual(new Set([refusals[0]]));
      expect(lastRun(org)).toMatchObject({ id: runId, status: 'Completed with errors', counts: { read: 9 } });
      expect(org.query('SELECT Id FROM Sync_Run__c')).toHaveLength(1);
      expect(contactsOf(org)).toContainEqual(expect.objectContaining({ Key__c: 'ada', Title: 'Architect' }));
    }));
});
