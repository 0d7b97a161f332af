import { subscribe, unsubscribe, type PlatformEventMessage, type Subscription } from 'lightning/empApi';
import RUN from '@salesforce/schema/Sync_Run__c';

/** In an org that installed the package, its events and their fields carry its namespace; an imported name tells which. */
const NAMESPACE = RUN.objectApiName.replace(/Sync_Run__c$/, '');
const PROGRESS = `/event/${NAMESPACE}Sync_Progress__e`;
const ENDED = `/event/${NAMESPACE}Run_Ended__e`;
const ONLY_NEW = -1;

/** What an event says of a run. */
export interface RunEvent {
  runId: string;
  hasEnded: boolean;
  status?: string;
  rowsRead?: number;
  rowsTotal?: number;
}

/**
 * Hears of runs as they go on. Every event that reaches a page counts against the org's allowance: open it only while
 * there is a run to follow.
 */
export class RunEvents {
  private readonly onEvent: (event: RunEvent) => void;
  private opened?: Promise<Subscription[]>;

  constructor(onEvent: (event: RunEvent) => void) {
    this.onEvent = onEvent;
  }

  /** Begins to listen. Where that cannot be, nothing is ever heard. */
  open(): void {
    this.opened ??= subscriptionsOf([
      subscribe(PROGRESS, ONLY_NEW, (message) => this.onEvent(progressOf(message))),
      subscribe(ENDED, ONLY_NEW, (message) => this.onEvent({ ...progressOf(message), hasEnded: true }))
    ]);
  }

  /** Listens no more, also when it was only about to. */
  close(): void {
    const { opened } = this;
    this.opened = undefined;
    void opened?.then((subscriptions) => subscriptions.forEach((subscription) => void unsubscribe(subscription)));
  }
}

async function subscriptionsOf(attempts: Promise<Subscription>[]): Promise<Subscription[]> {
  const results = await Promise.allSettled(attempts);
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function progressOf({ data }: PlatformEventMessage): RunEvent {
  const value = (field: string): unknown => data.payload[`${NAMESPACE}${field}`] ?? undefined;
  return {
    runId: String(value('Run_Id__c')),
    hasEnded: false,
    status: value('Status__c') as string | undefined,
    rowsRead: value('Rows_Read__c') as number | undefined,
    rowsTotal: value('Rows_Total__c') as number | undefined
  };
}
