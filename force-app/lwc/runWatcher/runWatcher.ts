import progress from '@salesforce/apex/RunController.progress';
import { isActive, type Run } from 'c/runs';

const INTERVAL = 1000;
const LONGEST_INTERVAL = 15000;

/** Told of every answer, and of every question that was not answered. */
export interface RunWatcherCallbacks {
  onRuns: (runs: Run[]) => void;
  onProblem: (error: unknown) => void;
}

/**
 * Follows runs until they are over. It asks once a second; when an answer fails it asks less and less often, so that an
 * org in trouble is left in peace.
 */
export class RunWatcher {
  private readonly callbacks: RunWatcherCallbacks;
  private runIds = new Set<string>();
  private interval = INTERVAL;
  private timer?: number;

  constructor(callbacks: RunWatcherCallbacks) {
    this.callbacks = callbacks;
  }

  /** Follows these runs, beside those that it follows already. */
  watch(runIds: Iterable<string>): void {
    for (const runId of runIds) {
      this.runIds.add(runId);
    }
    this.schedule();
  }

  /** Asks no more. */
  stop(): void {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    this.runIds.clear();
  }

  private schedule(): void {
    if (this.timer === undefined && this.runIds.size > 0) {
      // eslint-disable-next-line @lwc/lwc/no-async-operation -- the one place that waits, and stop() ends it
      this.timer = window.setTimeout(() => void this.ask(), this.interval);
    }
  }

  private async ask(): Promise<void> {
    try {
      const runs = await progress<Run[]>({ runIds: [...this.runIds] });
      this.interval = INTERVAL;
      runs.filter((run) => !isActive(run)).forEach((run) => this.runIds.delete(run.id));
      this.callbacks.onRuns(runs);
    } catch (error) {
      this.interval = Math.min(this.interval * 2, LONGEST_INTERVAL);
      this.callbacks.onProblem(error);
    }
    this.timer = undefined;
    this.schedule();
  }
}
