/** How many rows had each outcome; together they are the rows read. */
export interface OutcomeCounts {
  read: number;
  skipped: number;
  invalid: number;
  unmatched: number;
  ambiguous: number;
  unchanged: number;
  rejected: number;
  updated: number;
}

/** What a run used of the platform's limits, all its transactions together. */
export interface RunUsage {
  transactions: number;
  callouts: number;
  queries: number;
  queryRows: number;
  dmlStatements: number;
  dmlRows: number;
  /** Apex statements executed, as the local org counts them; null of other orgs. */
  statements: number | null;
}

/** A run as `RunController` tells it; more is told than is used here. */
export interface RunRow {
  id: string;
  reportName: string;
  objectApiName: string;
  objectLabel: string;
  startedAt: string;
  durationMs: number;
  status: string;
  message: string | null;
  rowsTotal: number | null;
  counts: OutcomeCounts;
  usage: Omit<RunUsage, 'statements'>;
}

/** A row that was neither updated nor left as it was. */
export interface OutcomeRow {
  line: number;
  key: string | null;
  recordId: string | null;
  outcome: string;
  reason: string | null;
  fields: unknown;
}

/** A finished run with everything that is told of it. */
export interface RunResult {
  run: RunRow;
  rows: OutcomeRow[];
  usage: RunUsage;
}
