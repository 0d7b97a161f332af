import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { lastRun, resultOf, runOf } from './support/result';
import { addContacts, FIELDS, limitSlices, REPORT, saveIntegration, upload } from './support/story';

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

function begin(): string {
  return org.call<string>('RunController', 'start', { integrationId });
}

/** A whole run. */
async function run(): Promise<Record<string, unknown>> {
  begin();
  await org.finish();
  return resultOf(org);
}

test('an uploaded file gives what the same file gives as an export, and a new version of it ends the run', async () => {
  await org.aside(async () => {
    integrationId = saveIntegration(org, { sourceKind: 'Csv' });
    const expected = await org.aside(run);
    const reportId = upload(org, REPORT);
    integrationId = saveIntegration(org, { id: integrationId, sourceKind: 'Upload', reportId });
    expect(await org.aside(run)).toEqual(expected);
    const runId = begin();
    let isReplaced = false;
    await org.finish(() => {
      if (isReplaced || runOf(org, runId).counts.read === 0) return;
      isReplaced = true;
      upload(org, REPORT.replace('ada', 'ida'), reportId);
    });
    const { status, message, counts } = runOf(org, runId);
    expect([status, counts.read, message]).toEqual(['Failed', 3, expect.stringContaining('was replaced')]);
  });
});

test('a CSV file that lost most of its rows is stopped before it writes, although its first part does not end it', async () => {
  const serve = (count: number): void => {
    const rows = Array.from({ length: count }, (_, row) => `nobody ${row},Title ${row % 7}`);
    writeFileSync(join(folder.folder, 'rows.csv'), ['Key,Title', ...rows, ''].join('\n'));
  };
  await org.aside(async () => {
    serve(40);
    integrationId = saveIntegration(org, { sourceKind: 'Csv', reportId: 'rows', mappings: { Title: 'Title' } });
    expect(await run()).toMatchObject({ status: 'Completed', rowsTotal: 40 });
    // A little more than half of the rows: an estimate must not take that for less.
    serve(21);
    expect(await run()).toMatchObject({ status: 'Completed', rowsTotal: 21 });
    serve(7);
    await run();
    const { status, message, counts } = lastRun(org);
    expect([status, counts.read]).toEqual(['Stopped', 0]);
    expect(message).toMatch(/about [78] rows/);
  });
});
