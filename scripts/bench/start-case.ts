import { type BenchContext, type BenchResult, timesOf } from './bench-case';
import { type Figures, MeasuredProcess } from './measured-process';

const BOUND_MS = 5000;

/** `npm start` until its page answers; the first time warms the caches and fills the org. */
export async function startCase({ folder }: BenchContext): Promise<BenchResult> {
  const first = await start(folder);
  const warm = await start(folder);
  return timesOf('npm start', [
    { what: 'Start with a new org, until the page answers', ...first },
    { what: 'Start again, until the page answers', boundMs: BOUND_MS, ...warm }
  ]);
}

async function start(folder: string): Promise<Figures> {
  const process = new MeasuredProcess('scripts/start/cli.ts', ['--port', '0', '--data', folder]);
  const page = await process.printed(/http:\/\/127\.0\.0\.1:\d+/);
  const answer = await fetch(page);
  await answer.text();
  if (!answer.ok) {
    throw new Error(`The page answered with status ${answer.status}.`);
  }
  const figures = process.figures();
  await process.stop();
  return figures;
}
