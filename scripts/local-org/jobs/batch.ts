/** Batch Apex. @see "Using Batch Apex", Apex Developer Guide */
import type { StoredJob } from './job-store';
import { decodeValue } from './restored-value';
import { encodeValue } from './stored-value';
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../declarations/define';
import { NotModeled } from '../values/not-modeled';
import type { OrgServices } from '../transaction/org-services';
import { isInTransaction, transaction, type RunningUser, type TransactionKey } from '../transaction/transaction';
import { AsyncException, InvalidParameterValueException, UnexpectedException } from '../values/exceptions';
import { ApexList } from '../values/list';
import type { ApexInstance } from '../values/protocol';
import { runtimeType } from '../values/runtime-type';
import { iterationOf, typedScope } from './batch-scope';
import { raiseErrorEvent, type BatchPhase } from './batch-error-event';
import { callInterfaceMethod } from '../declarations/call';
import { isApexError, JobRecord, type PendingJob } from './job';
import { storedCopy } from './serialization';
import { submit } from './submit';
import { unitOf } from './code-unit';
import { executeTransaction } from './transactions';

const DEFAULT_SCOPE = 200;
const MAXIMUM_SCOPE = 2000;

/** A batch may start another one when it finishes ("Chaining Batch Jobs", Apex Developer Guide). */
const BATCH_PART: TransactionKey<{ isFinish: boolean }> = { create: () => ({ isFinish: false }) };

interface BatchRun {
  readonly org: OrgServices;
  readonly record: JobRecord;
  readonly scopeSize: number;
  readonly user: RunningUser;
  /** The object as enqueued; a stateful one is replaced by its state after each execution. */
  job: ApexInstance;
  readonly isStateful: boolean;
  /** Number of parts once `start` has run, and how many of them failed. */
  total: number | null;
  errors: number;
  firstError: string | null;
}

/** A part of a batch that has not run yet. */
interface Scope {
  readonly number: number;
  readonly items: readonly unknown[];
}

function executeBatch(job: ApexInstance, scopeSize: number): string {
  const current = transaction();
  const { org, user, kind } = current;
  if ((kind === 'BATCH_APEX' && !current.attachment(BATCH_PART).isFinish) || kind === 'FUTURE') {
    throw new AsyncException(
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
    );
  }
  if (scopeSize < 1) throw new InvalidParameterValueException(`Invalid value for the batch size: ${scopeSize}`);
  const record = JobRecord.create(org, { jobType: 'BatchApex', apexClass: job.$type.name, userId: user.id });
  const size = Math.min(scopeSize, MAXIMUM_SCOPE);
  const run = newRun(org, record, storedCopy(job), size, user);
  store(run, run.job);
  submit(batchJob(run, null));
  return record.id;
}

function newRun(
  org: OrgServices,
  record: JobRecord,
  job: ApexInstance,
  scopeSize: number,
  user: RunningUser
): BatchRun {
  const isStateful = runtimeType('Database.Stateful').isInstance(job);
  return { org, record, scopeSize, user, job, isStateful, total: null, errors: 0, firstError: null };
}

function batchJob(run: BatchRun, scopes: readonly Scope[] | null): PendingJob {
  const { record, job } = run;
  return { id: record.id, apexClass: job.$type.name, jobType: 'BatchApex', dueAt: 0, run: () => runBatch(run, scopes) };
}

function store(run: BatchRun, job: ApexInstance): void {
  const { org, record, user, scopeSize, total, errors, firstError } = run;
  org.jobStore.save({ id: record.id, kind: 'BatchApex', dueAt: 0, userId: user.id }, () => ({
    job: encodeValue(job),
    scopeSize,
    total,
    errors,
    firstError
  }));
}

/** A batch that was stored when the org was stopped: it goes on with the part that was cut off. */
export function restoreBatch(org: OrgServices, stored: StoredJob, user: RunningUser): PendingJob {
  const state = JSON.parse(stored.state) as Pick<BatchRun, 'scopeSize' | 'total' | 'errors' | 'firstError'> & {
    job: string;
  };
  const job = decodeValue(state.job, org.schema) as ApexInstance;
  const run = newRun(org, new JobRecord(org, stored.id), job, state.scopeSize, user);
  Object.assign(run, { total: state.total, errors: state.errors, firstError: state.firstError });
  const scopes = org.jobStore.scopes(stored.id).map(([number, text]) => ({
    number,
    items: (decodeValue(text, org.schema) as ApexList).items
  }));
  return batchJob(run, state.total === null ? null : scopes);
}

function runBatch(run: BatchRun, scopes: readonly Scope[] | null): void {
  run.record.start();
  let failure: unknown = null;
  let phase: BatchPhase = 'START';
  try {
    const parts = scopes ?? startBatch(run);
    phase = 'EXECUTE';
    failure = executeScopes(run, parts);
    phase = 'FINISH';
    inTransaction(
      run,
      (job, context) => {
        transaction().attachment(BATCH_PART).isFinish = true;
        // `finish` finds its job completed: the guide's sample tells people the status from there.
        run.record.complete();
        callInterfaceMethod(job, 'finish', context);
      },
      () => endBatch(run)
    );
  } catch (error) {
    if (!isApexError(error)) throw error;
    failure = error;
    run.firstError ??= messageOf(error);
    raiseErrorEvent(run, { error, phase, items: [] });
    run.org.database.store.atomically(() => endBatch(run));
  }
  if (failure && isInTransaction()) throw failure;
}

function endBatch({ org, record, firstError }: BatchRun): void {
  if (firstError !== null) record.update({ ExtendedStatus: firstError });
  record.complete();
  org.jobStore.remove(record.id);
}

function messageOf(error: unknown): string {
  return String((error as Error).message).slice(0, 1000);
}

function startBatch(run: BatchRun): Scope[] {
  return inTransaction(
    run,
    (job, context) => {
      const found = callInterfaceMethod(job, 'start', context) as object | null;
      if (!found) throw new UnexpectedException('Batch start returned null');
      return chunks([...iterationOf(found)], run.scopeSize).map((items, number) => ({ number, items }));
    },
    (job, scopes) => started(run, job, scopes)
  );
}

function started(run: BatchRun, job: ApexInstance, scopes: readonly Scope[]): void {
  run.total = scopes.length;
  run.record.update({ TotalJobItems: scopes.length });
  run.org.jobStore.saveScopes(
    run.record.id,
    scopes.map(
      ({ items }) =>
        () =>
          encodeValue(scopeList(items))
    )
  );
  store(run, run.isStateful ? job : run.job);
}

function scopeList(items: readonly unknown[]): ApexList {
  return new ApexList(runtimeType('List<Object>'), [...items]);
}

/** @returns the first failure; a failed scope does not stop the others */
function executeScopes(run: BatchRun, scopes: readonly Scope[]): unknown {
  if (isInTransaction() && scopes.length > 1) {
    throw new UnexpectedException(
      'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
    );
  }
  let failure: unknown = null;
  for (const scope of scopes) {
    try {
      const list = typedScope(scope.items);
      inTransaction(
        run,
        (job, context) => callInterfaceMethod(job, 'execute', context, list),
        (job) => scopeDone(run, scope, job)
      );
    } catch (error) {
      if (!isApexError(error)) throw error;
      failure ??= error;
      run.errors += 1;
      run.firstError ??= messageOf(error);
      raiseErrorEvent(run, { error, phase: 'EXECUTE', items: scope.items });
      run.org.database.store.atomically(() => scopeDone(run, scope, run.job));
    }
  }
  return failure;
}

function scopeDone(run: BatchRun, { number }: Scope, job: ApexInstance): void {
  run.record.update({ JobItemsProcessed: number + 1, NumberOfErrors: run.errors });
  run.org.jobStore.removeScope(run.record.id, number);
  if (run.isStateful || run.errors > 0) store(run, run.isStateful ? job : run.job);
}

/**
 * Each part of a batch gets a fresh copy of the object; only a stateful one hands its state on.
 * @param settle writes what has become of the job, in the same transaction
 */
function inTransaction<T>(
  run: BatchRun,
  body: (job: ApexInstance, context: BatchableContext) => T,
  settle: (job: ApexInstance, result: T) => void
): T {
  const job = storedCopy(run.job);
  const options = { kind: 'BATCH_APEX', profile: 'asynchronous', user: run.user, codeUnit: unitOf(job) } as const;
  const result = executeTransaction(run.org, options, () => {
    const value = body(job, new BatchableContext(run.record.id));
    settle(job, value);
    return value;
  });
  if (run.isStateful) run.job = job;
  return result;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  );
}

class BatchableContext {
  private readonly jobId: string;

  constructor(jobId: string) {
    this.jobId = jobId;
  }

  [interfaceMethodName('getJobId', 0)](): string {
    return this.jobId;
  }

  [interfaceMethodName('getChildJobId', 0)](): string {
    return this.jobId;
  }

  toJsonValue(): never {
    throw new NotModeled('the JSON of a Database.BatchableContext');
  }
}

definePlatformType({
  namespace: 'Database',
  name: 'Batchable',
  kind: 'interface',
  typeParameters: ['T'],
  documentation: 'Apex Reference Guide, Batchable Interface',
  members: {
    'Iterable<T> start(BatchableContext context)': null,
    'void execute(BatchableContext context, List<T> scope)': null,
    'void finish(BatchableContext context)': null
  }
});

definePlatformType({
  namespace: 'Database',
  name: 'BatchableContext',
  kind: 'interface',
  documentation: 'Apex Reference Guide, BatchableContext Interface',
  members: { 'Id getJobId()': null, 'Id getChildJobId()': null }
});

for (const name of ['Stateful', 'AllowsCallouts', 'RaisesPlatformEvents']) {
  definePlatformType({
    namespace: 'Database',
    name,
    kind: 'interface',
    documentation: 'Apex Developer Guide, Using Batch Apex',
    members: {}
  });
}

extendPlatformType('System.Database', {
  'static Id executeBatch(Object batchable)': (job: ApexInstance) => executeBatch(job, DEFAULT_SCOPE),
  'static Id executeBatch(Object batchable, Integer scope)': executeBatch
});
