import type { EngineOrg } from './support/engine-org';
import { openStory, type OpenStory } from './support/open-story';
import { endsOf, eventsOf, lastRun } from './support/result';

let story: OpenStory;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  story = await openStory();
  ({ org, integrationId } = story);
});
afterAll(() => story.close());

const start = (): string => org.call('RunController', 'start', { integrationId });
const progress = (): Record<string, unknown>[] => eventsOf(org, '/event/Sync_Progress__e');

test('a run tells of its start, of every slice but the last, and of its end', () =>
  org.aside(async () => {
    const runId = start();
    await org.finish();
    const steps = progress();
    expect(steps.map(({ Run_Id__c }) => Run_Id__c)).toEqual([runId, runId, runId]);
    expect(steps.map(({ Status__c }) => Status__c)).toEqual(['Queued', 'Running', 'Running']);
    expect(steps.map(({ Rows_Read__c, Rows_Total__c }) => [Number(Rows_Read__c), Rows_Total__c])).toEqual([
      [0, null],
      [3, 9],
      [6, 9]
    ]);
    expect(endsOf(org)).toEqual([
      expect.objectContaining({
        Run_Id__c: runId,
        Integration_Id__c: integrationId,
        Integration_Name__c: 'Story',
        Kind__c: 'Sync',
        Started_By__c: 'Manual',
        Status__c: 'Completed with errors',
        Message__c: null,
        Rows_Read__c: 9,
        Rows_Skipped__c: 1,
        Rows_Invalid__c: 1,
        Rows_Unmatched__c: 1,
        Rows_Ambiguous__c: 1,
        Rows_Unchanged__c: 1,
        Rows_Rejected__c: 1,
        Rows_Updated__c: 3
      })
    ]);
    expect(endsOf(org)[0]['Duration_Ms__c']).toBe(Number(durationOf(runId)));
  }));

function durationOf(runId: string): unknown {
  const [{ Duration_Ms__c }] = org.query('SELECT Duration_Ms__c FROM Sync_Run__c WHERE Id = :runId', { runId });
  return Duration_Ms__c;
}

test('where an admin switched progress off, nothing but the end is told', () =>
  org.aside(async () => {
    org.set('Sync_Settings__c', {}, { No_Progress_Events__c: true });
    start();
    await org.finish();
    expect(progress()).toEqual([]);
    expect(endsOf(org)).toHaveLength(1);
  }));

describe('the end of a run is told exactly once', () => {
  const ends: Readonly<Record<string, () => Promise<void>>> = {
    Cancelled: async () => {
      const runId = start();
      org.call('RunController', 'cancel', { runId });
      org.call('RunController', 'cancel', { runId });
      await org.finish();
    },
    'Cancelled without a job': async () => {
      const runId = start();
      org.set('AsyncApexJob', { Status: 'Queued' }, { Status: 'Aborted' });
      org.call('RunController', 'cancel', { runId });
      await org.finish();
    },
    Failed: async () => {
      org.set('Integration__c', {}, { Report_Id__c: 'nowhere' });
      start();
      await org.finish();
    },
    'Failed because it died': async () => {
      start();
      org.set('AsyncApexJob', { Status: 'Queued' }, { Status: 'Aborted' });
      org.services.jobStore.all().forEach(({ id }) => org.services.jobStore.remove(id));
      org.restart();
      start();
      await org.finish();
    },
    'Failed because it was given up': async () => {
      start();
      // The first query of each of the six links there may be; each finalizer makes three.
      org.restart(...[1, 5, 9, 13, 17, 21].map((query) => `query:${query}=limit`));
      await org.finish();
    },
    Stopped: async () => {
      start();
      await org.finish();
      org.remove('Contact', { Key__c: 'ada' });
      org.remove('Contact', { Key__c: 'bea' });
      org.set('Integration__c', {}, { Most_Matches_Lost__c: 0 });
      start();
      await org.finish();
    }
  };

  test.each(Object.entries(ends))('%s', (name, body) =>
    org.aside(async () => {
      await body();
      const runs = org.query<{ Id: string; Status__c: string }>('SELECT Id, Status__c FROM Sync_Run__c ORDER BY Name');
      const told = endsOf(org).map(({ Run_Id__c, Status__c }) => ({ Id: Run_Id__c, Status__c }));
      expect(told).toEqual(runs.map(({ Id, Status__c }) => ({ Id, Status__c })));
      expect(runs.map(({ Status__c }) => Status__c)).toContain(name.split(' ')[0]);
      expect(lastRun(org).counts.read).toBeGreaterThanOrEqual(0);
    })
  );
});
