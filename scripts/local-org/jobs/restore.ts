/** Brings back the jobs that were waiting or running when the org was stopped. */
import type { OrgServices } from '../transaction/org-services';
import { loadRunningUser } from '../database';
import type { RunningUser } from '../transaction/transaction';
import { restoreBatch } from './batch';
import { restoreFinalizer } from './finalizer';
import { restoreFuture, type FutureCall } from './future';
import { JobRecord, type PendingJob } from './job';
import type { StoredJob, StoredKind } from './job-store';
import { restoreQueueable } from './queueable';
import { restoreSchedule } from './schedule';

type CallFuture = (call: FutureCall, values: readonly unknown[]) => void;
type Restore = (org: OrgServices, stored: StoredJob, user: RunningUser, callFuture: CallFuture) => PendingJob;

const RESTORE: Readonly<Record<StoredKind, Restore>> = {
  Queueable: restoreQueueable,
  Finalizer: restoreFinalizer,
  Future: restoreFuture,
  BatchApex: restoreBatch,
  ScheduledApex: restoreSchedule
};

/**
 * Puts every stored job back into the queue, in the order in which they were enqueued; see job-store.ts for the rules.
 * A job whose class is gone fails, as on the platform.
 * @param callFuture calls a compiled method
 */
export function restoreJobs(org: OrgServices, callFuture: CallFuture): void {
  org.database.store.atomically(() => {
    abortOrphans(org);
    for (const stored of org.jobStore.all()) restore(org, stored, callFuture);
  });
}

/** Jobs of data that was written before jobs were stored: nothing is left of them that could run. */
function abortOrphans({ database: { system }, jobStore }: OrgServices): void {
  const known = new Set(jobStore.all().map(({ id }) => id));
  for (const Status of ['Queued', 'Holding', 'Preparing', 'Processing']) {
    for (const { Id, CronTriggerId } of system.find('AsyncApexJob', { Status })) {
      if (known.has(String(Id)) || known.has(String(CronTriggerId))) continue;
      const ExtendedStatus = 'The local org was stopped before this job ended.';
      system.update('AsyncApexJob', String(Id), { Status: 'Aborted', ExtendedStatus });
    }
  }
}

function restore(org: OrgServices, stored: StoredJob, callFuture: CallFuture): void {
  const record = new JobRecord(org, stored.id);
  const hasRecord = stored.kind !== 'ScheduledApex' && stored.kind !== 'Finalizer';
  try {
    org.jobs.add(RESTORE[stored.kind](org, stored, loadRunningUser(org, stored.userId), callFuture));
    if (hasRecord) record.update({ Status: 'Queued' });
  } catch (error) {
    org.jobStore.remove(stored.id);
    if (hasRecord) record.fail(error);
    org.reportUnhandled(stored.kind, error);
  }
}
