/**
 * Apex tests run in a process of their own on an org without data: they do not see the data of the org that they are run
 * from, and that org goes on answering meanwhile.
 * @see "Isolation of Test Data from Organization Data", Apex Developer Guide
 */
import { execFile, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestReport } from '../../../test-runner/model';
import { refusal } from '../../api-error';
import type { RequestedTests } from './request';

const COMMAND = resolve(__dirname, '../../../cli.ts');

/** Tests that run. */
export interface TestProcess {
  readonly report: Promise<TestReport>;
  /** Ends them; the report is refused then. */
  stop(): void;
}

/** Starts tests. @param covering whether to count the lines that each of them executes */
export function startTests(project: string, tests: readonly RequestedTests[], covering: boolean): TestProcess {
  const folder = mkdtempSync(join(tmpdir(), 'apex-tests-'));
  const file = join(folder, 'report.json');
  const names = tests.flatMap(({ name, methods, isWhole }) =>
    isWhole ? [name] : methods.map((method) => `${name}.${method}`)
  );
  const parameters = ['--require', 'tsx/cjs', COMMAND, 'apex-test', '--project', project, '--tests', names.join(',')];
  const options = [...(covering ? ['--coverage', '--coverage-per-test'] : []), '--json', file];
  let child: ChildProcess | undefined;
  const report = new Promise<TestReport>((done, fail) => {
    child = execFile(process.execPath, [...parameters, ...options], (error, _output, errors) => {
      // Exit code 1 says that some tests did not pass; the report has which.
      if (error && error.code !== 1) return fail(refusal(400, 'INVALID_INPUT', errors.trim() || error.message));
      return done(JSON.parse(readFileSync(file, 'utf8')) as TestReport);
    });
  }).finally(() => rmSync(folder, { recursive: true, force: true }));
  return { report, stop: () => child?.kill() };
}
