/** Future methods. @see "Future Methods", Apex Developer Guide */
import { ProcessKilled } from '../transaction/killed';
import type { OrgServices } from '../transaction/org-services';
import { isInTransaction, transaction, type RunningUser } from '../transaction/transaction';
import { AsyncException } from '../values/exceptions';
import { isApexError, JobRecord, type PendingJob } from './job';
import type { StoredJob } from './job-store';
import { decodeValue } from './restored-value';
import { storedCopy } from './serialization';
import { encodeValue } from './stored-value';
import { submit } from './submit';
import { executeTransaction } from './transactions';

/** A call of a future method. */
export interface FutureCall {
  readonly className: string;
  readonly methodName: string;
  /** Name of the compiled method. */
  readonly javaScriptName: string;
}

/**
 * Takes over the call of a method annotated `@future`: it runs after the calling transaction has committed, with the
 * arguments as they are now.
 * @param parameterTypes as a refusal names them
 * @param run calls the method
 */
export function enqueueFuture(
  className: string,
  methodName: string,
  javaScriptName: string,
  parameterTypes: string,
  values: readonly unknown[],
  run: (values: readonly unknown[]) => void
): void {
  const current = transaction();
  if (current.kind === 'FUTURE' || current.kind === 'BATCH_APEX') {
    throw new AsyncException(
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(${parameterTypes})`
    );
  }
  current.limits.consume('futureCalls');
  const { org, user } = current;
  const record = JobRecord.create(org, { jobType: 'Future', apexClass: className, methodName, userId: user.id });
  const stored = values.map(storedCopy);
  org.jobStore.save({ id: record.id, kind: 'Future', dueAt: 0, userId: user.id }, () => ({
    className,
    methodName,
    javaScriptName,
    values: stored.map(encodeValue)
  }));
  submit(futureJob(org, record, className, user, () => run(stored)));
}

/** A call that was stored when the org was stopped. */
export function restoreFuture(
  org: OrgServices,
  stored: StoredJob,
  user: RunningUser,
  call: (call: FutureCall, values: readonly unknown[]) => void
): PendingJob {
  const state = JSON.parse(stored.state) as FutureCall & { values: string[] };
  const values = state.values.map((value) => decodeValue(value, org.schema));
  return futureJob(org, new JobRecord(org, stored.id), state.className, user, () => call(state, values));
}

function futureJob(
  org: OrgServices,
  record: JobRecord,
  apexClass: string,
  user: RunningUser,
  call: () => void
): PendingJob {
  const run = (): void => {
    record.start();
    try {
      const codeUnit = { name: apexClass, apexClass };
      executeTransaction(org, { kind: 'FUTURE', profile: 'asynchronous', user, codeUnit }, () => {
        call();
        record.complete();
        org.jobStore.remove(record.id);
      });
    } catch (error) {
      if (error instanceof ProcessKilled) throw error;
      org.database.store.atomically(() => {
        record.fail(error);
        org.jobStore.remove(record.id);
      });
      if (!isApexError(error) || isInTransaction()) throw error;
    }
  };
  return { id: record.id, apexClass, jobType: 'Future', dueAt: 0, run };
}
