import { cross } from '../transaction/cross';
import { ProcessKilled } from '../transaction/killed';
import type { OrgServices } from '../transaction/org-services';
import {
  isInTransaction,
  runInTransaction,
  Transaction,
  transaction,
  type TransactionOptions
} from '../transaction/transaction';

/** What a transaction is started with; the rest follows from where it is started. */
export type StartOptions = Omit<TransactionOptions, 'org' | 'isTest' | 'within'>;

/**
 * Runs `body` as one Apex transaction: everything it wrote is committed when it returns and rolled back when it throws.
 * Inside a test it becomes a savepoint of the test's own transaction, and shares the test's statics and mocks.
 * @returns what `body` returns
 */
export function executeTransaction<T>(org: OrgServices, options: StartOptions, body: () => T): T {
  const outer = isInTransaction() ? transaction() : undefined;
  const test = outer?.isTest ? outer : undefined;
  // What is done inside another transaction is committed with it, or not at all.
  const later = outer && !test ? outer : undefined;
  const next = new Transaction({ org, ...options, isTest: test !== undefined, within: test });
  let isAlive = true;
  try {
    const result = org.database.atomically(() =>
      runInTransaction(next, () => {
        const value = body();
        if (!test) cross('commit', next.kind);
        return value;
      })
    );
    for (const action of next.takeCommitActions()) {
      if (later) later.afterCommit(action);
      else action();
    }
    if (options.kind !== 'TOOLING') org.usage.add(next);
    return result;
  } catch (error) {
    isAlive = !(error instanceof ProcessKilled);
    throw error;
  } finally {
    if (isAlive && !later) org.eventDelivery.transactionEnded(next);
    if (isAlive && !outer) org.debugLogs?.settle();
  }
}
