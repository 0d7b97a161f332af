/** What a run took, counted by the org, and measured on this machine. */
export interface RunFigures {
  readonly rows: number;
  /** Links of a chain, or parts of a batch. */
  readonly transactions: number;
  /** What starts the work, and what looks after a link when it has ended. */
  readonly otherTransactions: number;
  readonly callouts: number;
  readonly queries: number;
  readonly queryRows: number;
  readonly customerDmlStatements: number;
  readonly customerDmlRows: number;
  readonly logDmlStatements: number;
  readonly logDmlRows: number;
  /** Apex statements executed. */
  readonly statements: number;
  /** Largest heap of a transaction, in bytes: an estimate of the local org. */
  readonly heapPeak: number;
  readonly logRecords: number;
  readonly logBytes: number;
  /** Calls of the org's REST or Bulk API, from outside or by a callout to itself. */
  readonly orgApiCalls: number;
  readonly runMilliseconds: number;
  /** Processor time of the org's process during the run. */
  readonly cpuMilliseconds: number;
}

/** The figures of a process that did nothing but one run. */
export interface MeasuredRun extends RunFigures {
  /** From the start of the process to its end: making the org and its records included. */
  readonly wholeMilliseconds: number;
  /** The most memory that it and its children held. */
  readonly peakBytes: number;
  /** Load average of the machine at the end. */
  readonly load: number;
}
