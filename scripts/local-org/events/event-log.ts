/**
 * The event bus at rest: every event that was published, in order of its replay Id, and how far each trigger has read.
 * It stands beside the data, so that an event published after commit is stored with its transaction or not at all.
 * @see "Event Message Durability", Platform Events Developer Guide: events are kept for 72 hours
 * (https://developer.salesforce.com/docs/platform/platform-events/guide/platform-events-event-retention.html)
 */
import type { SObjectRecord } from '../records/sobject-record';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import type { Store } from '../store/store';
import { decodeValue, encodeValue } from '../jobs';

const RETENTION_MILLISECONDS = 72 * 60 * 60 * 1000;
const REPLAY_SERIES = 'event replay';

/** One event on the bus. */
export interface LoggedEvent {
  readonly replayId: number;
  readonly record: SObjectRecord;
}

/** Stores events and reads them again. */
export class EventLog {
  private readonly store: Store;
  private readonly schema: SchemaModel;

  constructor(store: Store, schema: SchemaModel) {
    this.store = store;
    this.schema = schema;
    store.connection.run(
      'CREATE TABLE IF NOT EXISTS "#events" (replay INTEGER PRIMARY KEY, object TEXT, at INTEGER, record TEXT)'
    );
  }

  /** Stores an event in the running transaction and gives it its replay Id. */
  append(record: SObjectRecord, now: number): void {
    const replayId = this.store.nextSerial(REPLAY_SERIES);
    record.values.set('ReplayId', String(replayId));
    this.store.connection.run('INSERT INTO "#events" VALUES (?, ?, ?, ?)', [
      replayId,
      record.definition.name,
      now,
      encodeValue(record)
    ]);
  }

  /** Forgets events that the platform keeps no longer. */
  purge(now: number): void {
    this.store.connection.run('DELETE FROM "#events" WHERE at < ?', [now - RETENTION_MILLISECONDS]);
  }

  /** Events of an object after a replay Id, oldest first. */
  after(object: ObjectDefinition, replayId: number, until = Number.MAX_SAFE_INTEGER, limit = -1): LoggedEvent[] {
    const rows = this.store.connection.all(
      'SELECT replay, record FROM "#events" WHERE object = ? AND replay > ? AND replay <= ? ORDER BY replay LIMIT ?',
      [object.name, replayId, until, limit]
    );
    return rows.map(([replay, text]) => ({
      replayId: Number(replay),
      record: decodeValue(String(text), this.schema) as SObjectRecord
    }));
  }

  /** The replay Id of the newest event of all. */
  get lastReplayId(): number {
    return Number(this.store.connection.all('SELECT max(replay) FROM "#events"')[0]?.[0] ?? 0);
  }

  /** How far a trigger has read; undefined for one that is new. */
  position(trigger: string): number | undefined {
    const text = this.store.meta(positionKey(trigger));
    return text === undefined ? undefined : Number(text);
  }

  /** Notes how far a trigger has read. */
  setPosition(trigger: string, replayId: number): void {
    this.store.setMeta(positionKey(trigger), String(replayId));
  }
}

function positionKey(trigger: string): string {
  return `event.position.${trigger}`;
}
