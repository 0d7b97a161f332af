/** Transaction finalizers. @see "Transaction Finalizers", Apex Developer Guide */
import { definePlatformType, extendPlatformType, interfaceMethodName } from '../platform/define';
import type { OrgServices } from '../platform/org-services';
import { transaction, type RunningUser, type Transaction } from '../platform/transaction';
import { LimitExceeded } from '../platform/limits';
import { ApexException } from '../platform/values/exception';
import { AsyncException } from '../platform/values/exceptions';
import { platformEnumValue } from '../platform/values/platform-enum';
import type { ApexInstance } from '../platform/values/protocol';
import { isApexError } from './job';
import { RUNNING_QUEUEABLE, type RunningQueueable } from './running-queueable';
import { callExecute } from './call';
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

/** Runs a finalizer in a transaction of its own; what it throws is logged by the platform and goes no further. */
export function runFinalizer(org: OrgServices, finalizer: ApexInstance, job: FinishedJob): void {
  const options = { kind: 'TRANSACTION_FINALIZER_QUEUEABLE', profile: 'finalizer', user: job.user } as const;
  try {
    executeTransaction(org, options, () => {
      const current = transaction();
      current.attachment(RUNNING_QUEUEABLE).current = { ...job.parent, depth: 0 };
      callExecute(finalizer, new FinalizerContext(job, current.requestId));
    });
  } catch (error) {
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
