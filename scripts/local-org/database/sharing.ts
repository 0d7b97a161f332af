/**
 * Which records a user may see and change when the organisation-wide default is not public: own ones, those of users
 * below in the role hierarchy, of queues and groups they belong to, and shared ones.
 * @see "Organization-Wide Sharing Defaults" and "Controlling Access Using Hierarchies", Salesforce Help; "Sharing a Record
 *   Using Apex", Apex Developer Guide
 */
import { execution } from '../transaction/execution';
import { transaction, type RunningUser } from '../transaction/transaction';
import { documentField } from './document-field';
import type { ObjectDefinition, SchemaModel } from '../schema/model';

/** Whether the code that runs now sees only what is shared with its user. */
export function isSharingEnforced(userMode: boolean): boolean {
  return userMode || execution.sharing === 'with';
}

/** Ids of users and groups whose records the user sees, as a JSON list. */
export function visibleOwners(user: RunningUser): string {
  const groups = [...groupsOf(user.id), ...everybodysGroups(user), ...roleGroups(user)];
  const owners = new Set([user.id, ...usersBelow(user), ...groups]);
  return JSON.stringify([...owners]);
}

function usersBelow(user: RunningUser): string[] {
  if (user.roleId === null) return [];
  const { system } = transaction().org.database;
  const roles = system.find('UserRole').map((row) => [String(row['Id']), row['ParentRoleId']] as const);
  const below = new Set<string>();
  const collect = (parent: string): void => {
    for (const [id, parentId] of roles) {
      if (parentId !== parent || below.has(id)) continue;
      below.add(id);
      collect(id);
    }
  };
  collect(user.roleId);
  const users = [...below].flatMap((roleId) => system.find('User', { UserRoleId: roleId }));
  return users.map((row) => String(row['Id']));
}

/** The group of all internal users, for one of them, and the groups that this group belongs to. */
function everybodysGroups(user: RunningUser): string[] {
  const { system } = transaction().org.database;
  const [row] = system.find('User', { Id: user.id });
  if ((row?.['UserType'] ?? 'Standard') !== 'Standard') return [];
  const ids = system.find('Group', { Type: 'Organization' }).map(({ Id }) => String(Id));
  return ids.flatMap((id) => [id, ...groupsOf(id)]);
}

/** The groups of the user's role, those of it and all roles above that take in the roles below, and what these belong to. */
function roleGroups({ roleId }: RunningUser): string[] {
  const { system } = transaction().org.database;
  const groupOf = (Type: string, RelatedId: string): string[] =>
    system.find('Group', { Type, RelatedId }).map(({ Id }) => String(Id));
  const ids = roleId === null ? [] : groupOf('Role', roleId);
  const above = new Set<string>();
  for (let id = roleId; id !== null && !above.has(id);) {
    above.add(id);
    ids.push(...groupOf('RoleAndSubordinates', id));
    const parent = system.find('UserRole', { Id: id })[0]?.['ParentRoleId'] ?? null;
    id = parent === null ? null : String(parent);
  }
  return ids.flatMap((id) => [id, ...groupsOf(id)]);
}

/** Ids of the groups and queues that a user or group belongs to, directly or through another one. */
export function groupsOf(memberId: string, seen = new Set<string>()): string[] {
  const { system } = transaction().org.database;
  for (const row of system.find('GroupMember', { UserOrGroupId: memberId })) {
    const groupId = String(row['GroupId']);
    if (seen.has(groupId)) continue;
    seen.add(groupId);
    groupsOf(groupId, seen);
  }
  return [...seen];
}

/**
 * SQL that is true for records of `alias` whose owner, or a group with a share, is in the JSON list of the one parameter.
 * @param forChange only shares that allow changes count
 * @returns null when everybody may see (or change) every record of the object
 */
export function ownershipCondition(
  schema: SchemaModel,
  object: ObjectDefinition,
  alias: string,
  forChange = false
): string | null {
  const document = documentField(object);
  if (document) return `EXISTS (SELECT 1 FROM json_each(?) AS v WHERE v.value=${alias}."${document}")`;
  if (object.sharingModel === 'ControlledByParent') return parentCondition(schema, object, alias, forChange);
  const isOpen = object.sharingModel === 'ReadWrite' || (object.sharingModel === 'Read' && !forChange);
  if (isOpen || !object.fields.has('ownerid')) return null;
  const shared = sharedWith(schema, object, alias, forChange);
  return `EXISTS (SELECT 1 FROM json_each(?) AS v WHERE v.value=${alias}."OwnerId"${shared})`;
}

/** A share object and its columns that differ between standard and custom ones. */
export interface ShareColumns {
  readonly share: ObjectDefinition;
  readonly parent: string;
  readonly level: string;
}

/** The share object of an object, when it has one. */
export function shareOf(schema: SchemaModel, object: ObjectDefinition): ShareColumns | null {
  const share = schema.object(object.name.replace(/(__)?c?$/i, (end) => (end === '__c' ? '__Share' : `${end}Share`)));
  if (!share) return null;
  const parent = share.fields.has('parentid') ? 'ParentId' : `${object.name}Id`;
  const level = share.fields.has('accesslevel') ? 'AccessLevel' : `${object.name}AccessLevel`;
  return share.fields.has(parent.toLowerCase()) ? { share, parent, level } : null;
}

/** What the owner's own share gives follows from the owner. */
function sharedWith(schema: SchemaModel, object: ObjectDefinition, alias: string, forChange: boolean): string {
  const columns = shareOf(schema, object);
  if (!columns) return '';
  const { share, parent, level } = columns;
  const edit = forChange ? ` AND s."${level}" IN ('Edit','All')` : '';
  const given = share.fields.has('rowcause') ? ` AND s."RowCause" IS NOT 'Owner'` : '';
  return ` OR EXISTS (SELECT 1 FROM "${share.name}" AS s WHERE s."${parent}"=${alias}."Id" AND s."UserOrGroupId"=v.value${edit}${given})`;
}

/** A detail is seen and changed by whoever may do so with its master. */
function parentCondition(
  schema: SchemaModel,
  object: ObjectDefinition,
  alias: string,
  forChange: boolean
): string | null {
  const field = [...object.fields.values()].find((candidate) => candidate.cascadeDelete && candidate.custom);
  const parent = field?.referenceTo[0] === undefined ? undefined : schema.object(field.referenceTo[0]);
  if (!field || !parent || parent === object) return null;
  const inner = ownershipCondition(schema, parent, `${alias}m`, forChange);
  if (inner === null) return null;
  return `EXISTS (SELECT 1 FROM "${parent.name}" AS ${alias}m WHERE ${alias}m."Id"=${alias}."${field.name}" AND ${inner})`;
}
