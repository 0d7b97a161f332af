/** Limits of the org. @see "Limits", REST API Developer Guide */
import { orgLimits } from '../jobs';
import type { BuiltOrg } from '../org';
import type { Json } from './record-json';

/** What the local org counts; the other limits of an org are not modelled. */
export function limits(org: BuiltOrg): Json {
  const entries = orgLimits(org.services).map(({ name, limit, used }) => [
    name,
    { Max: limit, Remaining: Math.max(0, limit - used) }
  ]);
  return Object.fromEntries(entries) as Json;
}

/**
 * Records by object, those in the recycle bin left out; of the objects named, or of all that have any.
 * @see "Record Count", REST API Developer Guide
 */
export function recordCounts({ services }: BuiltOrg, names: readonly string[]): Json {
  const { schema, database } = services;
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const objects = schema.objects().filter(({ name, queryable }) => {
    return wanted.size === 0 ? queryable : wanted.has(name.toLowerCase());
  });
  const sObjects = objects
    .filter(({ kind }) => kind !== 'platformEvent')
    .map(({ name, fields }) => {
      const live = fields.has('isdeleted') ? ' WHERE "IsDeleted" = 0' : '';
      const [[count] = [0]] = database.store.connection.all(`SELECT count(*) FROM "${name}"${live}`);
      return { name, count: Number(count) };
    });
  return { sObjects: sObjects.filter(({ count }) => wanted.size > 0 || count > 0) };
}
