import type { OrgServices } from '../platform/org-services';
import { loadRunningUser } from '../platform/running-user';
import type { RunningUser } from '../platform/transaction';

/** The platform's own user, as whom event triggers and publish callbacks run. */
export function automatedProcess(org: OrgServices): RunningUser {
  const [user] = org.database.system.find('User', { UserType: 'AutomatedProcess' });
  return loadRunningUser(org, String(user?.['Id']));
}
