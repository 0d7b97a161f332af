/** A test run as text. */
import { coverageTable } from './coverage-table';
import type { TestReport } from './model';

const MOST_SHOWN = 2000;

/**
 * Tests that did not pass, coverage if it was measured, and the sums.
 * @param elapsed milliseconds from the command to the report
 */
export function reportText(report: TestReport, elapsed: number): string {
  const parts = [failures(report), report.coverage && coverageTable(report.coverage), summaryLine(report, elapsed)];
  return parts.filter(Boolean).join('\n');
}

/** One test a line, its message indented below: a table would have to wrap the messages, which takes minutes of thousands. */
function failures({ tests }: TestReport): string {
  const others = tests.filter(({ outcome }) => outcome !== 'passed');
  return others
    .map((test) => `${test.outcome} ${test.class}.${test.method}\n${indented(test.message ?? '')}`)
    .join('\n');
}

function indented(message: string): string {
  return shown(message).replace(/^/gm, '    ');
}

/** Nobody reads a message of megabytes to its end; `--json` has all of it. */
function shown(message: string): string {
  if (message.length <= MOST_SHOWN) return message;
  const left = message.length - MOST_SHOWN;
  return `${message.slice(0, MOST_SHOWN / 2)} … (${left} characters left out) … ${message.slice(-MOST_SHOWN / 2)}`;
}

function summaryLine({ summary }: TestReport, elapsed: number): string {
  const unsupported = summary.unsupported ? `, ${summary.unsupported} unsupported` : '';
  return `${summary.passed} passed, ${summary.failed} failed${unsupported} (${(elapsed / 1000).toFixed(1)} s, local simulation)`;
}
