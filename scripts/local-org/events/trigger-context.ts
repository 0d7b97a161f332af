/**
 * What a platform event trigger may ask about its own run.
 * @see "TriggerContext Class", EventBus Namespace, Apex Reference Guide
 */
import { definePlatformType } from '../declarations/define';
import { transaction, type TransactionKey } from '../transaction/transaction';
import { ApexException } from '../values/exception';
import { InvalidParameterValueException } from '../values/exceptions';

/** Asks for the whole batch to be delivered again. */
export class RetryableException extends ApexException {
  static override readonly apexTypeName: string = 'EventBus.RetryableException';
}

/** One run of an event trigger. */
export class EventTriggerContext {
  readonly replayIds: ReadonlySet<string>;
  readonly retries: number;
  readonly lastError: string | null;
  /** Replay Id of the last event that the trigger calls done; null for all. */
  checkpoint: string | null = null;

  constructor(replayIds: ReadonlySet<string>, retries: number, lastError: string | null) {
    this.replayIds = replayIds;
    this.retries = retries;
    this.lastError = lastError;
  }
}

/** Where a transaction keeps the run of its event trigger. */
export const EVENT_TRIGGER: TransactionKey<{ current: EventTriggerContext | null }> = {
  create: () => ({ current: null })
};

function setCheckpoint(context: EventTriggerContext, replayId: string): void {
  if (!context.replayIds.has(replayId)) {
    throw new InvalidParameterValueException(`The replay ID ${replayId} is not one of this batch.`);
  }
  context.checkpoint = replayId;
}

definePlatformType({
  namespace: 'EventBus',
  name: 'TriggerContext',
  kind: 'class',
  javaScriptClass: EventTriggerContext,
  documentation: 'Apex Reference Guide, EventBus.TriggerContext Class',
  members: {
    'static EventBus.TriggerContext currentContext()': () => transaction().attachment(EVENT_TRIGGER).current,
    'get Integer retries': (context: EventTriggerContext) => context.retries,
    'get String lastError': (context: EventTriggerContext) => context.lastError,
    'String getResumeCheckpoint()': (context: EventTriggerContext) => context.checkpoint,
    'void setResumeCheckpoint(String replayId)': setCheckpoint
  }
});

definePlatformType({
  namespace: 'EventBus',
  name: 'RetryableException',
  kind: 'class',
  extends: 'Exception',
  javaScriptClass: RetryableException,
  documentation: 'Platform Events Developer Guide, Retry Event Triggers with EventBus.RetryableException',
  members: {
    'new()': () => new RetryableException(),
    'new(String message)': (message: string | null) => new RetryableException(message),
    'new(Exception cause)': (cause: ApexException | null) => new RetryableException(null, cause),
    'new(String message, Exception cause)': (message: string | null, cause: ApexException | null) =>
      new RetryableException(message, cause)
  }
});
