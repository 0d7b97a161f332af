import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { ProcessKilled, type Boundary } from '../local-org/faults';
import { EngineOrg } from './support/engine-org';
import { contactsOf, lastRun, resultOf } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration, upload } from './support/story';

/** A kind of run, from what the org is like before it. */
interface Story {
  readonly name: string;
  /** Brings the org to where the run starts. */
  prepare(): Promise<void>;
  /** Starts the run as a page does. */
  begin(): void;
}

/** What else can go wrong there, so that the transaction fails and a second attempt can succeed. */
function faultsAt({ kind, what }: Boundary): readonly string[] {
  const isOfCustomer = /\bContact\b/.test(what);
  switch (kind) {
    case 'query':
      return isOfCustomer ? ['limit', 'timeout'] : ['limit'];
    case 'dml':
      return isOfCustomer ? ['limit', 'UNABLE_TO_LOCK_ROW'] : ['limit'];
    case 'dmlrow':
      return ['UNABLE_TO_LOCK_ROW'];
    case 'callout':
    case 'enqueue':
      return ['limit'];
    default:
      return [];
  }
}

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS });
  addContacts(org);
  limitSlices(org, 3);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

const start = (): void => void org.call('RunController', 'start', { integrationId });

async function sync(sourceKind: 'Api' | 'Csv'): Promise<void> {
  integrationId = saveIntegration(org, { sourceKind });
  start();
  await org.finish();
}

const STORIES: readonly Story[] = [
  { name: 'a sync from the API', prepare: async () => void (integrationId = saveIntegration(org)), begin: start },
  {
    name: 'a sync from a CSV file',
    prepare: async () => void (integrationId = saveIntegration(org, { sourceKind: 'Csv' })),
    begin: start
  },
  {
    name: 'a sync from an uploaded file',
    prepare: async () => {
      const reportId = upload(org, REPORT);
      integrationId = saveIntegration(org, { sourceKind: 'Upload', reportId });
    },
    begin: start
  },
  {
    name: 'a sync that is due',
    prepare: async () => {
      integrationId = saveIntegration(org, { sourceKind: 'Csv' });
      const Next_Due_At__c = new Date(org.clock.now());
      org.set('Integration__c', {}, { State__c: 'Active', Schedule_Kind__c: 'Hourly', Next_Due_At__c });
    },
    begin: () => org.clock.advance(3_600_000)
  },
  {
    name: 'a preview',
    prepare: async () => void (integrationId = saveIntegration(org)),
    begin: () => void org.call('RunController', 'preview', { integrationId })
  },
  {
    name: 'a retry',
    prepare: async () => {
      await sync('Api');
      originalRunId = lastRun(org).id;
      org.remove('Contact', { FirstName: 'Other' });
      saveIntegration(org, { id: integrationId, mappings: { Title: 'Title' } });
    },
    begin: () => void org.call('RunController', 'retryFailed', { runId: originalRunId })
  },
  {
    name: 'an undo',
    prepare: async () => {
      await sync('Csv');
      originalRunId = lastRun(org).id;
      org.set('Contact', { Key__c: 'eve' }, { Title: 'Executive' });
      limitSlices(org, 1);
    },
    begin: () => void org.call('RunController', 'undo', { runId: originalRunId })
  }
];

let originalRunId: string;

describe.each(STORIES)('$name', ({ prepare, begin }) => {
  let expected: Record<string, unknown>;
  let boundaries: readonly Boundary[];

  /** Takes the run to its end, and starts the process anew when it dies on the way. */
  async function runWith(fault: string): Promise<Record<string, unknown>> {
    org.restart(fault);
    let hasBegun = false;
    const go = async (): Promise<void> => {
      if (!hasBegun) begin();
      hasBegun = true;
      await org.finish();
    };
    try {
      await go();
    } catch (error) {
      if (error instanceof ProcessKilled) org.restart();
      else if (hasBegun) throw error;
      await go();
    }
    // A dispatcher that could start nothing wakes up again in an hour.
    if (org.query('SELECT Id FROM Sync_Run__c').length === 0) {
      begin();
      await org.finish();
    }
    // The report of the run is read by a process that nothing happens to.
    org.restart();
    return resultOf(org);
  }

  test('ends the same, wherever the process dies or a transaction fails', async () => {
    await org.aside(async () => {
      await prepare();
      org.restart();
      await org.aside(async () => {
        begin();
        await org.finish();
        boundaries = org.faults.crossed.filter(({ kind }) => kind !== 'limit');
        expected = resultOf(org);
        expect(expected).toMatchObject({ active: 0, waiting: 0, ends: 1 });
      });
      const untouched = JSON.stringify(contactsOf(org));
      for (const boundary of boundaries) {
        const { kind, number, what } = boundary;
        for (const effect of ['kill', ...faultsAt(boundary)]) {
          const fault = `${kind}:${number}=${effect}`;
          const result = await org.aside(() => runWith(fault));
          expect({ fault, what, ...result }).toEqual({ fault, what, ...expected });
        }
        expect(JSON.stringify(contactsOf(org))).toBe(untouched);
      }
      expect(new Set(boundaries.map(({ kind }) => kind))).toEqual(kindsOf(boundaries));
      expect(boundaries.filter(({ what }) => what === 'Queueable SyncJob').length).toBeGreaterThanOrEqual(6);
    });
  });
});

/** The kinds of boundaries every run has; only a source that is read has callouts. */
function kindsOf(boundaries: readonly Boundary[]): Set<string> {
  const kinds = ['query', 'dml', 'dmlrow', 'commit', 'enqueue', 'job'];
  return new Set(boundaries.some(({ kind }) => kind === 'callout') ? [...kinds, 'callout'] : kinds);
}
