/** The org's data at rest: tables in step with the schema, Ids, and what must survive a restart besides records. */
import { makeId, serialOf } from '../values/record-id';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import { Connection } from './connection';
import { migrate } from './tables';

/** Facts about the org that are no records. */
const META_TABLE = '#meta';

/** One org's store. */
export class Store {
  readonly connection: Connection;
  private readonly serials = new Map<string, number>();
  private readonly dirtySerials = new Set<string>();

  /** @param file path of the database file, or `:memory:` */
  constructor(file: string) {
    this.connection = new Connection(file);
    this.connection.run(`CREATE TABLE IF NOT EXISTS "${META_TABLE}" (key TEXT PRIMARY KEY, value TEXT)`);
    for (const [key, value] of this.metaWithPrefix('serial.')) this.serials.set(key, Number(value));
  }

  /** Key prefixes given so far, by object name in lower case. */
  keyPrefixes(): Map<string, string> {
    return this.metaWithPrefix('prefix.');
  }

  /** Brings tables in step with the schema and keeps its key prefixes. */
  migrate(schema: SchemaModel): void {
    const savepoint = this.connection.savepoint();
    migrate(this.connection, schema);
    for (const object of schema.objects()) {
      if (object.custom) this.setMeta(`prefix.${object.name.toLowerCase()}`, object.keyPrefix);
    }
    this.connection.release(savepoint);
  }

  /** The next record Id of an object. Ids are never used twice, not even after a rollback. */
  nextId(object: ObjectDefinition): string {
    return makeId(object.keyPrefix, this.nextSerial(object.keyPrefix));
  }

  /** Notes an Id that came from elsewhere: no Id given later may be the same. */
  keepClearOf(id: string): void {
    const serial = serialOf(id);
    const prefix = id.slice(0, 3);
    if (serial === null || serial <= (this.serials.get(prefix) ?? 0)) return;
    this.serials.set(prefix, serial);
    this.dirtySerials.add(prefix);
  }

  /** The next number of a named series, from 1 on. */
  nextSerial(series: string): number {
    const next = (this.serials.get(series) ?? 0) + 1;
    this.serials.set(series, next);
    this.dirtySerials.add(series);
    return next;
  }

  /**
   * Runs `body` in a transaction, or in a savepoint of the running one: what it wrote is kept when it returns, undone
   * when it throws.
   */
  atomically<T>(body: () => T): T {
    const savepoint = this.connection.savepoint();
    try {
      const result = body();
      if (savepoint === 1) this.saveSerials();
      this.connection.release(savepoint);
      return result;
    } catch (error) {
      this.connection.abandon(savepoint);
      throw error;
    }
  }

  private saveSerials(): void {
    for (const series of this.dirtySerials) this.setMeta(`serial.${series}`, String(this.serials.get(series)));
    this.dirtySerials.clear();
  }

  /** A fact that survives a restart. */
  meta(key: string): string | undefined {
    const [row] = this.connection.all(`SELECT value FROM "${META_TABLE}" WHERE key = ?`, [key]);
    return row?.[0] as string | undefined;
  }

  /** Keeps a fact. */
  setMeta(key: string, value: string): void {
    this.connection.run(`INSERT OR REPLACE INTO "${META_TABLE}" VALUES (?, ?)`, [key, value]);
  }

  private metaWithPrefix(prefix: string): Map<string, string> {
    const rows = this.connection.all(`SELECT key, value FROM "${META_TABLE}" WHERE key LIKE ?`, [`${prefix}%`]);
    return new Map(rows.map(([key, value]) => [String(key).slice(prefix.length), String(value)]));
  }

  close(): void {
    this.connection.close();
  }
}
