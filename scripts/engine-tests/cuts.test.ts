import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { resultOf, type Row } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration } from './support/story';

/** Repeated keys of every kind: there and back, blank in between, a value that is invalid, a record that is none. */
const REPEATS = [
  'Key,Title,Email,Score',
  'ada,One,,1',
  'bea,Analyst,bea@example.com,1',
  'ADA,Two,,',
  ' ada ,Junior,,2.25',
  'ada,,,much',
  'twin,Both,,7',
  'zoe,,,',
  'ada,,ada@example.com,',
  'bea,Chief,,1.04',
  'Bea,Analyst,,1',
  'twin,One,,7',
  'zoe,Again,,',
  ',,,',
  'ada,Three,,2.3',
  ''
].join('\n');

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;
let org: EngineOrg;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT, 'repeats.csv': REPEATS });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS });
  addContacts(org);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

/** The note that a row repeats an earlier one is about its slice; everything else must not depend on the cut. */
function withoutNotes(result: Record<string, unknown>): Record<string, unknown> {
  const rows = (result['rows'] as Row[])
    .map((row) => ({ ...row, reason: row.reason?.replace(/ \(repeats line \d+\)$/, '') ?? null }))
    .filter(({ outcome }) => outcome !== 'Updated' && outcome !== 'Unchanged');
  return { ...result, rows };
}

async function run(rows: number, start: () => void): Promise<Record<string, unknown>> {
  return org.aside(async () => {
    limitSlices(org, rows);
    start();
    await org.finish();
    return withoutNotes(resultOf(org));
  });
}

describe.each([
  ['story', 'None'],
  ['repeats', 'None'],
  ['repeats', 'All']
] as const)('the report %s, with ambiguous keys updating %s', (reportId, onAmbiguous) => {
  const rowCount = (reportId === 'story' ? REPORT : REPEATS).split('\n').length - 2;

  test.each(['Api', 'Csv'] as const)('%s: records and counts are the same, wherever it is cut', (sourceKind) =>
    org.aside(async () => {
      const integrationId = saveIntegration(org, { sourceKind, reportId, onAmbiguous });
      const start = (): void => void org.call('RunController', 'start', { integrationId });
      const expected = await run(rowCount, start);
      expect(expected['counts']).toMatchObject({ read: rowCount });
      for (let rows = 1; rows < rowCount; rows += 1) {
        expect({ cutAt: rows, ...(await run(rows, start)) }).toEqual({ cutAt: rows, ...expected });
      }
    })
  );

  test.each([
    ['somebody edited another record', { eve: 'Edited since' }],
    ['somebody set a value that the run had on its way', { ada: 'Two', bea: 'Chief' }],
    ['somebody set the value from before the run', { ada: 'Junior', bea: 'Analyst' }]
  ])('an undo brings the same back, wherever it is cut, where %s', (_what, titles) =>
    org.aside(async () => {
      const integrationId = saveIntegration(org, { reportId, onAmbiguous });
      limitSlices(org, rowCount);
      const runId = org.call<string>('RunController', 'start', { integrationId });
      await org.finish();
      for (const [Key__c, Title] of Object.entries(titles)) org.set('Contact', { Key__c }, { Title });
      const undo = (): void => void org.call('RunController', 'undo', { runId });
      const expected = await run(rowCount, undo);
      for (let rows = 1; rows < rowCount; rows += 1) {
        expect({ cutAt: rows, ...(await run(rows, undo)) }).toEqual({ cutAt: rows, ...expected });
      }
    })
  );
});
