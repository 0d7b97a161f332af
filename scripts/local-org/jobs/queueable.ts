/** Queueable jobs. @see "Queueable Apex", Apex Developer Guide */
import { ProcessKilled } from '../transaction/killed';
import type { StoredJob } from './job-store';
import { decodeValue } from './restored-value';
import { encodeValue } from './stored-value';
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../declarations/define';
import { NotModeled } from '../values/not-modeled';
import { isInTransaction, transaction, type RunningUser } from '../transaction/transaction';
import type { OrgServices } from '../transaction/org-services';
import { AsyncException, IllegalArgumentException } from '../values/exceptions';
import type { ApexInstance } from '../values/protocol';
import type { ApexAsyncOptions } from './async-options';
import { callExecute } from '../declarations/call';
import { giveUpSignature, takeSignature, type DuplicateSignature } from './duplicate-signature';
import { endOfQueueable, runFinalizer, takeFinalizer } from './finalizer';
import { isApexError, JobRecord, type PendingJob } from './job';
import { RUNNING_QUEUEABLE, type RunningQueueable } from './running-queueable';
import { storedCopy } from './serialization';
import { submit } from './submit';
import { unitOf } from './code-unit';
import { executeTransaction } from './transactions';

const MAXIMUM_DELAY_MINUTES = 10;
const MINUTE = 60_000;

interface EnqueueOptions {
  readonly delayMinutes: number;
  readonly maximumDepth: number | null;
  readonly signature: DuplicateSignature | null;
}

/** What the compiler lets pass as an interface is looked at here. */
function enqueue(job: ApexInstance, options: EnqueueOptions): string {
  const current = transaction();
  if (!isQueueable(job)) throw new NotModeled('System.enqueueJob with an object that is no Queueable');
  const parent = current.attachment(RUNNING_QUEUEABLE).current;
  const depth = (parent?.depth ?? 0) + 1;
  const maximumDepth = options.maximumDepth ?? parent?.maximumDepth ?? null;
  checkDepth(depth, maximumDepth);
  current.limits.consume('queueableJobs');
  const stored = storedCopy(job);
  const record = JobRecord.create(current.org, {
    jobType: 'Queueable',
    apexClass: job.$type.name,
    userId: current.user.id
  });
  if (options.signature) takeSignature(current.org, options.signature, record.id);
  const dueAt = current.org.clock.now() + options.delayMinutes * MINUTE;
  const start = { user: current.user, dueAt, depth, maximumDepth };
  current.org.jobStore.save({ id: record.id, kind: 'Queueable', dueAt, userId: current.user.id }, () => ({
    job: encodeValue(stored),
    depth,
    maximumDepth
  }));
  submit(queueableJob(current.org, record, stored, start));
  return record.id;
}

function isQueueable(job: ApexInstance): boolean {
  return interfaceMethodName('execute', 1) in job;
}

/** A job that was stored when the org was stopped. */
export function restoreQueueable(org: OrgServices, stored: StoredJob, user: RunningUser): PendingJob {
  const { job, depth, maximumDepth } = JSON.parse(stored.state) as {
    job: string;
    depth: number;
    maximumDepth: number | null;
  };
  const instance = decodeValue(job, org.schema) as ApexInstance;
  const start = { user, dueAt: stored.dueAt, depth, maximumDepth };
  return queueableJob(org, new JobRecord(org, stored.id), instance, start);
}

/**
 * In a test a running queueable cannot chain another one, unless a depth was allowed explicitly.
 * @see "Queueable Apex", section "Adding a Queueable Job with a Specified Stack Depth"
 */
function checkDepth(depth: number, maximumDepth: number | null): void {
  const limit = maximumDepth ?? (transaction().parentTest ? 1 : Number.MAX_SAFE_INTEGER);
  if (depth > limit) throw new AsyncException('Maximum stack depth has been reached.');
}

interface QueueableStart {
  readonly user: RunningUser;
  readonly dueAt: number;
  readonly depth: number;
  readonly maximumDepth: number | null;
}

function queueableJob(org: OrgServices, record: JobRecord, job: ApexInstance, start: QueueableStart): PendingJob {
  return {
    id: record.id,
    apexClass: job.$type.name,
    jobType: 'Queueable',
    dueAt: start.dueAt,
    run: () => runQueueable(org, record, job, start)
  };
}

function runQueueable(org: OrgServices, record: JobRecord, job: ApexInstance, start: QueueableStart): void {
  org.database.store.atomically(() => {
    record.start();
    giveUpSignature(org, record.id);
  });
  const running: RunningQueueable = { jobId: record.id, depth: start.depth, maximumDepth: start.maximumDepth };
  let finalizer: ReturnType<typeof takeFinalizer> = null;
  let failure: unknown = null;
  try {
    const options = { kind: 'QUEUEABLE', profile: 'queueable', user: start.user, codeUnit: unitOf(job) } as const;
    executeTransaction(org, options, () => {
      const current = transaction();
      current.attachment(RUNNING_QUEUEABLE).current = running;
      try {
        callExecute(job, new QueueableContext(record.id), 'QueueableContext');
      } finally {
        finalizer = takeFinalizer(current);
      }
      record.complete();
      endOfQueueable(org, finalizer, { user: start.user, parent: running, failure: null });
    });
  } catch (error) {
    if (error instanceof ProcessKilled) throw error;
    failure = error;
    org.database.store.atomically(() => {
      record.fail(error);
      endOfQueueable(org, finalizer, { user: start.user, parent: running, failure });
    });
    if (!isApexError(error)) throw error;
  }
  if (finalizer) runFinalizer(org, finalizer, { user: start.user, parent: running, failure });
  // In a test, an unhandled error of a job fails Test.stopTest.
  if (failure && isInTransaction()) throw failure;
}

/** What `System.QueueableContext` is at run time. */
class QueueableContext {
  readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }

  [interfaceMethodName('getJobId', 0)](): string {
    return this.jobId;
  }
}

function optionsOf(options: ApexAsyncOptions): EnqueueOptions {
  return {
    delayMinutes: checkedDelay(options.minimumQueueableDelayInMinutes ?? 0),
    maximumDepth: options.maximumQueueableStackDepth,
    signature: options.duplicateSignature
  };
}

function checkedDelay(minutes: number): number {
  if (minutes >= 0 && minutes <= MAXIMUM_DELAY_MINUTES) return minutes;
  throw new IllegalArgumentException(`Delay must be between 0 and ${MAXIMUM_DELAY_MINUTES} minutes: ${minutes}`);
}

definePlatformType({
  namespace: 'System',
  name: 'Queueable',
  kind: 'interface',
  documentation: 'Apex Reference Guide, Queueable Interface',
  members: { 'void execute(QueueableContext context)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'QueueableContext',
  kind: 'interface',
  documentation: 'Apex Reference Guide, QueueableContext Interface',
  members: { 'Id getJobId()': null }
});

extendPlatformType('System.System', {
  'static Id enqueueJob(Queueable job)': (job: ApexInstance) =>
    enqueue(job, { delayMinutes: 0, maximumDepth: null, signature: null }),
  'static Id enqueueJob(Queueable job, Integer delay)': (job: ApexInstance, delay: number) =>
    enqueue(job, { delayMinutes: checkedDelay(delay), maximumDepth: null, signature: null }),
  'static Id enqueueJob(Queueable job, AsyncOptions options)': (job: ApexInstance, options: ApexAsyncOptions) =>
    enqueue(job, optionsOf(options))
});
