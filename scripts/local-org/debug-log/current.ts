/** The log that is taken of a transaction, if any. */
import type { Transaction } from '../transaction/transaction';
import type { DebugLog } from './debug-log';

const LOG = { create: (): { log: DebugLog | null } => ({ log: null }) };

/** The log of this transaction; null where none is taken. */
export function debugLogOf(current: Transaction): DebugLog | null {
  return current.org.debugLogs ? current.attachment(LOG).log : null;
}

/** Takes a transaction's events up in this log from now on. */
export function setDebugLog(current: Transaction, log: DebugLog | null): void {
  current.attachment(LOG).log = log;
}
