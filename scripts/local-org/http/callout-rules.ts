import { hasActiveSavepoint } from '../platform/data/savepoint';
import type { Transaction } from '../transaction/transaction';
import { CalloutException } from '../values/exceptions';

/**
 * Counts a callout, of whatever kind.
 * @throws CalloutException where the transaction may not call out
 * @see "Callout Limits and Limitations", Apex Developer Guide
 */
export function countCallout(current: Transaction): void {
  current.limits.consume('callouts');
  if (hasActiveSavepoint()) {
    throw new CalloutException('All active Savepoints must be released before making callouts.');
  }
  if (current.hasUncommittedWork) {
    throw new CalloutException('You have uncommitted work pending. Please commit or rollback before calling out');
  }
}
