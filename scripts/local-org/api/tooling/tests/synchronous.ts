/** `runTestsSynchronous`: the answer has all results. @see "runTestsSynchronous", Tooling API */
import type { TestReport, TestResult } from '../../../test-runner/model';
import type { Json } from '../../record-json';
import type { ToolingOrg } from '../tooling-org';
import { ApexIds } from './apex-ids';
import { storeCoverage } from './coverage-rows';
import { startTests } from './process';
import { requestedTests, type TestRunInput } from './request';

/**
 * Runs the tests asked for.
 * @throws ApiError when there is no such test
 */
export async function runTestsSynchronously(org: ToolingOrg, input: TestRunInput): Promise<Json> {
  const covering = input.skipCodeCoverage !== true;
  const report = await startTests(org.project.rootDirectory, requestedTests(org, input), covering).report;
  if (covering) org.services.database.atomically(() => storeCoverage(org, report));
  return resultJson(org, report);
}

function resultJson(org: ToolingOrg, { tests, coverage = [] }: TestReport): Json {
  const ids = new ApexIds(org);
  const passed = tests.filter(({ outcome }) => outcome === 'passed');
  const others = tests.filter(({ outcome }) => outcome !== 'passed');
  const described = (test: TestResult): Record<string, Json> => ({
    id: ids.classId(test.class),
    name: test.class,
    methodName: test.method,
    namespace: null,
    time: test.ms
  });
  return {
    apexLogId: null,
    numTestsRun: tests.length,
    numFailures: others.length,
    totalTime: tests.reduce((sum, { ms }) => sum + ms, 0),
    successes: passed.map(described),
    failures: others.map((test) => ({ ...described(test), type: 'Class', ...failureOf(test) })),
    codeCoverage: coverage.map((one) => ({
      id: ids.of(one.kind, one.class),
      name: one.class,
      namespace: null,
      type: one.kind === 'trigger' ? 'Trigger' : 'Class',
      numLocations: one.lines,
      numLocationsNotCovered: one.uncoveredLines.length,
      locationsNotCovered: one.uncoveredLines.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 }))
    })),
    codeCoverageWarnings: []
  };
}

/** The first line of a verdict is the message, the others are the stack. */
export function failureOf({ message }: TestResult): { message: string; stackTrace: string } {
  const [first = '', ...stack] = (message ?? '').split('\n');
  return { message: first, stackTrace: stack.join('\n') };
}
