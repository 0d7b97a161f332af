import { BROWSER_MISSING, findBrowser } from '../../test/find-browser';
import type { BenchContext, BenchResult, BenchTable } from '../bench-case';
import { MeasuredProcess } from '../measured-process';
import { count, duration } from '../units';
import { failuresIn } from './long-log';
import type { Answered } from './measure';
import { measurePages, type PageFigure } from './measure-pages';
import type { AnswersAt, LongLogServed } from './run';

const ROWS = 100_000;

/** Lengths of the history: what it costs to answer is to stay the same from one to the next. */
const RUNS = [1000, 10_000];

/** How long a page may wait for one answer. */
const BOUND_MS = 1000;

/** What the pages of log and dashboard ask and take, with a long history and a run of very many failures. */
export async function logCase({ folder, tell }: BenchContext): Promise<BenchResult> {
  const args = ['--rows', String(ROWS), '--folder', folder, '--runs', ...RUNS.map(String)];
  const process = new MeasuredProcess('scripts/bench/log/run.ts', args);
  const { url, subjects, measured } = JSON.parse(await process.printed(/^\{.*\}$/m)) as LongLogServed;
  try {
    const pages = findBrowser() ? await measurePages(url, subjects) : [];
    if (pages.length === 0) tell(BROWSER_MISSING);
    return { tables: [answersTable(measured), ...pagesTables(pages)], figures: [...measured, ...pages] };
  } finally {
    await process.stop();
  }
}

function answersTable(measured: readonly AnswersAt[]): BenchTable {
  const [before, after] = measured;
  return {
    title: `Questions of the pages: a history of ${count(before.runs)} and of ${count(after.runs)} runs, one with ${count(failuresIn(ROWS))} failures in ${count(ROWS)} rows`,
    head: ['Question', 'Time', 'Queries', 'Query rows', 'Statements', 'Answer'],
    rows: after.answers.map((answer, index) => lineOf(before.answers[index], answer))
  };
}

function lineOf(before: Answered, after: Answered): string[] {
  const both = (read: (answer: Answered) => number): string => {
    const [first, second] = [read(before), read(after)].map((value) => count(Math.round(value)));
    return first === second ? first : `${first}, ${second}`;
  };
  return [
    after.what,
    `${duration(before.milliseconds)}, ${duration(after.milliseconds)}${overText(after.milliseconds, BOUND_MS)}`,
    both(({ queries }) => queries),
    both(({ queryRows }) => queryRows),
    both(({ statements }) => statements),
    `${both(({ bytes }) => bytes / 1000)} kB`
  ];
}

function pagesTables(pages: readonly PageFigure[]): BenchTable[] {
  const title = `The same org in a browser: ${count(RUNS.at(-1)!)} runs, files from a warm cache`;
  const head = ['What', 'Median', 'Slowest', 'Bound'];
  const rows = pages.map(({ what, milliseconds, slowest, boundMs }) => [
    what,
    duration(milliseconds),
    duration(slowest),
    boundMs === undefined ? '' : `${duration(boundMs)}${overText(milliseconds, boundMs)}`
  ]);
  return rows.length > 0 ? [{ title, head, rows }] : [];
}

function overText(milliseconds: number, boundMs: number): string {
  return milliseconds > boundMs ? ` (OVER ${duration(boundMs)})` : '';
}
