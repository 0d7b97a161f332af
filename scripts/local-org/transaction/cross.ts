import type { BoundaryKind } from './boundaries';
import type { OrgServices } from './org-services';
import { isInTransaction, transaction } from './transaction';

/**
 * To be called wherever Apex leaves itself. Work of the org's own tooling is not counted.
 * @param org needed where no transaction runs
 * @returns the effect of the fault that is planned there, or null
 * @throws ProcessKilled when the process is to end there
 */
export function cross(kind: BoundaryKind, what: string, org?: OrgServices): string | null {
  const current = isInTransaction() ? transaction() : null;
  if (current && (!org || current.kind === 'TOOLING')) return current.cross(kind, what);
  return org?.faults?.cross(kind, what) ?? null;
}
