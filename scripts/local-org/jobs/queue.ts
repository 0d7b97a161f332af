import type { PendingJob } from './job';

/** Jobs of an org that wait: first come, first served among those that are due. */
export class JobQueue {
  private readonly waiting: PendingJob[] = [];
  private readonly listeners = new Set<() => void>();

  /** Adds a job whose transaction has committed. */
  add(job: PendingJob): void {
    this.waiting.push(job);
    for (const listener of this.listeners) listener();
  }

  /** Takes the next job due at `now`. */
  take(now: number): PendingJob | undefined {
    const index = this.waiting.findIndex((job) => job.dueAt <= now);
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0];
  }

  /** Removes a waiting job. @returns whether it was waiting */
  remove(id: string): boolean {
    const index = this.waiting.findIndex((job) => job.id === id);
    if (index >= 0) this.waiting.splice(index, 1);
    return index >= 0;
  }

  /** When the next job is due, in milliseconds since the epoch; undefined when none waits. */
  get nextDueAt(): number | undefined {
    return this.waiting.reduce<number | undefined>(
      (earliest, job) => (earliest === undefined || job.dueAt < earliest ? job.dueAt : earliest),
      undefined
    );
  }

  get size(): number {
    return this.waiting.length;
  }

  /** Calls `listener` whenever a job is added. @returns how to stop that */
  onAdded(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

declare module '../transaction/org-services' {
  interface OrgServices {
    readonly jobs: JobQueue;
  }
}
