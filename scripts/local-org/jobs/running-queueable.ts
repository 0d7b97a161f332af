import type { TransactionKey } from '../transaction/transaction';

/** The queueable whose `execute`, or whose finalizer, is running. */
export interface RunningQueueable {
  readonly jobId: string;
  /** 1 for the first job of a chain; 0 in a finalizer, which begins a new one. */
  readonly depth: number;
  readonly maximumDepth: number | null;
}

/** Where a transaction keeps the queueable it executes. */
export const RUNNING_QUEUEABLE: TransactionKey<{ current: RunningQueueable | null }> = {
  create: () => ({ current: null })
};
