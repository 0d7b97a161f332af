/**
 * Jobs at rest. A job is stored with the transaction that enqueues it and goes with the transaction that ends it, so
 * one that was waiting or running when the org was stopped is there when it opens again, and runs (again):
 * "If a batch job is running when downtime occurred, the batch execution is rolled back and restarted after the service
 * comes back up"; likewise for future methods and scheduled Apex.
 * @see "Using Batch Apex", "Future Methods" and "Apex Scheduler", Apex Developer Guide
 */
import type { Store } from '../store/store';
import { isInTransaction, transaction } from '../transaction/transaction';

/** What will run; a finalizer stands for the queueable it follows, under the same Id. */
export type StoredKind = 'Queueable' | 'Finalizer' | 'Future' | 'BatchApex' | 'ScheduledApex';

/** One job at rest. */
export interface StoredJob {
  /** Id of its AsyncApexJob or CronTrigger. */
  readonly id: string;
  readonly kind: StoredKind;
  readonly dueAt: number;
  readonly userId: string;
  /** Whatever its kind needs, as JSON; Apex values are text of stored-value.ts. */
  readonly state: string;
}

const SERIES = 'job';

/** Signatures of waiting jobs, of which there may be one each. */
export const SIGNATURE_TABLE = '#signatures';

/** Stores jobs beside the data. Jobs of tests end with their test and are not stored. */
export class JobStore {
  private readonly store: Store;

  constructor(store: Store) {
    this.store = store;
    store.connection.run(
      'CREATE TABLE IF NOT EXISTS "#jobs" (id TEXT PRIMARY KEY, serial INTEGER, kind TEXT, due INTEGER, user TEXT, state TEXT)'
    );
    store.connection.run(
      'CREATE TABLE IF NOT EXISTS "#scopes" (job TEXT, number INTEGER, scope TEXT, PRIMARY KEY (job, number))'
    );
    store.connection.run(`CREATE TABLE IF NOT EXISTS "${SIGNATURE_TABLE}" (signature TEXT PRIMARY KEY, job TEXT)`);
  }

  /** Stores a job, or what has become of it; its place among the others stays. */
  save(job: Omit<StoredJob, 'state'>, state: () => object): void {
    if (isTesting()) return;
    this.store.connection.run(
      `INSERT INTO "#jobs" VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, due = excluded.due, state = excluded.state`,
      [job.id, this.store.nextSerial(SERIES), job.kind, job.dueAt, job.userId, JSON.stringify(state())]
    );
  }

  /** Forgets a job that has ended. */
  remove(id: string): void {
    if (isTesting()) return;
    this.store.connection.run('DELETE FROM "#jobs" WHERE id = ?', [id]);
    this.store.connection.run('DELETE FROM "#scopes" WHERE job = ?', [id]);
  }

  /** Every job, in the order in which they were enqueued. */
  all(): StoredJob[] {
    const rows = this.store.connection.all('SELECT id, kind, due, user, state FROM "#jobs" ORDER BY serial');
    return rows.map(([id, kind, due, user, state]) => ({
      id: String(id),
      kind: kind as StoredKind,
      dueAt: Number(due),
      userId: String(user),
      state: String(state)
    }));
  }

  /** Stores the records that the parts of a batch will get. */
  saveScopes(jobId: string, scopes: readonly (() => string)[]): void {
    if (isTesting()) return;
    scopes.forEach((scope, number) =>
      this.store.connection.run('INSERT OR REPLACE INTO "#scopes" VALUES (?, ?, ?)', [jobId, number, scope()])
    );
  }

  /** Forgets a part of a batch that is done. */
  removeScope(jobId: string, number: number): void {
    if (isTesting()) return;
    this.store.connection.run('DELETE FROM "#scopes" WHERE job = ? AND number = ?', [jobId, number]);
  }

  /** The parts of a batch that are left, by number. */
  scopes(jobId: string): [number, string][] {
    const rows = this.store.connection.all('SELECT number, scope FROM "#scopes" WHERE job = ? ORDER BY number', [
      jobId
    ]);
    return rows.map(([number, scope]) => [Number(number), String(scope)]);
  }
}

function isTesting(): boolean {
  return isInTransaction() && transaction().isTest;
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly jobStore: JobStore;
  }
}
