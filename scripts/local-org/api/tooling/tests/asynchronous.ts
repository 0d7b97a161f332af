/**
 * `runTestsAsynchronous`: answers at once with the Id of a job; queue items, results and their sum are records.
 * @see "runTestsAsynchronous", "ApexTestQueueItem", "ApexTestResult" and "ApexTestRunResult", Tooling API
 */
import type { TestReport, TestResult } from '../../../test-runner/model';
import type { Json } from '../../record-json';
import type { ToolingOrg } from '../tooling-org';
import { ApexIds } from './apex-ids';
import { storeCoverage } from './coverage-rows';
import { startTests, type TestProcess } from './process';
import { requestedTests, type RequestedTests, type TestRunInput } from './request';
import { failureOf } from './synchronous';

interface Run {
  readonly jobId: string;
  readonly resultId: string;
  /** Queue items by name of the class. */
  readonly items: ReadonlyMap<string, string>;
  readonly covering: boolean;
  readonly process: TestProcess;
}

const OUTCOMES = { passed: 'Pass', failed: 'Fail', unsupported: 'Fail' } as const;

/** The test runs of one org. */
export class AsynchronousTests {
  private readonly org: ToolingOrg;
  private readonly running = new Map<string, Run>();
  /** Told the Id of every run that ended or moved on. */
  onChange: (jobId: string) => void = () => undefined;

  constructor(org: ToolingOrg) {
    this.org = org;
  }

  /**
   * Starts tests.
   * @returns the Id of their job
   * @throws ApiError when there is no such test
   */
  start(input: TestRunInput): Json {
    const tests = requestedTests(this.org, input);
    const covering = input.skipCodeCoverage !== true;
    const run = this.atomically(() => this.enqueue(tests, covering));
    this.running.set(run.jobId, run);
    void run.process.report
      .then((report) => this.finish(run, report))
      .catch((error: unknown) => this.fail(run, error as Error));
    return run.jobId;
  }

  /** Ends the runs whose queue items were aborted. */
  stopAborted(): void {
    const { system } = this.org;
    for (const run of this.running.values()) {
      const items = system.find('ApexTestQueueItem', { ParentJobId: run.jobId });
      if (items.length > 0 && items.every((item) => item['Status'] === 'Aborted')) this.abort(run);
    }
  }

  /** Ends all runs, when the org stops. */
  close(): void {
    for (const { process } of this.running.values()) process.stop();
    this.running.clear();
  }

  private enqueue(tests: readonly RequestedTests[], covering: boolean): Run {
    const { system, user, project } = this.org;
    const jobId = system.insert('AsyncApexJob', {
      JobType: 'TestRequest',
      Status: 'Processing',
      JobItemsProcessed: 0,
      TotalJobItems: tests.length,
      NumberOfErrors: 0
    });
    const resultId = system.insert('ApexTestRunResult', {
      AsyncApexJobId: jobId,
      UserId: user.id,
      StartTime: this.now(),
      Status: 'Processing',
      ClassesEnqueued: tests.length,
      ClassesCompleted: 0,
      MethodsEnqueued: tests.reduce((sum, { methods }) => sum + methods.length, 0)
    });
    const ids = new ApexIds(this.org);
    const insertItem = (classId: string): string => this.insertItem(classId, jobId, resultId, covering);
    const items = new Map(tests.map(({ name }) => [name, insertItem(ids.classId(name))]));
    return { jobId, resultId, items, covering, process: startTests(project.rootDirectory, tests, covering) };
  }

  private insertItem(ApexClassId: string, jobId: string, resultId: string, covering: boolean): string {
    return this.org.system.insert('ApexTestQueueItem', {
      ApexClassId,
      Status: 'Processing',
      ParentJobId: jobId,
      TestRunResultId: resultId,
      ShouldSkipCodeCoverage: !covering
    });
  }

  private finish(run: Run, report: TestReport): void {
    if (!this.running.delete(run.jobId)) return;
    this.atomically(() => {
      const ids = new ApexIds(this.org);
      for (const test of report.tests) this.insertResult(run, test, ids.classId(test.class));
      for (const [className, id] of run.items) this.endItem(id, report.tests, className);
      const failed = report.tests.filter(({ outcome }) => outcome !== 'passed').length;
      this.endRun(run, failed === 0 ? 'Completed' : 'Failed', {
        ClassesCompleted: run.items.size,
        MethodsCompleted: report.tests.length,
        MethodsFailed: failed,
        TestTime: report.tests.reduce((sum, { ms }) => sum + ms, 0),
        TestSetupTime: 0
      });
      if (run.covering) storeCoverage(this.org, report);
    });
    this.onChange(run.jobId);
  }

  private insertResult(run: Run, test: TestResult, ApexClassId: string): void {
    const { message, stackTrace } = failureOf(test);
    this.org.system.insert('ApexTestResult', {
      TestTimestamp: this.now(),
      Outcome: OUTCOMES[test.outcome],
      ApexClassId,
      MethodName: test.method,
      Message: message || null,
      StackTrace: stackTrace || null,
      AsyncApexJobId: run.jobId,
      QueueItemId: run.items.get(test.class),
      RunTime: test.ms,
      IsTestSetup: false
    });
  }

  private endItem(id: string, tests: readonly TestResult[], className: string): void {
    const own = tests.filter((test) => test.class === className);
    const passed = own.filter(({ outcome }) => outcome === 'passed').length;
    this.org.system.update('ApexTestQueueItem', id, {
      Status: passed === own.length ? 'Completed' : 'Failed',
      ExtendedStatus: `(${passed}/${own.length})`
    });
  }

  /** A run that could not be made: every class says why. */
  private fail(run: Run, { message }: Error): void {
    if (!this.running.delete(run.jobId)) return;
    this.atomically(() => {
      for (const id of run.items.values()) {
        this.org.system.update('ApexTestQueueItem', id, { Status: 'Failed', ExtendedStatus: message.slice(0, 255) });
      }
      this.endRun(run, 'Failed', { ClassesCompleted: 0 });
    });
    this.onChange(run.jobId);
  }

  private abort(run: Run): void {
    this.running.delete(run.jobId);
    run.process.stop();
    this.atomically(() => this.endRun(run, 'Aborted', {}));
    this.onChange(run.jobId);
  }

  private endRun(run: Run, status: string, values: Readonly<Record<string, unknown>>): void {
    const { system } = this.org;
    system.update('ApexTestRunResult', run.resultId, { Status: status, EndTime: this.now(), ...values });
    const jobStatus = status === 'Failed' ? 'Completed' : status;
    system.update('AsyncApexJob', run.jobId, { Status: jobStatus, CompletedDate: this.now() });
  }

  private now(): Date {
    return new Date(this.org.services.clock.now());
  }

  private atomically<T>(body: () => T): T {
    return this.org.services.database.atomically(body);
  }
}
