/**
 * Callbacks of `EventBus.publish`: told, in a transaction of their own, that events are on the bus or will never be.
 * @see "Get the Result of Asynchronous Platform Event Publishing with Apex Publish Callbacks", Platform Events Developer
 * Guide (https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/platform_events_publish_callbacks.htm)
 */
import { interfaceMethodName, definePlatformType } from '../declarations/define';
import type { OrgServices } from '../transaction/org-services';
import { transaction, type Transaction, type TransactionKey } from '../transaction/transaction';
import { ApexList } from '../values/list';
import { runtimeType } from '../values/runtime-type';
import { isApexError, executeTransaction } from '../jobs';
import { automatedProcess } from './automated-process';

/** What a callback is told. */
class PublishOutcome {
  readonly uuids: readonly string[];

  constructor(uuids: readonly string[]) {
    this.uuids = uuids;
  }
}

/** Events published together with a callback. */
interface Awaited {
  readonly callback: object;
  readonly uuids: readonly string[];
}

/** Callbacks that a test has not settled yet. */
const AWAITED: TransactionKey<Awaited[]> = { create: () => [] };

/** Notes whom to tell about events of the running transaction. */
export function awaitPublication(callback: object, uuids: readonly string[]): void {
  if (uuids.length === 0) return;
  const current = transaction();
  const awaited = { callback, uuids };
  if (current.isTest) (current.parentTest ?? current).attachment(AWAITED).push(awaited);
  else current.afterCommit(() => addJob(current.org, awaited));
}

function addJob(org: OrgServices, awaited: Awaited): void {
  const id = `publication ${awaited.uuids[0]}`;
  const run = (): void => tell(org, awaited, 'onSuccess');
  org.jobs.add({ id, apexClass: 'EventBus', jobType: 'PlatformEvent', dueAt: 0, run });
}

/** Tells the callbacks of a test that their events are delivered, or have failed. */
export function settleInTest(test: Transaction, method: 'onSuccess' | 'onFailure'): void {
  for (const awaited of test.attachment(AWAITED).splice(0)) tell(test.org, awaited, method);
}

/** A callback implements one interface or both; errors of it concern nobody but the log. */
function tell(org: OrgServices, { callback, uuids }: Awaited, method: 'onSuccess' | 'onFailure'): void {
  const found = (callback as Record<string, ((outcome: PublishOutcome) => void) | undefined>)[
    interfaceMethodName(method, 1)
  ];
  if (!found) return;
  const options = { kind: 'PLATFORM_EVENT_PUBLISH_CALLBACK', profile: 'synchronous' } as const;
  try {
    executeTransaction(org, { ...options, user: automatedProcess(org) }, () =>
      found.call(callback, new PublishOutcome(uuids))
    );
  } catch (error) {
    if (!isApexError(error)) throw error;
    org.reportUnhandled('EventBus', error);
  }
}

for (const [kind, method] of [
  ['Success', 'onSuccess'],
  ['Failure', 'onFailure']
]) {
  definePlatformType({
    namespace: 'EventBus',
    name: `EventPublish${kind}Callback`,
    kind: 'interface',
    documentation: `Apex Reference Guide, EventBus.EventPublish${kind}Callback Interface`,
    members: { [`void ${method}(EventBus.${kind}Result result)`]: null }
  });
  definePlatformType({
    namespace: 'EventBus',
    name: `${kind}Result`,
    kind: 'class',
    javaScriptClass: PublishOutcome,
    documentation: `Apex Reference Guide, EventBus.${kind}Result Interface`,
    members: {
      'List<String> getEventUuids()': (outcome: PublishOutcome) =>
        new ApexList(runtimeType('List<String>'), [...outcome.uuids])
    }
  });
}
