import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchContext, type BenchResult, type BenchRow, timesOf } from '../bench-case';
import { MeasuredProcess } from '../measured-process';
import type { ApexSpeed } from './measure';

const CLI = 'scripts/local-org/cli.ts';

/** A class of few and short tests: the first of them is run as soon as there is an org. */
const FIRST_TEST = 'RowOutcomeTest';

/** The local org: starting it, running tests in it, and what small pieces of Apex take. */
export async function orgCase({ folder, project }: BenchContext): Promise<BenchResult> {
  const first = ['--tests', FIRST_TEST];
  const cached = ['--cache', join(folder, 'cache')];
  return timesOf('Local org', [
    { what: 'Start to first test, nothing cached', boundMs: 3000, ...(await test(folder, [...first, ...cached])) },
    { what: 'Start to first test, again', boundMs: 3000, ...(await test(folder, [...first, ...cached])) },
    { what: "The package's own Apex tests", boundMs: 10_000, ...(await test(folder, [])) },
    ...(project
      ? [{ what: `Apex tests of ${project}`, boundMs: 20_000, ...(await test(folder, ['--project', project])) }]
      : []),
    ...(await pieces())
  ]);
}

async function test(folder: string, args: readonly string[]) {
  const json = join(folder, 'tests.json');
  const figures = await new MeasuredProcess(CLI, ['apex-test', '--json', json, ...args]).finished([0, 1]);
  const { summary } = JSON.parse(readFileSync(json, 'utf8')) as { summary: { total: number; passed: number } };
  if (summary.passed === 0) throw new Error('No test has passed: the time says nothing.');
  return { ...figures, tests: summary.total, passed: summary.passed };
}

async function pieces(): Promise<BenchRow[]> {
  const process = new MeasuredProcess('scripts/bench/org/measure.ts', []);
  const text = await process.printed(/^\{.*\}$/m);
  const { peakBytes } = await process.finished([0]);
  const { loop, insert, query, update } = JSON.parse(text) as ApexSpeed;
  return [
    { what: '1,000,000 rounds of an Integer loop', milliseconds: loop, boundMs: 20, peakBytes },
    { what: 'Insert 10,000 records', milliseconds: insert, peakBytes },
    { what: 'Query 10,000 records', milliseconds: query, peakBytes },
    { what: 'Query and update 10,000 records', milliseconds: update, peakBytes },
    { what: 'Insert, query and update together', milliseconds: insert + query + update, boundMs: 300, peakBytes }
  ];
}
