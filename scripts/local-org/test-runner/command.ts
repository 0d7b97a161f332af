/** `apex-test`: runs the Apex tests of any Salesforce project. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { addFaultOptions, faultPlan, type FaultOptions } from '../faults';
import { addFeatureOption, type FeatureOptions } from '../schema/feature-option';
import { isCoverageFile, writeCoverageFile } from './coverage-file';
import { debugLogOf } from './debug-log-file';
import type { OpenTestHost } from './host';
import type { TestReport } from './model';
import { reportText } from './report';
import { isCovering, runSelected } from './selected-run';

/** What the command was asked to do. */
export interface TestOptions extends FaultOptions, FeatureOptions {
  project: string;
  tests?: string;
  coverage?: boolean;
  coverageFile?: string[];
  coveragePerTest?: boolean;
  debugLog?: string;
  logLevel?: string;
  json?: string;
  cache?: string;
  seed: number;
  watch?: boolean;
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
    .option('--coverage', 'count the lines and branches that the tests execute')
    .option(
      '--coverage-file <file>',
      'write the coverage too: .info (lcov), .xml (Cobertura), .json (Istanbul)',
      append
    )
    .option('--coverage-per-test', 'write into --json which lines each test executes')
    .option('--debug-log <file>', 'write the debug log of each test to this file, or - for the terminal')
    .option('--log-level <levels>', 'FINE, or pairs such as APEX_CODE,FINE;DB,NONE; DEBUG unless told otherwise')
    .option('--json <file>', 'write the results to this file')
    .option('--cache <folder>', 'keep in this folder what was parsed and compiled')
    .option('--seed <number>', 'random numbers repeat with the same seed', wholeNumber, 1)
    .option('--watch', 'run again, whenever a file changes, the tests that depend on it');
  return addFaultOptions(addFeatureOption(command)).action(async (options: TestOptions) => {
    process.exitCode = await runApexTests(options, open);
  });
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a whole number.');
}

function append(file: string, previous: string[] = []): string[] {
  if (!isCoverageFile(file)) throw new InvalidArgumentError('Let its name end in .info, .xml or .json.');
  return [...previous, file];
}

async function runApexTests(options: TestOptions, open: OpenTestHost): Promise<number> {
  try {
    if (options.json) refuseUnwritable(options.json);
    if (options.watch) return await watch(options, open);
    const started = performance.now();
    const report = await runProject(options, open);
    tell(options, report, performance.now() - started);
    return report.summary.passed === report.summary.total ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

/** Loaded by those who watch only. */
async function watch(options: TestOptions, open: OpenTestHost): Promise<number> {
  if (faultPlan(options)) throw new Error('--watch goes on for ever: leave out --fault and --boundaries.');
  const { watchTests } = require('./watch') as typeof import('./watch');
  await watchTests(options, open, (report, elapsed) => tell(options, report, elapsed));
  return 0;
}

/** Better before the run than after it. */
function refuseUnwritable(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new Error(`--json ${file}: there is no folder ${folder}. Create it first.`);
}

async function runProject(options: TestOptions, open: OpenTestHost): Promise<TestReport> {
  const faults = faultPlan(options);
  const { seed, cache } = options;
  const log = debugLogOf(options);
  const host = await open(options.project, {
    coverage: isCovering(options),
    seed,
    faults,
    cacheFolder: cache,
    features: options.feature
  });
  try {
    host.services.debugLogs = log?.recorder();
    return runSelected(host, options);
  } finally {
    host.close();
    log?.close();
    if (options.boundaries && faults) writeFileSync(options.boundaries, faults.report());
  }
}

function tell({ json, coverageFile = [], project }: TestOptions, report: TestReport, elapsed: number): void {
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  for (const file of coverageFile) writeCoverageFile(file, report.coverage ?? [], project);
  console.log(reportText(report, elapsed));
}
