import Table from 'cli-table3';
import type { PartResult } from './part';

/** The sums over all parts. */
export function totals(results: readonly PartResult[]): { passed: number; failed: number } {
  const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed') };
}

/** The closing text: a table of the parts, what it does not show, and `N passed, N failed` as the last line. */
export function summaryText(results: readonly PartResult[]): string {
  const table = new Table({
    head: ['Part', 'Passed', 'Failed', 'Seconds'],
    colAligns: ['left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true }
  });
  for (const { name, passed, failed, seconds } of results) table.push([name, passed, failed, seconds.toFixed(1)]);
  const remarks = results.flatMap(({ name, remarks: all }) => all.map((remark) => `${name}: ${remark}`));
  const { passed, failed } = totals(results);
  return ['', table.toString(), ...remarks, `${passed} passed, ${failed} failed`].join('\n');
}
