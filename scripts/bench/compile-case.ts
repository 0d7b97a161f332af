import { type BenchResult, timesOf } from './bench-case';
import { MeasuredProcess } from './measured-process';

const BOUND_MS = 1000;

/** Compiling the package's Apex, the making of its empty org included; the first time fills the cache. */
export async function compileCase(): Promise<BenchResult> {
  await compile();
  return timesOf('Compiler', [{ what: "Compile the package's Apex, warm", boundMs: BOUND_MS, ...(await compile()) }]);
}

/** The process has to load the compiler as well; that counts in the cases of the commands, not here. */
async function compile() {
  const process = new MeasuredProcess('scripts/bench/compile-package.ts', []);
  const text = await process.printed(/compiled in \d+ ms/);
  const { peakBytes } = await process.finished([0]);
  return { milliseconds: Number(/\d+/.exec(text)![0]), peakBytes };
}
