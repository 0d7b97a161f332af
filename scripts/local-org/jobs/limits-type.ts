/**
 * `System.Limits`. CPU time and heap are estimates: CPU follows the statements executed, heap what callouts and
 * queries brought in.
 * @see "Limits Class", Apex Reference Guide
 */
import { definePlatformType, type Implementation } from '../declarations/define';
import type { LimitName } from '../transaction/limits';
import { STATEMENTS_PER_CPU_MILLISECOND, transaction } from '../transaction/transaction';

const METHODS: Readonly<Record<string, LimitName>> = {
  Queries: 'queries',
  QueryRows: 'queryRows',
  AggregateQueries: 'aggregateQueries',
  QueryLocatorRows: 'queryLocatorRows',
  SoslQueries: 'soslQueries',
  DmlStatements: 'dmlStatements',
  DmlRows: 'dmlRows',
  PublishImmediateDML: 'publishImmediateDml',
  Callouts: 'callouts',
  EmailInvocations: 'emailInvocations',
  FutureCalls: 'futureCalls',
  QueueableJobs: 'queueableJobs',
  MobilePushApexCalls: 'mobilePushCalls',
  ApexCursors: 'cursors',
  ApexCursorRows: 'cursorRows',
  FetchCallsOnApexCursor: 'fetchCallsOnCursors'
};

const MOST_ASYNC_CALLS = 200;

function countMembers(): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const [method, name] of Object.entries(METHODS)) {
    members[`static Integer get${method}()`] = () => transaction().limits.usedOf(name);
    members[`static Integer getLimit${method}()`] = () => transaction().limits.limitOf(name);
  }
  return members;
}

function estimatedCpuMilliseconds(): number {
  return Math.ceil(transaction().statements / STATEMENTS_PER_CPU_MILLISECOND);
}

definePlatformType({
  namespace: 'System',
  name: 'Limits',
  kind: 'class',
  documentation: 'Apex Reference Guide, Limits Class',
  members: {
    ...countMembers(),
    // "Reserved for future use" ("Limits Class"), but they count: the jobs that were enqueued.
    'static Integer getAsyncCalls()': () => transaction().limits.usedOf('queueableJobs'),
    'static Integer getLimitAsyncCalls()': () => MOST_ASYNC_CALLS,
    'static Integer getCpuTime()': estimatedCpuMilliseconds,
    'static Integer getLimitCpuTime()': () => transaction().limits.cpuMilliseconds,
    'static Integer getHeapSize()': () => transaction().heapBytes,
    'static Integer getLimitHeapSize()': () => transaction().limits.heapBytes
  }
});
