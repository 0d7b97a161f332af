import { LightningElement, api } from 'lwc';
import progressOf from '@salesforce/label/c.Progress_Of';
import rowsMany from '@salesforce/label/c.Progress_Rows_Many';
import rowsOne from '@salesforce/label/c.Progress_Rows_One';
import statusRunning from '@salesforce/label/c.Status_Running';
import waiting from '@salesforce/label/c.Progress_Waiting';
import { fill, fillCount, formatCount } from 'c/formats';
import type { Run } from 'c/runs';

/** The progress of a run that is going on: rows read of rows in the report, as words and as a bar. */
export default class RunProgress extends LightningElement {
  @api run?: Run | null;

  labels = { statusRunning };

  get status(): string {
    return this.isWaiting ? 'Queued' : 'Running';
  }

  get text(): string {
    const read = this.run?.counts.read ?? 0;
    if (this.isWaiting) {
      return waiting;
    }
    const total = this.run?.rowsTotal;
    return total ? fill(progressOf, formatCount(read), formatCount(total)) : fillCount(read, rowsOne, rowsMany);
  }

  get percent(): number {
    const { counts, rowsTotal } = this.run ?? {};
    return counts && rowsTotal ? Math.min(100, Math.floor((100 * counts.read) / rowsTotal)) : 0;
  }

  get barStyle(): string {
    return `width: ${this.percent}%`;
  }

  private get isWaiting(): boolean {
    return !this.run || this.run.status === 'Queued';
  }
}
