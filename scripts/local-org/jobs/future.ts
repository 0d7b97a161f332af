/** Future methods. @see "Future Methods", Apex Developer Guide */
import { isInTransaction, transaction } from '../platform/transaction';
import { AsyncException } from '../platform/values/exceptions';
import { isApexError, JobRecord } from './job';
import { submit } from './submit';
import { executeTransaction } from './transactions';

/**
 * Takes over the call of a method annotated `@future`: it runs after the calling transaction has committed.
 * @param run calls the method with the arguments as they were
 */
export function enqueueFuture(className: string, methodName: string, run: () => void): void {
  const current = transaction();
  if (current.kind === 'FUTURE' || current.kind === 'BATCH_APEX') {
    throw new AsyncException(
      `Future method cannot be called from a future or batch method: ${className}.${methodName}(…)`
    );
  }
  current.limits.consume('futureCalls');
  const { org, user } = current;
  const record = JobRecord.create(org, { jobType: 'Future', apexClass: className, methodName, userId: user.id });
  const execute = (): void => {
    record.start();
    try {
      executeTransaction(org, { kind: 'FUTURE', profile: 'asynchronous', user }, run);
      record.complete();
    } catch (error) {
      record.fail(error);
      if (!isApexError(error) || isInTransaction()) throw error;
    }
  };
  submit({ id: record.id, apexClass: className, jobType: 'Future', dueAt: 0, run: execute });
}
