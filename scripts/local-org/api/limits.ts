/** Limits of the org. @see "Limits", REST API Developer Guide */
import type { BuiltOrg } from '../org/build-org';
import { runClientQuery } from './queries';
import type { Json } from './record-json';

/** "Execution Governors and Limits", Apex Developer Guide: asynchronous Apex executions in 24 hours. */
const ASYNC_EXECUTIONS = 250_000;

/** What the local org counts: asynchronous executions of the last day. The other limits of an org are not modelled. */
export function limits(org: BuiltOrg): Json {
  const since = new Date(org.services.clock.now() - 86_400_000).toISOString();
  const result = runClientQuery(org, `SELECT COUNT() FROM AsyncApexJob WHERE CreatedDate >= ${since}`);
  const used = result.kind === 'count' ? result.count : 0;
  return { DailyAsyncApexExecutions: { Max: ASYNC_EXECUTIONS, Remaining: Math.max(0, ASYNC_EXECUTIONS - used) } };
}
