/** Who may see and change what. */
export { AccessRules } from './access-rules';
export type { FieldAccess, ObjectAccess } from './model';
export { seedPermissionSets } from './seed';
