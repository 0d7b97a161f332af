/** The SQLite connection: prepared statements by their text, nested transactions, rows as arrays. */
import Database from 'libsql';
import type { Stored } from './codec';

/** A row as the database returns it. */
export type Row = readonly unknown[];

interface PreparedStatement {
  run(parameters: readonly Stored[]): { changes: number };
  all(parameters: readonly Stored[]): Row[];
  raw(toggle: boolean): PreparedStatement;
}

/** What a statement text is prepared as, at most so many at a time. */
const STATEMENT_CACHE = 2000;

/** One open database. */
export class Connection {
  private readonly database: InstanceType<typeof Database>;
  private readonly statements = new Map<string, PreparedStatement>();
  private depth = 0;

  /** @param file path, or `:memory:` */
  constructor(file: string) {
    this.database = new Database(file);
    this.database.exec(file === ':memory:' ? 'PRAGMA journal_mode = MEMORY' : 'PRAGMA journal_mode = WAL');
    this.database.exec('PRAGMA synchronous = NORMAL');
    this.database.exec('PRAGMA cache_size = -65536');
  }

  /** Runs a statement that returns no rows; the number of rows it changed. */
  run(sql: string, parameters: readonly Stored[] = []): number {
    return this.statement(sql, false).run(parameters).changes;
  }

  /** All rows of a query. */
  all(sql: string, parameters: readonly Stored[] = []): Row[] {
    return this.statement(sql, true).all(parameters);
  }

  private statement(sql: string, rows: boolean): PreparedStatement {
    const cached = this.statements.get(sql);
    if (cached) return cached;
    const prepared = this.database.prepare(sql) as unknown as PreparedStatement;
    if (rows) prepared.raw(true);
    if (this.statements.size >= STATEMENT_CACHE) this.statements.clear();
    this.statements.set(sql, prepared);
    return prepared;
  }

  /** How many savepoints are open. */
  get openSavepoints(): number {
    return this.depth;
  }

  /** Opens a savepoint; the outermost begins the transaction. */
  savepoint(): number {
    this.depth += 1;
    this.database.exec(`SAVEPOINT s${this.depth}`);
    return this.depth;
  }

  /** Keeps what happened since the savepoint; releasing the outermost commits. */
  release(savepoint: number): void {
    this.database.exec(`RELEASE s${savepoint}`);
    this.depth = savepoint - 1;
  }

  /** Undoes what happened since the savepoint, which stays open. */
  rollbackTo(savepoint: number): void {
    this.database.exec(`ROLLBACK TO s${savepoint}`);
    this.depth = savepoint;
  }

  /** Undoes what happened since the savepoint and closes it. */
  abandon(savepoint: number): void {
    this.rollbackTo(savepoint);
    this.release(savepoint);
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}
