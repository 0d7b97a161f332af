/** A record of which only the Id is known. */
import { StringException } from '../values/exceptions';
import type { SchemaModel } from '../schema/model';
import { toId18 } from '../values/record-id';
import { SObjectRecord } from './sobject-record';

/**
 * A record with this Id and nothing else.
 * @throws StringException when the text is no Id of any object
 */
export function recordOfId(schema: SchemaModel, text: string): SObjectRecord {
  const id = toId18(text);
  const object = id === null ? undefined : schema.byKeyPrefix(id.slice(0, 3));
  if (id === null || !object) throw new StringException(`Invalid id: ${text}`);
  return new SObjectRecord(object, new Map([['Id', id]]));
}
