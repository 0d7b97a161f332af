import { createFolder } from '../../insights-api/testing/report-fixture';
import { join } from 'node:path';
import { MeasuredProcess } from '../measured-process';
import { BoundaryCounter } from './boundary-counter';
import { boundOf } from './bounds';
import { ENGINE_RUNS } from './cases';
import type { MeasuredRun, RunFigures } from './figures';
import { recordsBefore, writeBenchReport, type Share } from './report';
import { sizeTable } from './tables';

const ROWS = 300;

const FIGURES = [
  ...['otherTransactions', 'callouts', 'queries', 'queryRows', 'customerDmlStatements', 'customerDmlRows'],
  ...['logDmlStatements', 'logDmlRows', 'orgApiCalls', 'heapPeak', 'logRecords', 'logBytes'],
  ...['runMilliseconds', 'cpuMilliseconds', 'wholeMilliseconds', 'peakBytes', 'load']
];

async function measured(way: string, share: Share): Promise<RunFigures> {
  const { folder, remove } = createFolder({});
  const report = join(folder, 'bench.csv');
  writeBenchReport(report, ROWS);
  const args = ['--way', way, '--share', share, '--rows', String(ROWS), '--report', report];
  const run = new MeasuredProcess('scripts/bench/engine/run.ts', args);
  const text = await run.printed(/^\{.*\}$/m);
  await run.finished([0]);
  remove();
  return JSON.parse(text) as RunFigures;
}

test('a run of the package writes what is new, keeps a log, and calls no API of the org', async () => {
  const all = await measured('csv', 'all');
  expect(all).toMatchObject({
    rows: ROWS,
    transactions: 1,
    customerDmlStatements: 1,
    customerDmlRows: ROWS,
    orgApiCalls: 0
  });
  expect(all.logDmlRows).toBeGreaterThan(0);
  expect(all.logBytes).toBeGreaterThan(ROWS);
  const none = await measured('api', 'none');
  expect(none).toMatchObject({ transactions: 1, customerDmlStatements: 0, customerDmlRows: 0, orgApiCalls: 0 });
  expect(none.statements).toBeLessThan(all.statements);
});

test('the plain way writes every record, whether anything is new or not, and keeps no log', async () => {
  const none = await measured('plain', 'none');
  // Start, two parts of 200 rows at most, and finish.
  expect(none).toMatchObject({
    transactions: 4,
    customerDmlStatements: 2,
    customerDmlRows: ROWS,
    logDmlRows: 0,
    logBytes: 0
  });
});

test('boundaries are counted by what is on the other side', () => {
  const counter = new BoundaryCounter();
  counter.cross('dml', 'update Contact 200');
  counter.cross('dml', 'update Contact 50');
  counter.cross('dml', 'insert Sync_Slice__c 1');
  counter.cross('callout', 'GET callout:Insights/rows?offset=0');
  counter.cross('callout', 'GET https://example.my.salesforce.com/services/data');
  ['AURA', 'QUEUEABLE', 'QUEUEABLE', 'TRANSACTION_FINALIZER_QUEUEABLE'].forEach((kind) =>
    counter.cross('commit', kind)
  );
  expect(counter.dmlOn('Contact')).toEqual({ statements: 2, rows: 250 });
  expect(counter.dmlBesides('Contact')).toEqual({ statements: 1, rows: 1 });
  expect([...counter.callouts]).toEqual([
    ['callout:Insights', 1],
    ['https://example.my.salesforce.com', 1]
  ]);
  expect([counter.links, counter.otherTransactions]).toEqual([2, 2]);
});

test('one percent of the records differ from the report, or all, or none', () => {
  const [before] = [...recordsBefore(1000, 'none')];
  const differing = (share: Share): number =>
    [...recordsBefore(1000, share)].flat().filter((record, index) => record.Comment__c !== before[index].Comment__c)
      .length;
  expect([differing('all'), differing('one percent'), differing('none')]).toEqual([1000, 10, 0]);
});

test('a figure is shown with the bound that is set for it', () => {
  const run = ENGINE_RUNS.find(({ name }) => name === 'all')!;
  const plain = ENGINE_RUNS.find(({ name }) => name === 'plain')!;
  const zeros = Object.fromEntries(FIGURES.map((name) => [name, 0])) as unknown as MeasuredRun;
  const figures: MeasuredRun = { ...zeros, rows: 100_000, transactions: 26, statements: 20_000_000 };
  expect(boundOf('transactions', 26, run, figures)).toEqual({ most: 25, holds: false });
  expect(boundOf('transactions', 26, run, { ...figures, rows: 10_000 })).toBeNull();
  expect(boundOf('transactions', 500, plain, figures)).toBeNull();
  const [line] = sizeTable(100_000, [[run, figures]]).rows;
  expect(line).toEqual(['Transactions', '26 (OVER 25)']);
});
