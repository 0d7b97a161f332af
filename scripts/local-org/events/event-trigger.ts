/**
 * Delivery of events to one Apex trigger: in order, up to 2,000 at a time, each batch in a transaction of its own that
 * runs as the Automated Process user with synchronous limits.
 * @see "Subscribe to Platform Event Notifications with Apex Triggers" and "Retry Event Triggers with
 * EventBus.RetryableException", Platform Events Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_subscribe_apex.htm)
 */
import { runTriggers, type ApexTrigger, DmlRow } from '../database';
import type { ObjectDefinition } from '../schema/model';
import { describeError, isApexError, executeTransaction } from '../jobs';
import { NotModeled } from '../values/not-modeled';
import type { OrgServices } from '../transaction/org-services';
import { transaction } from '../transaction/transaction';
import { automatedProcess } from './automated-process';
import type { EventLog, LoggedEvent } from './event-log';
import { EVENT_TRIGGER, EventTriggerContext, RetryableException } from './trigger-context';

const LARGEST_BATCH = 2000;
const MOST_RETRIES = 9;

/** What became of a delivery. */
export type Delivery = 'nothing' | 'done' | 'retry';

/** One trigger's subscription. */
export class EventTrigger {
  readonly name: string;
  readonly object: ObjectDefinition;
  private readonly org: OrgServices;
  private readonly log: EventLog;
  private readonly trigger: ApexTrigger;
  private retries = 0;
  private lastError: string | null = null;
  /** After the last retry the platform delivers nothing more until the trigger is saved again. */
  private isInError = false;

  constructor(org: OrgServices, log: EventLog, object: ObjectDefinition, trigger: ApexTrigger) {
    this.org = org;
    this.log = log;
    this.object = object;
    this.trigger = trigger;
    this.name = trigger.name;
    // A trigger gets the events that are published after it came to be.
    if (log.position(this.name) === undefined) log.setPosition(this.name, log.lastReplayId);
  }

  private get position(): number {
    return this.log.position(this.name) ?? 0;
  }

  /** Whether events wait for this trigger. */
  get isBehind(): boolean {
    return !this.isInError && this.log.after(this.object, this.position, undefined, 1).length > 0;
  }

  /** Runs the trigger once, over the next batch. Errors of the trigger are reported and go no further. */
  deliver(until = Number.MAX_SAFE_INTEGER): Delivery {
    const events = this.isInError ? [] : this.log.after(this.object, this.position, until, LARGEST_BATCH);
    if (events.length === 0) return 'nothing';
    const context = new EventTriggerContext(replayIdsOf(events), this.retries, this.lastError);
    try {
      this.run(events, context);
    } catch (error) {
      if (!isApexError(error)) throw error;
      return this.failed(events, context, error);
    }
    this.retries = 0;
    this.lastError = null;
    return 'done';
  }

  /** Passes over all that waits. */
  skip(): void {
    this.log.setPosition(this.name, this.log.lastReplayId);
  }

  private run(events: readonly LoggedEvent[], context: EventTriggerContext): void {
    const options = { kind: 'EVENT_TRIGGER', profile: 'synchronous', user: automatedProcess(this.org) } as const;
    executeTransaction(this.org, options, () => {
      transaction().attachment(EVENT_TRIGGER).current = context;
      this.fire(events);
      this.log.setPosition(this.name, Number(context.checkpoint ?? lastOf(events)));
    });
  }

  /** Errors of an event trigger leave it, while those of other triggers become errors of rows. */
  private fire(events: readonly LoggedEvent[]): void {
    let failure: unknown = null;
    const run = (): void => {
      try {
        this.trigger.run();
      } catch (error) {
        failure = error;
      }
    };
    const rows = events.map(({ record }, index) => rowOf(record, index));
    runTriggers([{ name: this.name, events: ['after insert'], run }], this.object, 'after', 'insert', rows);
    if (failure) throw failure;
  }

  private failed(events: readonly LoggedEvent[], context: EventTriggerContext, error: unknown): Delivery {
    this.org.reportUnhandled(this.name, error);
    if (error instanceof RetryableException) return this.retry(error);
    if (context.checkpoint !== null) throw new NotModeled('an event trigger that fails after setResumeCheckpoint');
    this.log.setPosition(this.name, lastOf(events));
    return 'done';
  }

  private retry(error: unknown): Delivery {
    this.lastError = describeError(error);
    this.isInError = this.retries >= MOST_RETRIES;
    this.retries += 1;
    return this.isInError ? 'nothing' : 'retry';
  }
}

function replayIdsOf(events: readonly LoggedEvent[]): ReadonlySet<string> {
  return new Set(events.map(({ replayId }) => String(replayId)));
}

function lastOf(events: readonly LoggedEvent[]): number {
  return events[events.length - 1]?.replayId ?? 0;
}

function rowOf(record: LoggedEvent['record'], index: number): DmlRow {
  const row = new DmlRow(record, index);
  row.next = record;
  return row;
}
