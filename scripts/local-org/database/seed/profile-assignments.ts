import type { Database } from '../database';

/**
 * Every user is assigned the permission set that the user's profile owns: the platform keeps such rows itself, for new
 * users and new profiles of users too. Here they are brought up to date before a query reads them.
 * @see "PermissionSetAssignment" and "PermissionSet" (IsOwnedByProfile), Object Reference
 */
export function assignOwnedPermissionSets(database: Database): void {
  const { connection } = database.store;
  connection.run(
    `DELETE FROM "PermissionSetAssignment" WHERE "Id" IN (
       SELECT a."Id" FROM "PermissionSetAssignment" a
       JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId"
       JOIN "User" u ON u."Id" = a."AssigneeId"
       WHERE p."IsOwnedByProfile" AND p."ProfileId" IS NOT u."ProfileId")`
  );
  const missing = connection.all(
    `SELECT u."Id", p."Id" FROM "User" u JOIN "PermissionSet" p ON p."ProfileId" = u."ProfileId" AND p."IsOwnedByProfile"
     WHERE NOT EXISTS (SELECT 1 FROM "PermissionSetAssignment" a
       WHERE a."AssigneeId" = u."Id" AND a."PermissionSetId" = p."Id") ORDER BY u.rowid`
  );
  for (const [AssigneeId, PermissionSetId] of missing) {
    database.system.insert('PermissionSetAssignment', { AssigneeId, PermissionSetId });
  }
}
