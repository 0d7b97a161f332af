import { join } from 'node:path';
import type { BenchContext, BenchResult, BenchTable } from '../bench-case';
import { writeBenchReport } from '../engine/report';
import { REPORT } from '../engine/ways';
import { MeasuredProcess } from '../measured-process';
import { count, duration } from '../units';
import type { Answered } from './measure';
import type { AnswersAt } from './run';

const ROWS = 100_000;

/** One of so many rows fails. */
const FAILED_OF = 5;

/** Lengths of the history: what it costs to answer is to stay the same from one to the next. */
const RUNS = [1000, 10_000];

/** How long a page may wait for one answer. */
const BOUND_MS = 1000;

/** What the pages of log and dashboard ask, with a long history and a run of very many failures. */
export async function logCase({ folder }: BenchContext): Promise<BenchResult> {
  const report = join(folder, `${REPORT}.csv`);
  writeBenchReport(report, ROWS, (record) => record % FAILED_OF === 0);
  const args = ['--rows', String(ROWS), '--report', report, '--runs', ...RUNS.map(String)];
  const process = new MeasuredProcess('scripts/bench/log/run.ts', args);
  const text = await process.printed(/^\[.*\]$/m);
  await process.finished([0]);
  const measured = JSON.parse(text) as AnswersAt[];
  return { tables: [tableOf(measured)], figures: measured };
}

function tableOf(measured: readonly AnswersAt[]): BenchTable {
  const [before, after] = measured;
  return {
    title: `Questions of the pages: a history of ${count(before.runs)} and of ${count(after.runs)} runs, one with ${count(ROWS / FAILED_OF)} failures in ${count(ROWS)} rows`,
    head: ['Question', 'Time', 'Queries', 'Query rows', 'Statements', 'Answer'],
    rows: after.answers.map((answer, index) => lineOf(before.answers[index], answer))
  };
}

function lineOf(before: Answered, after: Answered): string[] {
  const over = after.milliseconds > BOUND_MS ? ` (OVER ${duration(BOUND_MS)})` : '';
  const both = (read: (answer: Answered) => number): string => {
    const [first, second] = [read(before), read(after)].map((value) => count(Math.round(value)));
    return first === second ? first : `${first}, ${second}`;
  };
  return [
    after.what,
    `${duration(before.milliseconds)}, ${duration(after.milliseconds)}${over}`,
    both(({ queries }) => queries),
    both(({ queryRows }) => queryRows),
    both(({ statements }) => statements),
    `${both(({ bytes }) => bytes / 1000)} kB`
  ];
}
