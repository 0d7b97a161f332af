/**
 * The event bus of an org: takes events from transactions and hands them to triggers and to pages.
 * @see Platform Events Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_intro.htm)
 */
import type { SObjectRecord } from '../records/sobject-record';
import type { ObjectDefinition } from '../schema/model';
import type { OrgServices } from '../transaction/org-services';
import type { Transaction } from '../transaction/transaction';
import { readMetadata, text } from '../project/metadata-files';
import { settleInTest } from './callbacks';
import { EventLog } from './event-log';
import { messageOf, type EventMessage } from './event-message';
import { EventTrigger } from './event-trigger';

const NEW_EVENTS = -1;

/** Told of each event on a channel. */
export type EventListener = (message: EventMessage) => void;

interface Subscription {
  readonly object: ObjectDefinition;
  readonly listener: EventListener;
  /** Replay Id of the last event it was told of. */
  last: number;
}

/** Events published with `PublishImmediately` that a transaction, or a test, has not handed over yet. */
const IMMEDIATE = { create: (): SObjectRecord[] => [] };

/** The bus. */
export class EventBus {
  private readonly org: OrgServices;
  private readonly log: EventLog;
  private readonly triggers: readonly EventTrigger[];
  private readonly immediate: ReadonlySet<string>;
  private readonly subscriptions = new Set<Subscription>();
  private readonly waiting = new Set<EventTrigger>();

  /** To be made once the org's triggers are known; events that waited when the org was closed are delivered now. */
  constructor(org: OrgServices) {
    this.org = org;
    this.log = new EventLog(org.database.store, org.schema);
    this.log.purge(org.clock.now());
    const objects = org.schema.objects().filter(({ kind }) => kind === 'platformEvent');
    this.triggers = objects.flatMap((object) =>
      org.database
        .triggersOn(object)
        .filter(({ events }) => events.includes('after insert'))
        .map((trigger) => new EventTrigger(org, this.log, object, trigger))
    );
    this.immediate = immediateEvents(org);
    this.wakeTriggers();
  }

  /** Whether an event is published at once, whatever becomes of the transaction. */
  isImmediate(object: ObjectDefinition): boolean {
    return this.immediate.has(object.name.toLowerCase());
  }

  /** Takes a checked event from a transaction. */
  publish(current: Transaction, event: SObjectRecord): void {
    if (this.isImmediate(event.definition)) (current.parentTest ?? current).attachment(IMMEDIATE).push(event);
    else this.log.append(event, this.org.clock.now());
  }

  /** Hands over what a transaction published, once it has ended; whether well or not, the log knows. */
  transactionEnded(ended: Transaction): void {
    if (ended.isTest) return;
    this.takeImmediate(ended);
    this.tellListeners();
    this.wakeTriggers();
  }

  /**
   * Delivers what a test has published so far to the triggers, as often as needed but for events that they publish
   * themselves.
   * @see "Deliver Test Event Messages", Platform Events Developer Guide
   */
  deliverInTest(test: Transaction): void {
    this.takeImmediate(test);
    const until = this.log.lastReplayId;
    settleInTest(test, 'onSuccess');
    for (const trigger of this.triggers) while (trigger.deliver(until) === 'done');
  }

  /** Fails what a test has published so far: no trigger gets it. @see "Test Apex Publish Callbacks" */
  failInTest(test: Transaction): void {
    this.takeImmediate(test);
    for (const trigger of this.triggers) trigger.skip();
    settleInTest(test, 'onFailure');
  }

  /**
   * The event of a channel.
   * @param channel `/event/Name__e`
   * @throws Error when there is no such channel
   */
  objectOf(channel: string): ObjectDefinition {
    const object = this.org.schema.object(channel.replace(/^\/event\//, ''));
    if (channel.startsWith('/event/') && object?.kind === 'platformEvent') return object;
    throw new Error(`There is no channel ${channel}.`);
  }

  /**
   * Listens to a channel.
   * @param replayId -1 for new events, -2 for all that are stored, or that of the last event seen ("Message Durability",
   * Platform Events Developer Guide)
   * @returns how to stop
   * @throws Error when there is no such channel
   */
  subscribe(channel: string, listener: EventListener, replayId: number = NEW_EVENTS): () => void {
    const last = replayId === NEW_EVENTS ? this.log.lastReplayId : replayId;
    const subscription = { object: this.objectOf(channel), listener, last };
    this.subscriptions.add(subscription);
    this.tell(subscription);
    return () => this.subscriptions.delete(subscription);
  }

  private takeImmediate(ended: Transaction): void {
    const events = ended.attachment(IMMEDIATE).splice(0);
    if (events.length === 0) return;
    const now = this.org.clock.now();
    this.org.database.store.atomically(() => events.forEach((event) => this.log.append(event, now)));
  }

  private tellListeners(): void {
    for (const subscription of this.subscriptions) this.tell(subscription);
  }

  private tell(subscription: Subscription): void {
    for (const event of this.log.after(subscription.object, subscription.last)) {
      subscription.last = event.replayId;
      subscription.listener(messageOf(event));
    }
  }

  private wakeTriggers(): void {
    for (const trigger of this.triggers) if (!this.waiting.has(trigger) && trigger.isBehind) this.enqueue(trigger);
  }

  private enqueue(trigger: EventTrigger): void {
    this.waiting.add(trigger);
    this.org.jobs.add({
      id: `event ${trigger.name}`,
      apexClass: trigger.name,
      jobType: 'PlatformEvent',
      dueAt: 0,
      run: () => {
        this.waiting.delete(trigger);
        trigger.deliver();
        if (!this.waiting.has(trigger) && trigger.isBehind) this.enqueue(trigger);
      }
    });
  }
}

/**
 * Names of the events that are published immediately, in lower case: the default of the platform.
 * @see "Platform Event Fields", Platform Events Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_define_ui.htm)
 */
function immediateEvents({ database }: OrgServices): ReadonlySet<string> {
  const events = database.files.filter(({ kind, name }) => kind === 'object' && /__e$/i.test(name));
  const immediate = events.filter(({ path }) => text(readMetadata(path), 'publishBehavior') !== 'PublishAfterCommit');
  return new Set(immediate.map(({ name }) => name.toLowerCase()));
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly events: EventBus;
  }
}
