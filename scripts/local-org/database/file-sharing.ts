/**
 * Which files a user may see and change: those linked to the user, to a group of the user, to the organization, or to a
 * record that the user may see. Permission to view all data does not count, "Query All Files" does.
 * @see "ContentDocumentLink" and "ContentDocument", Object Reference: usage, and the permission "Query All Files"
 */
import { transaction, type RunningUser } from '../transaction/transaction';
import { groupsOf, ownershipCondition, visibleOwners } from './sharing';

/** Ways of sharing that let a file be changed: as a collaborator, or as far as the record it is linked to. */
const FOR_CHANGE = new Set(['C', 'I']);

/** Whether a user sees every file, whoever it is shared with. */
export function seesAllFiles(user: RunningUser): boolean {
  return transaction().org.access.hasUserPermission(user, 'QueryAllFiles');
}

/**
 * Ids of the documents a user may see, as a JSON list.
 * @param forChange those that the user may change
 */
export function visibleDocuments(user: RunningUser, forChange = false): string {
  const { system } = transaction().org.database;
  const known = new Map<string, boolean>();
  const reaches = (entityId: string): boolean => {
    const before = known.get(entityId) ?? isReached(user, entityId, forChange);
    known.set(entityId, before);
    return before;
  };
  const links = system
    .find('ContentDocumentLink', {})
    .filter(({ ShareType }) => !forChange || FOR_CHANGE.has(String(ShareType)));
  const seen = links.filter(({ LinkedEntityId }) => reaches(String(LinkedEntityId)));
  return JSON.stringify([...new Set(seen.map(({ ContentDocumentId }) => String(ContentDocumentId)))]);
}

function isReached(user: RunningUser, entityId: string, forChange: boolean): boolean {
  const { org } = transaction();
  const object = org.schema.byKeyPrefix(entityId.slice(0, 3));
  if (!object) return false;
  if (object.name === 'User') return entityId === user.id;
  if (object.name === 'Group') return groupsOf(user.id).includes(entityId);
  if (object.name === 'Organization') return true;
  const access = org.access.object(user, object);
  if (!(forChange ? access.edit : access.read)) return false;
  const condition = ownershipCondition(org.schema, object, 't', forChange);
  if (condition === null || (forChange ? access.modifyAll : access.viewAll)) return true;
  const statement = `SELECT 1 FROM "${object.name}" AS t WHERE t."Id"=? AND ${condition}`;
  return org.database.store.connection.all(statement, [entityId, visibleOwners(user)]).length > 0;
}
