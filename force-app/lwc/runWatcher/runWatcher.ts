import progress from '@salesforce/apex/RunController.progress';
import { RunEvents, type RunEvent } from 'c/runEvents';
import { isActive, type Run } from 'c/runs';

const INTERVAL = 1000;
/** Asked no less often than this while nothing is heard of a long run. */
const LONGEST_INTERVAL = 5000;
/** Where events tell, asking only makes up for one that was lost. */
const INTERVAL_BESIDE_EVENTS = 15000;
const LONGEST_AFTER_FAILURES = 15000;

/** Told of every answer, and of every question that was not answered. */
export interface RunWatcherCallbacks {
  onRuns: (runs: Run[]) => void;
  onProblem: (error: unknown) => void;
  /** Whether all numbers are to fit each other: an event tells only of the rows read, and is followed by a question. */
  exact?: boolean;
}

/**
 * Follows runs until they are over. It listens to their events and asks as long as none comes: once a second at first,
 * then less and less often, so that a long run, or an org in trouble, is left in peace.
 */
export class RunWatcher {
  private readonly callbacks: RunWatcherCallbacks;
  private readonly events = new RunEvents((event) => this.hear(event));
  private readonly latest = new Map<string, Run | undefined>();
  private interval = INTERVAL;
  private timer?: number;
  private isAsking = false;
  private isStale = false;
  private hasHeard = false;

  constructor(callbacks: RunWatcherCallbacks) {
    this.callbacks = callbacks;
  }

  /** Follows these runs, beside those that it follows already. */
  watch(runIds: Iterable<string>): void {
    for (const runId of runIds) {
      if (!this.latest.has(runId)) {
        this.latest.set(runId, undefined);
        this.interval = INTERVAL;
      }
    }
    if (this.latest.size > 0) {
      this.events.open();
      this.schedule();
    }
  }

  /** Asks and listens no more. */
  stop(): void {
    this.latest.clear();
    this.rest();
  }

  private rest(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.hasHeard = false;
    this.events.close();
  }

  private schedule(): void {
    if (this.timer === undefined && !this.isAsking && this.latest.size > 0) {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place that waits, and stop() ends it
      this.timer = window.setTimeout(() => void this.ask(), this.interval);
    }
  }

  private hear({ runId, hasEnded, status, rowsRead, rowsTotal }: RunEvent): void {
    if (!this.latest.has(runId)) {
      return;
    }
    this.hasHeard = true;
    const run = this.latest.get(runId);
    if (hasEnded || !run || this.callbacks.exact) {
      this.askNow();
    } else {
      const counts = { ...run.counts, read: rowsRead ?? run.counts.read };
      this.take([{ ...run, status: status ?? run.status, rowsTotal: rowsTotal ?? run.rowsTotal, counts }]);
    }
  }

  /** An answer that is on its way may be older than what was heard: it is asked again after that. */
  private askNow(): void {
    if (this.isAsking) {
      this.isStale = true;
      return;
    }
    window.clearTimeout(this.timer);
    void this.ask();
  }

  private async ask(): Promise<void> {
    this.timer = undefined;
    this.isAsking = true;
    this.isStale = false;
    const runIds = [...this.latest.keys()];
    try {
      const runs = await progress<Run[]>({ runIds });
      this.interval = this.hasHeard ? INTERVAL_BESIDE_EVENTS : Math.min(this.interval * 1.25, LONGEST_INTERVAL);
      this.forgetMissing(runIds, runs);
      this.take(runs);
    } catch (error) {
      this.interval = Math.min(this.interval * 2, LONGEST_AFTER_FAILURES);
      if (this.latest.size > 0) {
        this.callbacks.onProblem(error);
      }
    }
    this.isAsking = false;
    if (this.isStale && this.latest.size > 0) {
      void this.ask();
    } else {
      this.schedule();
    }
  }

  /** A run that was deleted meanwhile has no answer. */
  private forgetMissing(runIds: string[], runs: Run[]): void {
    runIds.filter((runId) => !runs.some(({ id }) => id === runId)).forEach((runId) => this.latest.delete(runId));
  }

  private take(runs: Run[]): void {
    const followed = runs.filter(({ id }) => this.latest.has(id));
    for (const run of followed) {
      if (isActive(run)) {
        this.latest.set(run.id, run);
      } else {
        this.latest.delete(run.id);
      }
    }
    if (this.latest.size === 0) {
      this.rest();
    }
    if (followed.length > 0) {
      this.callbacks.onRuns(followed);
    }
  }
}
