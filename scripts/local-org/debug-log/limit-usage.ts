/** What a transaction used, as the end of a debug log tells it. */
import type { LimitName } from '../transaction/limits';
import type { Transaction } from '../transaction/transaction';
import type { DebugLog } from './debug-log';

/** The platform's words, in its order. */
const LINES: readonly (readonly [string, LimitName])[] = [
  ['Number of SOQL queries', 'queries'],
  ['Number of query rows', 'queryRows'],
  ['Number of SOSL queries', 'soslQueries'],
  ['Number of DML statements', 'dmlStatements'],
  ['Number of Publish Immediate DML', 'publishImmediateDml'],
  ['Number of DML rows', 'dmlRows'],
  ['Number of callouts', 'callouts'],
  ['Number of Email Invocations', 'emailInvocations'],
  ['Number of future calls', 'futureCalls'],
  ['Number of queueable jobs added to the queue', 'queueableJobs'],
  ['Number of Mobile Apex push calls', 'mobilePushCalls']
];

/** CPU time is not measured: Apex statements stand in its place and say so; the heap is an estimate. */
export function writeLimitUsage(log: DebugLog, { limits, statements, heapBytes }: Transaction): void {
  const counted = LINES.map(([text, name]) => `  ${text}: ${limits.usedOf(name)} out of ${limits.limitOf(name)}`);
  const estimated = [
    `  Apex statements executed, in place of CPU time: ${statements}`,
    `  Maximum heap size, an estimate: ${heapBytes} out of ${limits.heapBytes}`
  ];
  const lines = [...counted.slice(0, 6), ...estimated, ...counted.slice(6)];
  log.write('APEX_PROFILING', 'INFO', 'CUMULATIVE_LIMIT_USAGE');
  log.write('APEX_PROFILING', 'INFO', 'LIMIT_USAGE_FOR_NS', '(default)', `\n${lines.join('\n')}\n`);
  log.write('APEX_PROFILING', 'INFO', 'CUMULATIVE_LIMIT_USAGE_END\n');
}
