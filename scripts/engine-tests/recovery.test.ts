import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { ProcessKilled } from '../local-org/faults';
import { EngineOrg } from './support/engine-org';
import { resultOf } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './support/story';

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS });
  addContacts(org);
  limitSlices(org, 3);
  org.call('RunController', 'start', { integrationId: saveIntegration(org) });
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

/** Takes the run to its end under these faults; where the process dies, it is started anew without any. */
const finishWith = (faults: readonly string[]): Promise<Record<string, unknown>> =>
  org.aside(async () => {
    org.restart(...faults);
    try {
      await org.finish();
    } catch (error) {
      if (!(error instanceof ProcessKilled)) throw error;
      org.restart();
      await org.finish();
    }
    org.restart();
    return resultOf(org);
  });

test('a run that is on its way back after a link died ends the same wherever its process dies then', async () => {
  const expected = await finishWith([]);
  const deaths = await org.aside(async () => {
    org.restart();
    await org.finish();
    return org.faults.crossed.filter(({ kind, what }) => kind === 'dml' && what.startsWith('insert Sync_Slice__c'));
  });
  expect(deaths).toHaveLength(3);
  // The link of the second slice dies when everything is done but its log: the records roll back, and two rows are next.
  const death = `dml:${deaths[1].number}=limit`;
  const boundaries = await org.aside(async () => {
    org.restart(death);
    await org.finish();
    const crossed = org.faults.crossed.filter(({ kind }) => kind !== 'limit');
    return crossed.slice(crossed.findIndex(({ kind, number }) => kind === 'dml' && number === deaths[1].number) + 1);
  });
  expect(boundaries.filter(({ what }) => what === 'Queueable SyncJob').length).toBeGreaterThan(4);
  for (const { kind, number, what } of boundaries) {
    const fault = `${kind}:${number}=kill`;
    expect({ fault, what, ...(await finishWith([death, fault])) }).toEqual({ fault, what, ...expected });
  }
});

test('five deaths in a row cost the rows of the smallest slice and nothing else, and are told with the reason', async () => {
  const expected = await finishWith([]);
  const faults: string[] = [];
  // Each attempt at the first slice dies of its look-up; finalizers look nothing up.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await org.aside(async () => {
      org.restart(...faults);
      await org.finish();
      const lookUps = org.faults.crossed.filter(({ kind, what }) => kind === 'query' && what === 'Contact');
      faults.push(`query:${lookUps[attempt].number}=limit`);
    });
  }
  const ended = await finishWith(faults);
  const { counts, rows } = ended as { counts: Record<string, number>; rows: { line: number; reason: string }[] };
  const before = expected['counts'] as Record<string, number>;
  expect(counts).toEqual({ ...before, rejected: before.rejected + 1, updated: before.updated - 1 });
  expect(ended['status']).toBe('Completed with errors');
  expect(rows[0]).toMatchObject({ line: 2, outcome: 'Rejected' });
  expect(rows[0].reason).toContain('Too many SOQL queries');
});
