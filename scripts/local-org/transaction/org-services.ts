/**
 * What a running org offers to the code inside a transaction. This room knows only what lies below it; each room above
 * adds what it offers at its own door (`declare module '../transaction/org-services'`), so that code can reach the
 * database or the job queue through the transaction it runs in.
 */
import type { Labels } from '../project/labels';
import type { SchemaModel } from '../schema/model';
import type { Boundaries } from './boundaries';
import type { Clock } from './clock';
import type { RandomSource } from './random';
import type { Transaction } from './transaction';

/** Takes debug logs of transactions. */
export interface TransactionLogs {
  /** Runs a transaction's code with a log, where one is wanted. */
  record<T>(current: Transaction, body: () => T): T;
  /** To be called when the transaction of the database has ended. */
  settle(): void;
}

/** The services of one org. */
export interface OrgServices {
  readonly clock: Clock;
  /** Absent where nobody wants debug logs. */
  debugLogs?: TransactionLogs;
  /** Absent where nothing counts boundaries. */
  readonly faults?: Boundaries;
  readonly labels: Labels;
  readonly random: RandomSource;
  readonly schema: SchemaModel;
  /** Notes an Apex error that nobody can catch: of a finalizer, a scheduled or a future method. */
  reportUnhandled(apexClass: string, error: unknown): void;
}
