/**
 * Apex tests for `sf apex run test --synchronous`. They run in a process of their own on an org without data, as tests
 * do not see the data of the org they run in.
 * @see "runTestsSynchronous", Tooling API; "Isolation of Test Data from Organization Data", Apex Developer Guide
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestReport, TestResult } from '../apex/test-runner/model';
import type { BuiltOrg } from '../org/build-org';
import { refusal } from './api-error';
import type { Json } from './record-json';

const COMMAND = resolve(__dirname, '../cli.ts');

/** What a client asks to run. */
export interface TestRunInput {
  readonly tests?: readonly { className?: string; classId?: string; testMethods?: readonly string[] }[];
}

/**
 * Runs the tests asked for.
 * @throws ApiError when there is no such test
 */
export async function runTestsSynchronously(org: BuiltOrg, { tests = [] }: TestRunInput): Promise<Json> {
  const names = tests.flatMap(({ className, classId, testMethods }) => {
    const name = className ?? classNameOf(org, classId);
    return testMethods?.length ? testMethods.map((method) => `${name}.${method}`) : [name];
  });
  if (names.length === 0) throw refusal(400, 'INVALID_INPUT', 'No test classes were named.');
  const report = await runInOtherProcess(org.project.rootDirectory, names.join(','));
  return resultJson(org, report);
}

function classNameOf(org: BuiltOrg, id: string | undefined): string {
  const [row] = id ? org.services.database.system.find('ApexClass', { Id: id }) : [];
  if (!row) throw refusal(400, 'INVALID_INPUT', `There is no Apex class ${id ?? ''}.`);
  return String(row['Name']);
}

function runInOtherProcess(project: string, names: string): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'apex-tests-'));
  const file = join(folder, 'report.json');
  const parameters = ['--require', 'tsx/cjs', COMMAND, 'apex-test', '--project', project, '--tests', names];
  return new Promise<TestReport>((done, fail) => {
    execFile(process.execPath, [...parameters, '--json', file], (error, _output, errors) => {
      // Exit code 1 says that some tests did not pass; the report has which.
      if (error && error.code !== 1) return fail(refusal(400, 'INVALID_INPUT', errors.trim() || error.message));
      return done(JSON.parse(readFileSync(file, 'utf8')) as TestReport);
    });
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
}

function resultJson(org: BuiltOrg, { tests }: TestReport): Json {
  const ids = new Map(org.services.database.system.find('ApexClass').map((row) => [row['Name'], String(row['Id'])]));
  const passed = tests.filter(({ outcome }) => outcome === 'passed');
  const others = tests.filter(({ outcome }) => outcome !== 'passed');
  const described = (test: TestResult): Record<string, Json> => ({
    id: ids.get(test.class) ?? '',
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
    codeCoverage: [],
    codeCoverageWarnings: []
  };
}

/** The first line of a verdict is the message, the others are the stack. */
function failureOf({ message }: TestResult): { message: string; stackTrace: string } {
  const [first = '', ...stack] = (message ?? '').split('\n');
  return { message: first, stackTrace: stack.join('\n') };
}
