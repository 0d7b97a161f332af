import type { Transaction } from '../transaction/transaction';

/** What all transactions of an org used together. */
export interface UsageTotals {
  transactions: number;
  callouts: number;
  queries: number;
  queryRows: number;
  dmlStatements: number;
  dmlRows: number;
  /** Apex statements executed. */
  statements: number;
  /** The largest heap of a transaction, in bytes; an estimate. */
  heapPeak: number;
}

/** Adds up what transactions used, for the sync command and the benchmarks. */
export class UsageMeter {
  readonly totals: UsageTotals = {
    transactions: 0,
    callouts: 0,
    queries: 0,
    queryRows: 0,
    dmlStatements: 0,
    dmlRows: 0,
    statements: 0,
    heapPeak: 0
  };

  add(done: Transaction): void {
    const { totals } = this;
    totals.transactions += 1;
    totals.callouts += done.limits.usedOf('callouts');
    totals.queries += done.limits.usedOf('queries');
    totals.queryRows += done.limits.usedOf('queryRows');
    totals.dmlStatements += done.limits.usedOf('dmlStatements');
    totals.dmlRows += done.limits.usedOf('dmlRows');
    totals.statements += done.statements;
    totals.heapPeak = Math.max(totals.heapPeak, done.heapBytes);
  }
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly usage: UsageMeter;
  }
}
