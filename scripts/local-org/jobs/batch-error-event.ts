/**
 * The event that a batch raises for an error that nobody caught, when its class asks for it.
 * @see "Firing Platform Events from Batch Apex", Apex Developer Guide
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/apex_batch_platformevents.htm)
 */
import { SObjectRecord } from '../records/sobject-record';
import type { ObjectDefinition } from '../schema/model';
import type { OrgServices } from '../transaction/org-services';
import { transaction, type RunningUser } from '../transaction/transaction';
import { ApexException } from '../values/exception';
import type { ApexInstance } from '../values/protocol';
import { runtimeType } from '../values/runtime-type';
import type { JobRecord } from './job';
import { executeTransaction } from './transactions';

/** Which of its methods a batch was in. */
export type BatchPhase = 'START' | 'EXECUTE' | 'FINISH';

/** What the event needs to know of the batch. */
interface Batch {
  readonly org: OrgServices;
  readonly job: ApexInstance;
  readonly record: JobRecord;
  readonly user: RunningUser;
}

/** An error that left a batch's method. */
interface BatchError {
  readonly error: unknown;
  readonly phase: BatchPhase;
  /** The records it was given. */
  readonly items: readonly unknown[];
}

const MOST_SCOPE_CHARACTERS = 40_000;
const MOST_MESSAGE_CHARACTERS = 5_000;

/** Publishes the event, in a transaction of its own: that of the batch is undone. */
export function raiseErrorEvent({ org, job, record, user }: Batch, failure: BatchError): void {
  const object = org.schema.object('BatchApexErrorEvent');
  if (!object || !runtimeType('Database.RaisesPlatformEvents').isInstance(job)) return;
  executeTransaction(org, { kind: 'BATCH_APEX', profile: 'asynchronous', user }, () => {
    const current = transaction();
    org.eventDelivery.publish(current, eventOf(object, record.id, failure, current.requestId));
  });
}

function eventOf(
  object: ObjectDefinition,
  jobId: string,
  { error, phase, items }: BatchError,
  requestId: string
): SObjectRecord {
  const ids = items.flatMap((item) => (item instanceof SObjectRecord && item.id !== null ? [item.id] : [])).join(',');
  const values: Record<string, unknown> = {
    AsyncApexJobId: jobId,
    DoesExceedJobScopeMaxLength: ids.length > MOST_SCOPE_CHARACTERS,
    ExceptionType: error instanceof ApexException ? error.getTypeName() : 'System.LimitException',
    JobScope: ids.slice(0, MOST_SCOPE_CHARACTERS),
    Message: (error as Error).message.slice(0, MOST_MESSAGE_CHARACTERS),
    Phase: phase,
    RequestId: requestId,
    StackTrace: error instanceof ApexException ? error.getStackTraceString() : null
  };
  return new SObjectRecord(object, new Map(Object.entries(values)));
}
