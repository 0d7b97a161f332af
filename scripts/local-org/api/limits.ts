/** Limits of the org. @see "Limits", REST API Developer Guide */
import { orgLimits } from '../jobs/org-limits';
import type { BuiltOrg } from '../org/build-org';
import type { Json } from './record-json';

/** What the local org counts; the other limits of an org are not modelled. */
export function limits(org: BuiltOrg): Json {
  const entries = orgLimits(org.services).map(({ name, limit, used }) => [
    name,
    { Max: limit, Remaining: Math.max(0, limit - used) }
  ]);
  return Object.fromEntries(entries) as Json;
}
