import type { SObjectRecord } from '../records/sobject-record';
import type { Transaction } from '../transaction/transaction';

/** What jobs need of platform events, which are delivered by a room above this one. */
export interface EventDelivery {
  /** Publishes an event of the platform's own. */
  publish(current: Transaction, event: SObjectRecord): void;
  /** Sends or forgets what a transaction published, which has ended. */
  transactionEnded(ended: Transaction): void;
  /** Delivers what a test published so far. */
  deliverInTest(test: Transaction): void;
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly eventDelivery: EventDelivery;
  }
}
