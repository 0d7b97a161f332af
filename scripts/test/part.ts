import { existsSync, readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';

/** What one part of the tests counted, taken from the runner's own result file. */
export interface Counts {
  passed: number;
  failed: number;
  /** What the numbers do not show: checks that were not run, tests that were skipped. */
  remarks: string[];
}

/** A part's counts, as reported at the end. */
export interface PartResult extends Counts {
  name: string;
  seconds: number;
}

/** One runner: a command that writes a result file, and how to count what is in it. */
export interface Part {
  name: string;
  /** Node's arguments, given the file to write the results to. */
  command: (resultFile: string) => string[];
  count: (result: unknown) => Counts;
  /** A sentence where the part cannot run on this machine: it counts as failed. */
  obstacle?: () => string | undefined;
}

/** Runs a part. One that cannot start, breaks or leaves no result has failed. */
export async function runPart(part: Part, resultFile: string, directory: string): Promise<PartResult> {
  const started = performance.now();
  const counts = await countsOf(part, resultFile, directory);
  return { name: part.name, ...counts, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

async function countsOf(part: Part, resultFile: string, directory: string): Promise<Counts> {
  const obstacle = part.obstacle?.();
  if (obstacle) return failure(obstacle);
  const exitCode = await run(part.command(resultFile), directory);
  if (!existsSync(resultFile)) return failure(`ended with exit code ${exitCode} and left no result`);
  const counts = part.count(JSON.parse(readFileSync(resultFile, 'utf8')));
  return judged(counts, exitCode);
}

/** Counts that say all is well are not believed when the runner itself did not, nor when nothing was run. */
function judged(counts: Counts, exitCode: number): Counts {
  if (counts.failed) return counts;
  if (exitCode !== 0) return { ...counts, failed: 1, remarks: [...counts.remarks, `ended with exit code ${exitCode}`] };
  if (!counts.passed) return { ...counts, failed: 1, remarks: [...counts.remarks, 'ran nothing'] };
  return counts;
}

function failure(remark: string): Counts {
  return { passed: 0, failed: 1, remarks: [remark] };
}

function run(args: string[], directory: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: directory, stdio: 'inherit' });
    child.on('error', () => resolve(-1));
    child.on('close', (exitCode) => resolve(exitCode ?? -1));
  });
}
