/** `apex-test`: runs the Apex tests of any Salesforce project. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { addFaultOptions, faultPlan, type FaultOptions } from '../../faults';
import { discoverTests } from './discover';
import type { OpenTestHost, TestHost } from './host';
import { testReport, type TestClass, type TestReport } from './model';
import { reportText } from './report';
import { runTests } from './run';
import { selectTests } from './select';

interface Options extends FaultOptions {
  project: string;
  tests?: string;
  coverage?: boolean;
  json?: string;
  cache?: string;
  seed: number;
}

/**
 * The command. Exit code 0 when all tests passed, 1 when some did not, 2 when there was nothing to run.
 * @param open opens the org that the tests run in
 */
export function apexTestCommand(open: OpenTestHost): Command {
  const command = new Command('apex-test')
    .description('Runs Apex tests in a local org without data.')
    .option('--project <folder>', 'Salesforce project, or a folder with Apex classes', '.')
    .option('--tests <names>', 'only these: Class or Class.method, separated by commas')
    .option('--coverage', 'count the lines that the tests execute')
    .option('--json <file>', 'write the results to this file')
    .option('--cache <folder>', 'keep in this folder what was parsed and compiled')
    .option('--seed <number>', 'random numbers repeat with the same seed', wholeNumber, 1);
  return addFaultOptions(command).action(async (options: Options) => {
    process.exitCode = await runApexTests(options, open);
  });
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}

async function runApexTests(options: Options, open: OpenTestHost): Promise<number> {
  try {
    if (options.json) refuseUnwritable(options.json);
    const started = performance.now();
    const report = await runProject(options, open);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    console.log(reportText(report, performance.now() - started));
    return report.summary.passed === report.summary.total ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

/** Better before the run than after it. */
function refuseUnwritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new Error(`--json ${file}: there is no folder ${folder}. Create it first.`);
}

async function runProject(options: Options, open: OpenTestHost): Promise<TestReport> {
  const faults = faultPlan(options);
  const { coverage = false, seed, cache } = options;
  const host = await open(options.project, { coverage, seed, faults, cacheFolder: cache });
  try {
    return runSelected(host, options);
  } finally {
    host.close();
    if (options.boundaries && faults) writeFileSync(options.boundaries, faults.report());
  }
}

function runSelected(host: TestHost, options: Options): TestReport {
  const all = discoverTests(host.sources);
  if (all.length === 0) throw new Error(`There are no Apex tests in ${options.project}. Check --project.`);
  const classes = options.tests ? selectTests(all, options.tests) : all;
  const results = runTests(host, classes, showProgress(classes));
  return testReport(results, options.coverage ? host.coverage() : undefined);
}

/** Counts along on a terminal; the line is gone when the report comes. */
function showProgress(classes: readonly TestClass[]): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const total = classes.reduce((sum, { methods }) => sum + methods.length, 0);
  let done = 0;
  return () => {
    done += 1;
    process.stderr.write(done < total ? `\r${done} of ${total} tests` : '\r\u001b[K');
  };
}
