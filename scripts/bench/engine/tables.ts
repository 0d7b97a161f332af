import type { BenchTable } from '../bench-case';
import { count, megabytes, seconds } from '../units';
import { boundOf, statementsPerCell } from './bounds';
import type { EngineRun } from './cases';
import type { MeasuredRun } from './figures';

/** A figure of the table: its name, how it is read from a run, and how it is shown. */
type Line = [what: string, figure: string, read: (run: MeasuredRun) => number, show: (value: number) => string];

const kilobytes = (bytes: number): string => `${count(Math.round(bytes / 1000))} kB`;
const tenths = (value: number): string => value.toFixed(1);

const LINES: readonly Line[] = [
  ['Transactions', 'transactions', (run) => run.transactions, count],
  ['  start and finalizers', 'otherTransactions', (run) => run.otherTransactions, count],
  ['Callouts', 'callouts', (run) => run.callouts, count],
  ['Queries', 'queries', (run) => run.queries, count],
  ['Query rows', 'queryRows', (run) => run.queryRows, count],
  ['DML statements, customer', 'customerDmlStatements', (run) => run.customerDmlStatements, count],
  ['DML rows, customer', 'customerDmlRows', (run) => run.customerDmlRows, count],
  ['DML statements, log', 'logDmlStatements', (run) => run.logDmlStatements, count],
  ['DML rows, log', 'logDmlRows', (run) => run.logDmlRows, count],
  ['Calls of org APIs', 'orgApiCalls', (run) => run.orgApiCalls, count],
  ['Statements per row', 'statementsPerRow', (run) => run.statements / run.rows, tenths],
  ['Statements per cell', 'statementsPerCell', statementsPerCell, tenths],
  ['Peak heap (estimate)', 'heapPeak', (run) => run.heapPeak, kilobytes],
  ['Log kept, records', 'logRecords', (run) => run.logRecords, count],
  ['Log kept, text', 'logBytes', (run) => run.logBytes, kilobytes],
  ['Run', 'runMilliseconds', (run) => run.runMilliseconds, seconds],
  [
    '  per 1,000 rows',
    'runPerThousand',
    (run) => (run.runMilliseconds / run.rows) * 1000,
    (ms) => `${Math.round(ms)} ms`
  ],
  ['  processor', 'cpuMilliseconds', (run) => run.cpuMilliseconds, seconds],
  ['Whole process', 'wholeMilliseconds', (run) => run.wholeMilliseconds, seconds],
  ['Peak memory', 'peakBytes', (run) => run.peakBytes, megabytes],
  ['Load average', 'load', (run) => run.load, tenths]
];

/** The figures of one size: a column for each run. */
export function sizeTable(rows: number, measured: readonly [EngineRun, MeasuredRun][]): BenchTable {
  return {
    title: `Report of ${count(rows)} rows, 10 mapped columns`,
    head: ['', ...measured.map(([run]) => run.title.replaceAll(', ', ',\n'))],
    rows: LINES.map((line) => [line[0], ...measured.map(([run, figures]) => cell(line, run, figures))])
  };
}

function cell([, figure, read, show]: Line, run: EngineRun, figures: MeasuredRun): string {
  const value = read(figures);
  const bound = boundOf(figure, value, run, figures);
  return bound ? `${show(value)} (${bound.holds ? '≤' : 'OVER'} ${show(bound.most)})` : show(value);
}

/** What a row costs from one size to the next: flat is what it is to be. */
export function flatnessTable(measured: readonly [EngineRun, MeasuredRun][]): BenchTable {
  return {
    title: 'Cost per row, from one size to the next',
    head: ['Run', 'Rows', 'Statements', 'Run,\nper 1,000', 'Processor,\nper 1,000', 'Log text,\nper 1,000', 'Memory'],
    rows: measured.map(([run, figures]) => [
      run.title,
      count(figures.rows),
      tenths(figures.statements / figures.rows),
      `${Math.round((figures.runMilliseconds / figures.rows) * 1000)} ms`,
      `${Math.round((figures.cpuMilliseconds / figures.rows) * 1000)} ms`,
      kilobytes((figures.logBytes / figures.rows) * 1000),
      megabytes(figures.peakBytes)
    ])
  };
}
