import type { OrgServices } from '../transaction/org-services';
import { loadRunningUser } from '../database';
import type { RunningUser } from '../transaction/transaction';

/** The platform's own user, as whom event triggers and publish callbacks run. */
export function automatedProcess(org: OrgServices): RunningUser {
  const [user] = org.database.system.find('User', { UserType: 'AutomatedProcess' });
  return loadRunningUser(org, String(user?.['Id']));
}
