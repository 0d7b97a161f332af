import { cross } from '../transaction/cross';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OrgServices } from '../transaction/org-services';
import type { PendingJob } from './job';

const LONGEST_WAIT_MILLISECONDS = 60_000;

/** Runs an org's waiting jobs, one after the other, leaving room for other work between them. */
export class JobRunner {
  private readonly org: OrgServices;
  private timer: NodeJS.Timeout | null = null;
  private stopListening: (() => void) | null = null;
  private draining: Promise<void> | null = null;

  constructor(org: OrgServices) {
    this.org = org;
  }

  /**
   * Runs every job that is due, those included that they enqueue.
   * @param onJob told of each job after it ran
   */
  runUntilIdle(onJob?: (job: PendingJob) => void): Promise<void> {
    this.draining ??= this.drain(onJob).finally(() => {
      this.draining = null;
    });
    return this.draining;
  }

  /** Runs jobs as they come and fall due, until {@link stop}. */
  start(): void {
    this.stopListening ??= this.org.jobs.onAdded(() => this.wake());
    this.wake();
  }

  /** Lets the running job end and starts no other. */
  async stop(): Promise<void> {
    this.stopListening?.();
    this.stopListening = null;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.draining;
  }

  private async drain(onJob?: (job: PendingJob) => void): Promise<void> {
    for (let job = this.take(); job; job = this.take()) {
      cross('job', `${job.jobType} ${job.apexClass}`, this.org);
      job.run();
      onJob?.(job);
      await giveWay();
    }
  }

  private take(): PendingJob | undefined {
    return this.org.jobs.take(this.org.clock.now());
  }

  private wake(): void {
    if (this.timer) clearTimeout(this.timer);
    const dueAt = this.org.jobs.nextDueAt;
    if (dueAt === undefined || !this.stopListening) return;
    const wait = Math.min(Math.max(dueAt - this.org.clock.now(), 0), LONGEST_WAIT_MILLISECONDS);
    this.timer = setTimeout(() => void this.runDue(), wait);
  }

  private async runDue(): Promise<void> {
    try {
      await this.runUntilIdle();
    } catch (error) {
      this.org.reportUnhandled('background job', error);
    }
    this.wake();
  }
}

/** As many turns as a request of a page takes that came while the job ran: in one turn it is not even read. */
const TURNS_OF_A_REQUEST = 20;

/** Lets pages be answered between two jobs, so that they can follow a run. */
async function giveWay(): Promise<void> {
  for (let turn = 0; turn < TURNS_OF_A_REQUEST; turn += 1) {
    await nextTurn();
  }
}
