import { LightningElement, api } from 'lwc';
import filterHelp from '@salesforce/label/c.Outcomes_Filter';
import changesRead from '@salesforce/label/c.Undo_Read';
import read from '@salesforce/label/c.Run_Detail_Read';
import { formatCount } from 'c/formats';
import { outcomeLooks, outcomesIn, type OutcomeLook } from 'c/outcomes';
import type { RunCounts as Counts } from 'c/runs';

interface Figure {
  outcome: string;
  label: string;
  count: string;
  markClass: string;
  className: string;
  isFilter: boolean;
  pressed: string;
}

/** Rows with these outcomes are kept one by one, so that they can be listed. */
const LISTED = ['unmatched', 'attention'];

/** What may become of a change that is taken back. */
const UNDO = ['Updated', 'Unchanged', 'Skipped', 'Rejected'];

/**
 * The bar of outcomes with its figures, which are also its legend. They add up to the rows read.
 * @fires filter with the outcome, or the part of the bar, whose rows are to be shown alone; '' for all
 */
export default class RunCounts extends LightningElement {
  @api counts!: Counts;
  /** What kind of run it is: its outcomes are called by what they mean there. */
  @api kind?: string | null;
  /** The outcome or part of the bar that is chosen. */
  @api filter = '';

  labels = { filterHelp };

  get readLabel(): string {
    return this.kind === 'Undo' ? changesRead : read;
  }

  get total(): string {
    return formatCount(this.counts.read);
  }

  get barClass(): string {
    return this.listed(this.counts).length > 0 ? 'bar filters' : 'bar';
  }

  get figures(): Figure[] {
    const chosen = outcomesIn(this.filter);
    return this.looks.map(({ outcome, label, part, count }) => ({
      outcome,
      label,
      count: formatCount(this.counts[count]),
      markClass: `mark ${part}`,
      className: this.counts[count] ? 'figure' : 'figure none',
      isFilter: LISTED.includes(part) && this.counts[count] > 0,
      pressed: String(chosen.includes(outcome))
    }));
  }

  choose(event: Event): void {
    this.toggle((event.currentTarget as HTMLElement).dataset.outcome!);
  }

  choosePart(event: CustomEvent<string>): void {
    if (this.listed(this.counts).some(({ part }) => part === event.detail)) {
      this.toggle(event.detail);
    }
  }

  /** An undo looks at changes, which have no keys: what cannot become of them is not counted. */
  private get looks(): OutcomeLook[] {
    const looks = outcomeLooks(this.kind);
    return this.kind === 'Undo'
      ? looks.filter(({ outcome, count }) => UNDO.includes(outcome) || this.counts[count])
      : looks;
  }

  private listed(counts: Counts): OutcomeLook[] {
    return outcomeLooks().filter(({ part, count }) => LISTED.includes(part) && counts[count] > 0);
  }

  private toggle(filter: string): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: filter === this.filter ? '' : filter }));
  }
}
