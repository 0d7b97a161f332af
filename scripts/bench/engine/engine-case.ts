import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { BenchContext, BenchResult, BenchTable } from '../bench-case';
import { MeasuredProcess } from '../measured-process';
import { ENGINE_RUNS, type EngineRun } from './cases';
import type { MeasuredRun, RunFigures } from './figures';
import { writeBenchReport } from './report';
import { flatnessTable, sizeTable } from './tables';
import { REPORT } from './ways';

type Measured = [EngineRun, MeasuredRun];

/** The engine on reports of several sizes, and the plain way beside it: every run in a process of its own. */
export async function engineCase({ folder, rows: sizes, runs, tell }: BenchContext): Promise<BenchResult> {
  const chosen = runs ? ENGINE_RUNS.filter(({ name }) => runs.includes(name)) : ENGINE_RUNS;
  const all: Measured[] = [];
  for (const rows of sizes) {
    const report = join(folder, `${REPORT}.csv`);
    writeBenchReport(report, rows);
    const measured: Measured[] = [];
    for (const run of chosen) {
      tell(`${rows.toLocaleString('en-US')} rows, ${run.title}`);
      measured.push([run, await measure(report, rows, run)]);
    }
    tell(sizeTable(rows, measured));
    all.push(...measured);
  }
  return {
    tables: flatness(chosen, sizes, all),
    figures: all.map(([{ name }, figures]) => ({ run: name, ...figures }))
  };
}

async function measure(report: string, rows: number, { way, share }: EngineRun): Promise<MeasuredRun> {
  const options = { way, share, rows: String(rows), report };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  const process = new MeasuredProcess('scripts/bench/engine/run.ts', args);
  const text = await process.printed(/^\{.*\}$/m);
  const { milliseconds, peakBytes } = await process.finished([0]);
  const figures = JSON.parse(text) as RunFigures;
  return { ...figures, wholeMilliseconds: milliseconds, peakBytes, load: loadavg()[0] };
}

/** One size alone says nothing about how the cost grows. */
function flatness(runs: readonly EngineRun[], sizes: readonly number[], all: readonly Measured[]): BenchTable[] {
  const byRun = runs.flatMap((run) => all.filter(([other]) => other === run));
  return sizes.length > 1 ? [flatnessTable(byRun)] : [];
}
