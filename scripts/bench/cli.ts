import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import { Command, InvalidArgumentError } from 'commander';
import type { BenchCase, BenchResult, BenchTable } from './bench-case';
import { compileCase } from './compile-case';
import { ENGINE_RUNS } from './engine/cases';
import { engineCase } from './engine/engine-case';
import { insightsCase } from './insights-case';
import { logCase } from './log/log-case';
import { orgCase } from './org/org-case';
import { startCase } from './start-case';
import { syncCase } from './sync-case';

const CASES: Readonly<Record<string, BenchCase>> = {
  start: startCase,
  compile: compileCase,
  sync: syncCase,
  insights: insightsCase,
  org: orgCase,
  log: logCase,
  engine: engineCase
};

/** Sizes that take minutes, not longer; a million rows only when they are asked for. */
const USUAL_ROWS = [1000, 10_000, 100_000];

interface Options {
  only: string[];
  rows: number[];
  runs?: string[];
  project?: string;
  json?: string;
}

/** Prints figures, and whether they stay within their bounds; a slow machine is no failure. */
async function main(options: Options): Promise<void> {
  const figures: Record<string, unknown> = {};
  for (const name of options.only) {
    const result = await measuredOrTold(name, options);
    result.tables.forEach(print);
    figures[name] = result.figures;
  }
  console.log(
    `Load average of this machine: ${loadavg()
      .map((load) => load.toFixed(2))
      .join(', ')}. Local simulation.`
  );
  if (options.json) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

/** One case that fails takes the figures of the others not with it. */
async function measuredOrTold(name: string, options: Options): Promise<BenchResult> {
  return measured(name, options).catch((error: Error) => {
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
    return { tables: [], figures: [] };
  });
}

async function measured(name: string, { rows, runs, project }: Options): Promise<BenchResult> {
  const bench = CASES[name];
  if (!bench) throw new Error(`There is no case "${name}". Use ${Object.keys(CASES).join(', ')}.`);
  const folder = mkdtempSync(join(tmpdir(), 'insights-bench-'));
  console.error(`Measuring ${name} …`);
  const tell = (news: string | BenchTable): void =>
    typeof news === 'string' ? console.error(`  ${news} …`) : print(news);
  try {
    return await bench({ folder, rows, runs, project, tell });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print({ title, head, rows }: BenchTable): void {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  rows.forEach((row) => table.push([...row]));
  console.log(`${title}\n${table.toString()}`);
}

function rowCount(text: string, previous: unknown): number[] {
  const rows = Number(text);
  if (!Number.isInteger(rows) || rows < 1) throw new InvalidArgumentError('Give a whole number of rows.');
  return previous === USUAL_ROWS ? [rows] : [...(previous as number[]), rows];
}

const program = new Command('npm run bench --')
  .description('Measures the product and its tools, each as a process of its own with all its children.')
  .option('--only <cases...>', `cases to measure: ${Object.keys(CASES).join(', ')}`, Object.keys(CASES))
  .option('--rows <numbers...>', 'sizes of the reports of the case "engine"', rowCount, USUAL_ROWS)
  .option('--runs <names...>', `runs of the case "engine": ${ENGINE_RUNS.map(({ name }) => name).join(', ')}`)
  .option('--project <folder>', 'somebody else\'s Apex project, whose tests the case "org" runs too')
  .option('--json <file>', 'write all figures to this file')
  .action(main);
void program.parseAsync();
