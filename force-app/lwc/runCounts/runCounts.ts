import { LightningElement, api } from 'lwc';
import ambiguous from '@salesforce/label/c.Outcomes_Ambiguous';
import invalid from '@salesforce/label/c.Outcomes_Invalid';
import read from '@salesforce/label/c.Run_Detail_Read';
import rejected from '@salesforce/label/c.Outcomes_Rejected';
import skipped from '@salesforce/label/c.Outcomes_Skipped';
import unchanged from '@salesforce/label/c.Outcomes_Unchanged';
import unmatched from '@salesforce/label/c.Outcomes_Unmatched';
import updated from '@salesforce/label/c.Outcomes_Updated';
import { formatCount } from 'c/formats';
import type { RunCounts as Counts } from 'c/runs';

const FIGURES: { outcome: keyof Counts; label: string; kind: string }[] = [
  { outcome: 'updated', label: updated, kind: 'updated' },
  { outcome: 'unchanged', label: unchanged, kind: 'unchanged' },
  { outcome: 'unmatched', label: unmatched, kind: 'unmatched' },
  { outcome: 'skipped', label: skipped, kind: 'unmatched' },
  { outcome: 'ambiguous', label: ambiguous, kind: 'attention' },
  { outcome: 'invalid', label: invalid, kind: 'attention' },
  { outcome: 'rejected', label: rejected, kind: 'attention' }
];

/** The bar of outcomes with its figures, which are also its legend. They add up to the rows read. */
export default class RunCounts extends LightningElement {
  @api counts!: Counts;

  labels = { read };

  get total(): string {
    return formatCount(this.counts.read);
  }

  get figures(): { outcome: string; label: string; count: string; markClass: string; className: string }[] {
    return FIGURES.map(({ outcome, label, kind }) => ({
      outcome,
      label,
      count: formatCount(this.counts[outcome]),
      markClass: `mark ${kind}`,
      className: this.counts[outcome] ? 'figure' : 'figure none'
    }));
  }
}
