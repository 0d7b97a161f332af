import { LightningElement, api } from 'lwc';
import preview from '@salesforce/label/c.Progress_Preview';
import progressOf from '@salesforce/label/c.Progress_Of';
import retry from '@salesforce/label/c.Progress_Retry';
import rowsMany from '@salesforce/label/c.Progress_Rows_Many';
import rowsOne from '@salesforce/label/c.Progress_Rows_One';
import statusRunning from '@salesforce/label/c.Status_Running';
import undo from '@salesforce/label/c.Progress_Undo';
import waiting from '@salesforce/label/c.Progress_Waiting';
import until from '@salesforce/label/c.Progress_Until';
import { fill, fillCount, formatClock, formatCount } from 'c/formats';
import type { Run } from 'c/runs';

/** A run that is no plain synchronization says so in its row. */
const KINDS: Record<string, string> = { Preview: preview, Retry: retry, Undo: undo };

/** The progress of a run that is going on: rows read of rows in the report, as words and as a bar. */
export default class RunProgress extends LightningElement {
  @api run?: Run | null;
  /** Whether the reason why it waits is told elsewhere. */
  @api brief = false;

  labels = { statusRunning };

  get status(): string {
    if (this.isWaiting) {
      return 'Waiting';
    }
    return this.isQueued ? 'Queued' : 'Running';
  }

  get kind(): string {
    return KINDS[this.run?.kind ?? ''] ?? '';
  }

  get text(): string {
    const read = this.run?.counts.read ?? 0;
    if (this.isWaiting) {
      return fill(until, formatClock(this.run!.waitingUntil!));
    }
    if (this.isQueued) {
      return waiting;
    }
    const total = this.run?.rowsTotal;
    return total ? fill(progressOf, formatCount(read), formatCount(total)) : fillCount(read, rowsOne, rowsMany);
  }

  /** Why the run waits, as the source gave it. */
  get reason(): string {
    return this.isWaiting && !this.brief ? (this.run?.message ?? '') : '';
  }

  get percent(): number {
    const { counts, rowsTotal } = this.run ?? {};
    return counts && rowsTotal ? Math.min(100, Math.floor((100 * counts.read) / rowsTotal)) : 0;
  }

  get barStyle(): string {
    return `width: ${this.percent}%`;
  }

  private get isQueued(): boolean {
    return !this.run || this.run.status === 'Queued';
  }

  private get isWaiting(): boolean {
    return Boolean(this.run?.waitingUntil);
  }
}
