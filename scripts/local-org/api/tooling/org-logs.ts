/**
 * The debug logs of an org: of transactions of traced users, kept as ApexLog for a day, and of single scripts.
 * @see "ApexLog", Tooling API; "Debug Logs", Salesforce Help
 */
import { toId18 } from '../../values/record-id';
import type { FinishedLog, LogKeeper, LogLevels } from '../../debug-log';
import type { Transaction, TransactionKind } from '../../transaction/transaction';
import { ApexDatetime } from '../../values/datetime';
import { notFound } from '../api-error';
import type { ToolingOrg } from './tooling-org';
import { TraceFlags } from './trace-flags';

const TABLE = '"#logs"';
/** "We retain system debug logs for 24 hours" ("Debug Logs", Salesforce Help). */
const KEPT = 24 * 60 * 60 * 1000;

/** `ApexLog.Operation` by how a transaction was started. */
const OPERATIONS: Partial<Record<TransactionKind, string>> = {
  BATCH_APEX: 'Batch Apex',
  FUTURE: 'FutureHandler',
  QUEUEABLE: 'QueueableHandler',
  SCHEDULED: 'ScheduledApex',
  TRANSACTION_FINALIZER_QUEUEABLE: 'QueueableHandler'
};

/** Takes and keeps logs. */
export class OrgLogs implements LogKeeper {
  readonly traceFlags: TraceFlags;
  private readonly org: ToolingOrg;
  private readonly ended: FinishedLog[] = [];
  private asked: LogLevels | null = null;
  /** Told the Id of every log that was kept. */
  onLog: (id: string) => void = () => undefined;

  constructor(org: ToolingOrg) {
    this.org = org;
    this.traceFlags = new TraceFlags(org);
    org.services.database.store.connection.run(
      `CREATE TABLE IF NOT EXISTS ${TABLE} (id TEXT PRIMARY KEY, body TEXT NOT NULL)`
    );
  }

  /** Runs something that is to be logged, whoever is traced. */
  withLevels<T>(levels: LogLevels | null, run: () => T): T {
    this.asked = levels;
    try {
      return run();
    } finally {
      this.asked = null;
    }
  }

  levelsFor({ kind, user }: Transaction): LogLevels | null {
    if (kind === 'TOOLING') return null;
    return this.asked ?? this.traceFlags.levelsFor(user.id);
  }

  keep(finished: FinishedLog): void {
    if (this.traceFlags.levelsFor(finished.transaction.user.id)) this.ended.push(finished);
  }

  settle(): void {
    const ended = this.ended.splice(0);
    if (ended.length === 0) return;
    const { database } = this.org.services;
    const ids = database.atomically(() => {
      this.removeOld();
      return ended.map((finished) => this.insert(finished));
    });
    ids.forEach((id) => this.onLog(id));
  }

  /**
   * The text of a log.
   * @throws ApiError NOT_FOUND
   */
  body(id: string): string {
    const { connection } = this.org.services.database.store;
    const ids = 'SELECT "Id" FROM "ApexLog"';
    const [row] = connection.all(`SELECT body FROM ${TABLE} WHERE id = ? AND id IN (${ids})`, [toId18(id) ?? id]);
    if (!row) throw notFound();
    return String(row[0]);
  }

  private insert({ log, transaction, failure }: FinishedLog): string {
    const { kind, codeUnit, user, startedAt, requestId } = transaction;
    const body = log.text();
    const id = this.org.system.insert('ApexLog', {
      LogUserId: user.id,
      LogLength: Buffer.byteLength(body),
      LastModifiedDate: new ApexDatetime(startedAt),
      Request: kind === 'REST' || kind === 'ANONYMOUS' ? 'Api' : 'Application',
      Operation: OPERATIONS[kind] ?? codeUnit?.name ?? kind,
      Application: kind === 'AURA' ? 'Browser' : 'Unknown',
      Status: failure === null ? 'Success' : failure.slice(0, 255),
      DurationMilliseconds: Math.round(log.duration),
      StartTime: new ApexDatetime(startedAt),
      Location: 'Monitoring',
      RequestIdentifier: requestId
    });
    this.org.services.database.store.connection.run(`INSERT INTO ${TABLE} VALUES (?, ?)`, [id, body]);
    return id;
  }

  private removeOld(): void {
    const oldest = this.org.services.clock.now() - KEPT;
    for (const row of this.org.system.find('ApexLog')) {
      if ((row['StartTime'] as ApexDatetime).milliseconds > oldest) break;
      this.org.system.delete('ApexLog', String(row['Id']));
    }
    const { connection } = this.org.services.database.store;
    connection.run(`DELETE FROM ${TABLE} WHERE id NOT IN (SELECT "Id" FROM "ApexLog")`);
  }
}
