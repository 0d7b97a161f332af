/**
 * Share records that the platform writes: the owner's, which say what ownership gives, and the end of manual ones.
 * @see "Sharing a Record Using Apex" and "Understanding Apex Managed Sharing", Apex Developer Guide: a record has one share of
 *   its owner, and loses those that were made by hand when it gets another one
 */
import type { Database } from './database';
import { shareOf } from './sharing';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import type { Store } from '../store/store';

/** The object whose records a share object shares; undefined when it is none, or has other columns. */
function sharedObject(schema: SchemaModel, share: ObjectDefinition): ObjectDefinition | undefined {
  const name = /^(.+)__Share$/.test(share.name)
    ? share.name.replace(/__Share$/, '__c')
    : share.name.replace(/Share$/, '');
  const object = schema.object(name);
  return object && object !== share && object.fields.has('ownerid') ? object : undefined;
}

/** Brings the owners' shares in step with the owners: nothing but queries ever sees them. */
export function syncOwnerShares(database: Database, share: ObjectDefinition): void {
  const object = share.fields.has('rowcause') ? sharedObject(database.schema, share) : undefined;
  const columns = object && shareOf(database.schema, object);
  if (!object || columns?.share !== share) return;
  const { parent, level } = columns;
  const { connection } = database.store;
  const isCurrent = `o."Id"=s."${parent}" AND o."OwnerId"=s."UserOrGroupId"`;
  connection.run(
    `DELETE FROM "${share.name}" AS s WHERE s."RowCause"='Owner' AND NOT EXISTS (SELECT 1 FROM "${object.name}" AS o WHERE ${isCurrent})`
  );
  const missing = connection.all(
    `SELECT o."Id",o."OwnerId" FROM "${object.name}" AS o WHERE o."OwnerId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${share.name}" AS s WHERE s."RowCause"='Owner' AND ${isCurrent})`
  );
  for (const [id, owner] of missing) {
    database.system.insert(share.name, { [parent]: id, UserOrGroupId: owner, [level]: 'All', RowCause: 'Owner' });
  }
}

/** Deletes the shares that were made by hand of records whose owner has changed. */
export function dropManualShares(
  schema: SchemaModel,
  store: Store,
  object: ObjectDefinition,
  ids: readonly string[]
): void {
  const columns = shareOf(schema, object);
  if (!columns || ids.length === 0) return;
  const { share, parent } = columns;
  const where = `"RowCause"='Manual' AND "${parent}" IN (SELECT value FROM json_each(?))`;
  store.connection.run(`DELETE FROM "${share.name}" WHERE ${where}`, [JSON.stringify(ids)]);
}
