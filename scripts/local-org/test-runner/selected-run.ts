import type { TestOptions } from './command';
import { discoverTests } from './discover';
import type { TestHost } from './host';
import { testReport, type TestClass, type TestReport } from './model';
import { runTests, type RunWatcher } from './run';
import { selectTests } from './select';
import { CoverageByTest, progress, together } from './watcher';

/**
 * Runs the tests that the options name, or all.
 * @throws Error with a sentence when there are none
 */
export function runSelected(host: TestHost, options: TestOptions): TestReport {
  return runClasses(host, selectedClasses(host, options), options);
}

/**
 * The test classes that the options name, or all.
 * @throws Error with a sentence when there are none
 */
export function selectedClasses(host: TestHost, { project, tests }: TestOptions): TestClass[] {
  const all = discoverTests(host.sources);
  if (all.length === 0) throw new Error(`There are no Apex tests in ${project}. Check --project.`);
  return tests ? selectTests(all, tests) : all;
}

/** Runs classes, with what the options want to know of them. */
export function runClasses(
  host: TestHost,
  classes: readonly TestClass[],
  options: TestOptions,
  teller: RunWatcher = progress(classes)
): TestReport {
  const byTest = options.coveragePerTest ? new CoverageByTest(host) : undefined;
  const results = runTests(host, classes, together(teller, ...(byTest ? [byTest] : [])));
  return testReport(results, isCovering(options) ? host.coverage() : undefined, byTest?.tests);
}

/** Whoever wants to read coverage wants it counted. */
export function isCovering({ coverage, coverageFile, coveragePerTest }: TestOptions): boolean {
  return Boolean(coverage ?? coverageFile ?? coveragePerTest);
}
