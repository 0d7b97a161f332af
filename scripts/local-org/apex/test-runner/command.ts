/** `apex-test`: runs the Apex tests of any Salesforce project. */
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { discoverTests } from './discover';
import type { OpenTestHost, TestHost } from './host';
import { testReport, type TestReport } from './model';
import { reportText } from './report';
import { runTests } from './run';
import { selectTests } from './select';

interface Options {
  project: string;
  tests?: string;
  coverage?: boolean;
  json?: string;
}

/**
 * The command. Exit code 0 when all tests passed, 1 when some did not, 2 when there was nothing to run.
 * @param open opens the org that the tests run in
 */
export function apexTestCommand(open: OpenTestHost): Command {
  return new Command('apex-test')
    .description('Runs Apex tests in a local org without data.')
    .option('--project <folder>', 'Salesforce project, or a folder with Apex classes', '.')
    .option('--tests <names>', 'only these: Class or Class.method, separated by commas')
    .option('--coverage', 'count the lines that the tests execute')
    .option('--json <file>', 'write the results to this file')
    .action(async (options: Options) => {
      process.exitCode = await runApexTests(options, open);
    });
}

async function runApexTests(options: Options, open: OpenTestHost): Promise<number> {
  try {
    const report = await runProject(options, open);
    if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
    console.log(reportText(report));
    return report.summary.passed === report.summary.total ? 0 : 1;
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
}

async function runProject(options: Options, open: OpenTestHost): Promise<TestReport> {
  const host = await open(options.project, { coverage: options.coverage ?? false });
  try {
    return runSelected(host, options);
  } finally {
    host.close();
  }
}

function runSelected(host: TestHost, options: Options): TestReport {
  const all = discoverTests(host.sources);
  if (all.length === 0) throw new Error(`There are no Apex tests in ${options.project}. Check --project.`);
  const results = runTests(host, options.tests ? selectTests(all, options.tests) : all);
  return testReport(results, options.coverage ? host.coverage() : undefined);
}
