/** Transaction finalizers. @see "Transaction Finalizers", Apex Developer Guide */
import { cross } from '../transaction/cross';
import { ProcessKilled } from '../transaction/killed';
import type { StoredJob } from './job-store';
import { decodeValue } from './restored-value';
import { encodeValue } from './stored-value';
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../declarations/define';
import type { OrgServices } from '../transaction/org-services';
import { transaction, type RunningUser, type Transaction } from '../transaction/transaction';
import { LimitExceeded } from '../transaction/limits';
import { ApexException } from '../values/exception';
import { AsyncException } from '../values/exceptions';
import { platformEnumValue } from '../declarations/platform-enum';
import type { ApexInstance } from '../values/protocol';
import { isApexError, type PendingJob } from './job';
import { RUNNING_QUEUEABLE, type RunningQueueable } from './running-queueable';
import { callExecute } from '../declarations/call';
import { unitOf } from './code-unit';
import { executeTransaction } from './transactions';

const ATTACHED_FINALIZER = { create: (): { finalizer: ApexInstance | null } => ({ finalizer: null }) };

function attach(finalizer: ApexInstance): void {
  const current = transaction();
  if (!current.attachment(RUNNING_QUEUEABLE).current || current.kind !== 'QUEUEABLE') {
    throw new AsyncException('System.attachFinalizer(Finalizer) is not allowed in this context');
  }
  const attached = current.attachment(ATTACHED_FINALIZER);
  if (attached.finalizer) {
    throw new AsyncException('More than one Finalizer cannot be attached to same Async Apex Job');
  }
  attached.finalizer = finalizer;
}

/** The finalizer that a queueable attached before it ended, well or not. */
export function takeFinalizer(ended: Transaction): ApexInstance | null {
  return ended.attachment(ATTACHED_FINALIZER).finalizer;
}

/** How the job ended that a finalizer follows. */
export interface FinishedJob {
  readonly user: RunningUser;
  readonly parent: RunningQueueable;
  /** What it threw, or null. */
  readonly failure: unknown;
}

/**
 * Stores, with the end of a queueable, that its finalizer is to run; without one nothing is left of the job.
 * A finalizer that the org's stop cut off runs again.
 */
export function endOfQueueable(org: OrgServices, finalizer: ApexInstance | null, job: FinishedJob): void {
  const { jobId, depth, maximumDepth } = job.parent;
  if (!finalizer) org.jobStore.remove(jobId);
  else {
    org.jobStore.save({ id: jobId, kind: 'Finalizer', dueAt: 0, userId: job.user.id }, () => ({
      finalizer: encodeValue(finalizer),
      depth,
      maximumDepth,
      failure: storedFailure(job.failure)
    }));
  }
}

interface StoredFailure {
  readonly exception?: string;
  readonly limit?: string;
}

function storedFailure(failure: unknown): StoredFailure | null {
  if (failure === null) return null;
  if (failure instanceof ApexException) return { exception: encodeValue(failure) };
  return { limit: failure instanceof Error ? failure.message : String(failure) };
}

/** A finalizer that was stored when the org was stopped. */
export function restoreFinalizer(org: OrgServices, stored: StoredJob, user: RunningUser): PendingJob {
  const state = JSON.parse(stored.state) as {
    finalizer: string;
    depth: number;
    maximumDepth: number | null;
    failure: StoredFailure | null;
  };
  const finalizer = decodeValue(state.finalizer, org.schema) as ApexInstance;
  const parent = { jobId: stored.id, depth: state.depth, maximumDepth: state.maximumDepth };
  const failure = restoredFailure(org, state.failure);
  return {
    id: stored.id,
    apexClass: finalizer.$type.name,
    jobType: 'Queueable',
    dueAt: 0,
    run: () => runFinalizer(org, finalizer, { user, parent, failure })
  };
}

function restoredFailure(org: OrgServices, failure: StoredFailure | null): unknown {
  if (failure === null) return null;
  if (failure.exception !== undefined) return decodeValue(failure.exception, org.schema);
  return new LimitExceeded(failure.limit ?? '');
}

/** Runs a finalizer in a transaction of its own; what it throws is logged by the platform and goes no further. */
export function runFinalizer(org: OrgServices, finalizer: ApexInstance, job: FinishedJob): void {
  cross('job', `Finalizer ${finalizer.$type.name}`, org);
  const options = {
    kind: 'TRANSACTION_FINALIZER_QUEUEABLE',
    profile: 'finalizer',
    user: job.user,
    codeUnit: unitOf(finalizer)
  } as const;
  try {
    executeTransaction(org, options, () => {
      const current = transaction();
      current.attachment(RUNNING_QUEUEABLE).current = { ...job.parent, depth: 0 };
      callExecute(finalizer, new FinalizerContext(job, current.requestId), 'FinalizerContext');
      org.jobStore.remove(job.parent.jobId);
    });
  } catch (error) {
    if (!(error instanceof ProcessKilled)) org.jobStore.remove(job.parent.jobId);
    if (!isApexError(error)) throw error;
    org.reportUnhandled(finalizer.$type.name, error);
  }
}

class FinalizerContext {
  private readonly job: FinishedJob;
  private readonly requestId: string;

  constructor(job: FinishedJob, requestId: string) {
    this.job = job;
    this.requestId = requestId;
  }

  [interfaceMethodName('getAsyncApexJobId', 0)](): string {
    return this.job.parent.jobId;
  }

  [interfaceMethodName('getRequestId', 0)](): string {
    return this.requestId;
  }

  [interfaceMethodName('getResult', 0)](): unknown {
    return platformEnumValue('System.ParentJobResult', this.job.failure ? 'UNHANDLED_EXCEPTION' : 'SUCCESS');
  }

  [interfaceMethodName('getException', 0)](): ApexException | null {
    const { failure } = this.job;
    if (failure instanceof ApexException) return failure;
    // A limit ends the job with an exception that no Apex type stands for; the finalizer gets it wrapped.
    if (failure instanceof LimitExceeded) return new AsyncException(`${failure.typeName}: ${failure.message}`);
    return null;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Finalizer',
  kind: 'interface',
  documentation: 'Apex Reference Guide, Finalizer Interface',
  members: { 'void execute(FinalizerContext context)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'FinalizerContext',
  kind: 'interface',
  documentation: 'Apex Reference Guide, FinalizerContext Interface',
  members: {
    'Id getAsyncApexJobId()': null,
    'String getRequestId()': null,
    'ParentJobResult getResult()': null,
    'Exception getException()': null
  }
});

definePlatformType({
  namespace: 'System',
  name: 'ParentJobResult',
  kind: 'enum',
  constants: ['SUCCESS', 'UNHANDLED_EXCEPTION'],
  documentation: 'Apex Reference Guide, ParentJobResult Enum'
});

extendPlatformType('System.System', {
  'static void attachFinalizer(Finalizer finalizer)': attach
});
