import type { RecordValues } from './records/record-values';

/** What became of one record. */
export interface InsertResult {
  errors: readonly { statusCode: string; message: string; fields: readonly string[] }[];
}

/** What a run needs of a local org. */
export interface SyncOrg {
  callApex(className: string, methodName: string, parameters: Record<string, unknown>): unknown;
  runJobs(options: { onJob?: () => void }): Promise<void>;
  skipToNextJob(): boolean;
  query(soql: string, binds?: Record<string, unknown>): Record<string, unknown>[];
  insertRecords(objectName: string, records: RecordValues[]): readonly InsertResult[];
  usage(): { statements: number };
}
