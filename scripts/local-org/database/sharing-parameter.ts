import type { ObjectDefinition } from '../schema/model';
import { transaction, type RunningUser } from '../transaction/transaction';
import { documentField } from './document-field';
import { seesAllFiles, visibleDocuments } from './file-sharing';
import { visibleOwners } from './sharing';

/**
 * What the one parameter of `ownershipCondition` is for a user.
 * @param forChange whether records are to be changed
 * @returns null where the user may see, or change, every record of the object
 */
export function sharingParameter(user: RunningUser, object: ObjectDefinition, forChange = false): string | null {
  if (documentField(object)) return seesAllFiles(user) ? null : visibleDocuments(user, forChange);
  const access = transaction().org.access.object(user, object);
  return (forChange ? access.modifyAll : access.viewAll) ? null : visibleOwners(user);
}
