/** `System.runAs`. @see "Using the runAs Method", Apex Developer Guide */
import type { SObjectRecord } from '../database/records/sobject-record';
import { loadRunningUser } from '../platform/running-user';
import { transaction } from '../platform/transaction';
import { IllegalArgumentException, UnsupportedOperationException } from '../platform/values/exceptions';

/**
 * Makes a user the running user of a test until the returned function is called. Counts as a DML statement, and lets
 * setup and other objects be written in one test.
 */
export function enterUser(user: SObjectRecord): () => void {
  const current = transaction();
  if (!current.isTest) throw new UnsupportedOperationException('runAs is only allowed in test methods');
  const id = user.get('Id') as string | null;
  if (!id) throw new IllegalArgumentException('System.runAs: the user has no Id');
  current.limits.consume('dmlStatements');
  const previous = current.user;
  current.user = loadRunningUser(current.org, id);
  return () => {
    current.user = previous;
  };
}
