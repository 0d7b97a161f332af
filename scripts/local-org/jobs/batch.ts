/** Batch Apex. @see "Using Batch Apex", Apex Developer Guide */
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../platform/define';
import type { OrgServices } from '../platform/org-services';
import { isInTransaction, transaction, type RunningUser } from '../platform/transaction';
import { AsyncException, InvalidParameterValueException, UnexpectedException } from '../platform/values/exceptions';
import { ApexList } from '../platform/values/list';
import type { ApexInstance } from '../platform/values/protocol';
import { runtimeType } from '../platform/values/runtime-type';
import { iterationOf } from './batch-scope';
import { callInterfaceMethod } from './call';
import { isApexError, JobRecord } from './job';
import { storedCopy } from './serialization';
import { submit } from './submit';
import { executeTransaction } from './transactions';

const DEFAULT_SCOPE = 200;
const MAXIMUM_SCOPE = 2000;

interface BatchRun {
  readonly org: OrgServices;
  readonly record: JobRecord;
  readonly scopeSize: number;
  readonly user: RunningUser;
  /** The object as enqueued; a stateful one is replaced by its state after each execution. */
  job: ApexInstance;
  readonly isStateful: boolean;
}

function executeBatch(job: ApexInstance, scopeSize: number): string {
  const { org, user, kind } = transaction();
  if (kind === 'BATCH_APEX' || kind === 'FUTURE') {
    throw new AsyncException(
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
    );
  }
  if (scopeSize < 1) throw new InvalidParameterValueException(`Invalid value for the batch size: ${scopeSize}`);
  const record = JobRecord.create(org, { jobType: 'BatchApex', apexClass: job.$type.name, userId: user.id });
  const run: BatchRun = {
    org,
    record,
    scopeSize: Math.min(scopeSize, MAXIMUM_SCOPE),
    user,
    job: storedCopy(job),
    isStateful: runtimeType('Database.Stateful').isInstance(job)
  };
  submit({
    id: record.id,
    apexClass: job.$type.name,
    jobType: 'BatchApex',
    dueAt: 0,
    run: () => runBatch(run)
  });
  return record.id;
}

function runBatch(run: BatchRun): void {
  run.record.start();
  let failure: unknown = null;
  try {
    failure = executeScopes(run, startBatch(run));
    inTransaction(run, (job, context) => callInterfaceMethod(job, 'finish', context));
  } catch (error) {
    if (!isApexError(error)) throw error;
    failure = error;
  }
  if (failure) run.record.update({ ExtendedStatus: String((failure as Error).message).slice(0, 1000) });
  run.record.complete();
  if (failure && isInTransaction()) throw failure;
}

function startBatch(run: BatchRun): unknown[][] {
  return inTransaction(run, (job, context) => {
    const found = callInterfaceMethod(job, 'start', context) as object | null;
    if (!found) throw new UnexpectedException('Batch start returned null');
    return chunks([...iterationOf(found)], run.scopeSize);
  });
}

/** @returns the first failure; a failed scope does not stop the others */
function executeScopes(run: BatchRun, scopes: readonly unknown[][]): unknown {
  run.record.update({ TotalJobItems: scopes.length });
  if (isInTransaction() && scopes.length > 1) {
    throw new UnexpectedException('No more than one executeBatch can be called from within a test method.');
  }
  let failure: unknown = null;
  let errors = 0;
  scopes.forEach((scope, index) => {
    try {
      const list = new ApexList(runtimeType('List<SObject>'), scope);
      inTransaction(run, (job, context) => callInterfaceMethod(job, 'execute', context, list));
    } catch (error) {
      if (!isApexError(error)) throw error;
      errors += 1;
      failure ??= error;
    }
    run.record.update({ JobItemsProcessed: index + 1, NumberOfErrors: errors });
  });
  return failure;
}

/** Each part of a batch gets a fresh copy of the object; only a stateful one hands its state on. */
function inTransaction<T>(run: BatchRun, body: (job: ApexInstance, context: BatchableContext) => T): T {
  const job = storedCopy(run.job);
  const options = { kind: 'BATCH_APEX', profile: 'asynchronous', user: run.user } as const;
  const result = executeTransaction(run.org, options, () => body(job, new BatchableContext(run.record.id)));
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
