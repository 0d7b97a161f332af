import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command } from 'commander';
import type { BenchCase, BenchRow } from './bench-case';
import { compileCase } from './compile-case';
import { insightsCase } from './insights-case';
import { startCase } from './start-case';
import { syncCase } from './sync-case';

const CASES: Record<string, BenchCase> = {
  start: startCase,
  compile: compileCase,
  sync: syncCase,
  insights: insightsCase
};
const MEMORY_BOUND = 1_000_000_000;

/** Prints figures, and whether they stay within their bounds; a slow machine is no failure. */
async function main(): Promise<void> {
  const { only } = new Command('npm run bench --')
    .description('Measures start, sync, compiler and stand-in, each as a process of its own with all its children.')
    .option('--only <cases...>', `cases to measure: ${Object.keys(CASES).join(', ')}`, Object.keys(CASES))
    .parse()
    .opts<{ only: string[] }>();
  const table = new Table({ head: ['What', 'Time', 'Bound', 'Peak memory'], style: { head: [], border: [] } });
  for (const name of only) {
    (await measuredOrTold(name)).forEach((row) => table.push(cells(row)));
  }
  console.log(table.toString());
}

/** One case that fails takes the figures of the others not with it. */
async function measuredOrTold(name: string): Promise<BenchRow[]> {
  return measured(name).catch((error: Error) => {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
    return [];
  });
}

async function measured(name: string): Promise<BenchRow[]> {
  const bench = CASES[name];
  if (!bench) {
    throw new Error(`There is no case "${name}". Use ${Object.keys(CASES).join(', ')}.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'insights-bench-'));
  console.error(`Measuring ${name} …`);
  try {
    return await bench(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function cells({ what, milliseconds, boundMs, peakBytes }: BenchRow): string[] {
  const over = boundMs !== undefined && milliseconds > boundMs ? ' (over)' : '';
  const bound = boundMs === undefined ? '' : `${(boundMs / 1000).toFixed(1)} s${over}`;
  const memory = `${Math.round(peakBytes / 1e6)} MB${peakBytes > MEMORY_BOUND ? ' (over 1 GB)' : ''}`;
  return [what, `${(milliseconds / 1000).toFixed(2)} s`, bound, memory];
}

void main();
