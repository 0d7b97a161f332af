import Table from 'cli-table3';
import type { OutcomeRow, RunResult, RunRow } from '../run-model';
import { count, printable } from './printable';

/** Rows shown at most; `--json` has all of them. */
const SHOWN_ROWS = 10;

/** Width of the row table where the terminal does not say. */
const USUAL_WIDTH = 120;
const LINE_WIDTH = 8;
const OUTCOME_WIDTH = 12;

/** Without colours, and without lines between rows. */
const PLAIN = { head: [], border: [], compact: true };

/** The log of a run as text: the table the app shows, the outcomes, what needs attention, what was used. */
export function runLog(result: RunResult): string {
  const { run, rows } = result;
  const parts = [logTable(run), outcomeTable(run)];
  if (run.message) {
    parts.push(printable(run.message, 1000));
  }
  if (rows.length > 0) {
    parts.push(rowTable(rows), ...restLine(rows));
  }
  parts.push(usageLine(result));
  return parts.join('\n');
}

function logTable(run: RunRow): string {
  return table(
    ['Report', 'Salesforce object', 'Start (UTC)', 'Duration', 'Status'],
    [
      [
        run.reportName,
        `${run.objectLabel} (${run.objectApiName})`,
        utc(run.startedAt),
        duration(run.durationMs),
        run.status
      ]
    ]
  );
}

function outcomeTable({ counts }: RunRow): string {
  const outcomes = [
    'read',
    'updated',
    'unchanged',
    'unmatched',
    'invalid',
    'ambiguous',
    'skipped',
    'rejected'
  ] as const;
  const heads = outcomes.map((outcome) => outcome[0].toUpperCase() + outcome.slice(1));
  return table(heads, [outcomes.map((outcome) => count(counts[outcome]))]);
}

/** Reasons are wrapped, not cut: their end says what to do. */
function rowTable(rows: OutcomeRow[]): string {
  const width = Math.max(80, process.stdout.columns ?? USUAL_WIDTH);
  const keyWidth = Math.floor(width / 3);
  const reasonWidth = width - keyWidth - LINE_WIDTH - OUTCOME_WIDTH - 5;
  const drawn = new Table({
    head: ['Line', 'Key', 'Outcome', 'Reason'],
    colWidths: [LINE_WIDTH, keyWidth, OUTCOME_WIDTH, reasonWidth],
    wordWrap: true,
    style: PLAIN
  });
  for (const { line, key, outcome, reason } of rows.slice(0, SHOWN_ROWS)) {
    drawn.push([line, printable(key), outcome, printable(reason, 500)]);
  }
  return drawn.toString();
}

function restLine(rows: OutcomeRow[]): string[] {
  const rest = rows.length - SHOWN_ROWS;
  return rest > 0 ? [`… and ${count(rest)} more. --json FILE writes all of them.`] : [];
}

function usageLine({ usage }: RunResult): string {
  const used = [
    some(usage.transactions, 'transaction'),
    some(usage.callouts, 'callout'),
    `${some(usage.queries, 'query', 'queries')} (${some(usage.queryRows, 'row')})`,
    `${some(usage.dmlStatements, 'DML statement')} (${some(usage.dmlRows, 'row')})`,
    ...(usage.statements === null ? [] : [some(usage.statements, 'Apex statement')])
  ];
  const where = usage.statements === null ? '' : ' Local simulation of the platform.';
  return `Used ${used.join(', ')}.${where}`;
}

function some(number: number, one: string, several = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : several}`;
}

function table(head: string[], rows: (string | number)[][]): string {
  const drawn = new Table({ head, style: PLAIN });
  rows.forEach((row) => drawn.push(row.map((cell) => (typeof cell === 'string' ? printable(cell, 120) : cell))));
  return drawn.toString();
}

function utc(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
