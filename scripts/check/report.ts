import Table from 'cli-table3';
import type { GateResult } from './gate';

/** Counts of a run of the gates; `total` leaves out what was not run. */
export interface GateSummary {
  total: number;
  passed: number;
  failed: number;
  notRun: number;
}

/** Counts the results. */
export function summarize(results: readonly GateResult[]): GateSummary {
  const count = (status: GateResult['status']): number => results.filter((result) => result.status === status).length;
  const [passed, failed] = [count('passed'), count('failed')];
  return { total: passed + failed, passed, failed, notRun: count('not run') };
}

/** The sentences of a gate that did not pass, under its name. */
export function problemText({ name, status, problems }: GateResult): string {
  if (status === 'passed') return '';
  return [`${name}: ${status}`, ...problems.map((problem) => `  ${problem}`), ''].join('\n');
}

/** The closing table: one line for each gate. */
export function tableText(results: readonly GateResult[]): string {
  const table = new Table({
    head: ['Gate', 'Result', 'Problems', 'Seconds'],
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true }
  });
  for (const { name, status, problems, seconds } of results) {
    table.push([name, status, status === 'failed' ? problems.length : '', seconds.toFixed(1)]);
  }
  return table.toString();
}
