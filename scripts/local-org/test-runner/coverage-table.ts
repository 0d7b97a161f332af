/** Coverage as a table. */
import Table from 'cli-table3';
import type { BranchCoverage, ClassCoverage } from './model';

const PLAIN = { head: [], border: [], compact: true };

/** Names and figures in full, what is missing in lines of this many characters. */
const COLUMNS = [null, null, null, 48, 48];

/** A line per class: lines and ways taken, and those that were not. */
export function coverageTable(coverage: readonly ClassCoverage[]): string {
  const head = ['Class', 'Lines', 'Branches', 'Lines not covered', 'Branches not taken'];
  const table = new Table({ head, style: PLAIN, colWidths: COLUMNS, wordWrap: true });
  for (const one of coverage) {
    const { taken, all } = waysOf([one]);
    const missing = one.branches.flatMap(untaken).join(', ');
    table.push([one.class, share(one.covered, one.lines), share(taken, all), ranges(one.uncoveredLines), missing]);
  }
  return `${table.toString()}\n${sumLine(coverage)}`;
}

function sumLine(coverage: readonly ClassCoverage[]): string {
  const covered = coverage.reduce((sum, one) => sum + one.covered, 0);
  const lines = coverage.reduce((sum, one) => sum + one.lines, 0);
  const { taken, all } = waysOf(coverage);
  const part = (some: number, total: number, what: string): string =>
    `${some} of ${total} ${what}${total === 0 ? '' : `, ${share(some, total)}`}`;
  return `Coverage: ${part(covered, lines, 'lines')}; ${part(taken, all, 'branches')}`;
}

function waysOf(coverage: readonly ClassCoverage[]): { taken: number; all: number } {
  const ways = coverage.flatMap(({ branches }) => branches.flatMap((branch) => branch.ways));
  return { taken: ways.filter(({ hits }) => hits > 0).length, all: ways.length };
}

/** `12 if false`: line, sort and way. */
function untaken({ line, kind, ways }: BranchCoverage): string[] {
  return ways.filter(({ hits }) => hits === 0).map(({ name }) => `${line} ${kind} ${name}`);
}

function share(some: number, total: number): string {
  return total === 0 ? '' : `${Math.floor((some / total) * 100)} %`;
}

/** `1-3, 7`. */
function ranges(lines: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const line of lines) {
    const last = spans.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else spans.push([line, line]);
  }
  return spans.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}
