import type { OrgServices } from '../transaction/org-services';
import type { RunningUser } from '../transaction/transaction';

/**
 * Reads a user as transactions run as it.
 * @throws Error when there is no such user
 */
export function loadRunningUser(org: OrgServices, userId: string): RunningUser {
  const [row] = org.database.system.find('User', { Id: userId });
  if (!row) throw new Error(`There is no user with Id ${userId}.`);
  const text = (name: string): string => String(row[name] ?? '');
  const firstName = (row['FirstName'] ?? null) as string | null;
  return {
    id: text('Id'),
    profileId: text('ProfileId'),
    roleId: (row['UserRoleId'] ?? null) as string | null,
    name: [firstName, text('LastName')].filter(Boolean).join(' '),
    firstName,
    lastName: text('LastName'),
    username: text('Username'),
    email: text('Email'),
    timeZone: text('TimeZoneSidKey') || 'GMT',
    locale: text('LocaleSidKey') || 'en_US',
    language: text('LanguageLocaleKey') || 'en_US'
  };
}
