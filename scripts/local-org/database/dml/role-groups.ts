/** Groups that come with roles: records are shared with a role by them. */
import { transaction } from '../../transaction/transaction';
import type { DmlContext } from './context';
import type { DmlRow } from './row';

/** @see "Group" (Type: Role, RoleAndSubordinates; RelatedId), Object Reference */
const TYPES = ['Role', 'RoleAndSubordinates'] as const;

/** Gives every new role its groups. */
export function insertRoleGroups({ object }: DmlContext, rows: readonly DmlRow[]): void {
  if (object.name !== 'UserRole') return;
  const { system } = transaction().org.database;
  for (const { id, changes } of rows)
    for (const Type of TYPES)
      system.insert('Group', { Type, RelatedId: id, DeveloperName: changes.get('DeveloperName') ?? null });
}
