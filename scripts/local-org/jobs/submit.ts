import { cross } from '../transaction/cross';
import { transaction, type Transaction } from '../transaction/transaction';
import type { PendingJob } from './job';

/** Jobs that a test enqueued and that `Test.stopTest` will run. */
const TEST_JOBS = { create: (): PendingJob[] => [] };

/**
 * Hands a job over: it starts after the running transaction has committed. In a test it waits for `Test.stopTest`;
 * one that a job of a test enqueues stays queued for good, unless it is a batch or a finalizer enqueued it: public
 * tests that pass on the platform count on chains of such jobs.
 * @see "Testing Asynchronous Apex", Apex Developer Guide
 */
export function submit(job: PendingJob): void {
  const current = transaction();
  if (cross('enqueue', `${job.jobType} ${job.apexClass}`)) current.limits.exceed('queueableJobs');
  if (current.isTest) {
    if (!current.parentTest || job.jobType === 'BatchApex' || current.kind === 'TRANSACTION_FINALIZER_QUEUEABLE') {
      (current.parentTest ?? current).attachment(TEST_JOBS).push(job);
    }
    return;
  }
  current.afterCommit(() => current.org.jobs.add(job));
}

/** Takes the jobs that a test enqueued so far. */
export function takeTestJobs(test: Transaction): PendingJob[] {
  return test.attachment(TEST_JOBS).splice(0);
}

/** Takes a job of a test out of its queue. @returns whether it was there */
export function removeTestJob(test: Transaction, id: string): boolean {
  const jobs = test.attachment(TEST_JOBS);
  const index = jobs.findIndex((job) => job.id === id);
  if (index >= 0) jobs.splice(index, 1);
  return index >= 0;
}
