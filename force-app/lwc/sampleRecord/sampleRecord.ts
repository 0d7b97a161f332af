import { LightningElement, api } from 'lwc';
import blank from '@salesforce/label/c.Sample_Blank';
import becomes from '@salesforce/label/c.Sample_Becomes';
import line from '@salesforce/label/c.Sample_Line';
import was from '@salesforce/label/c.Sample_Was';
import ambiguous from '@salesforce/label/c.Outcome_Ambiguous';
import invalid from '@salesforce/label/c.Outcome_Invalid';
import rejected from '@salesforce/label/c.Outcome_Rejected';
import skipped from '@salesforce/label/c.Outcome_Skipped';
import unchanged from '@salesforce/label/c.Outcome_Unchanged';
import unmatched from '@salesforce/label/c.Outcome_Unmatched';
import updated from '@salesforce/label/c.Outcome_Updated';
import { fill, formatCount } from 'c/formats';
import type { SampleRecord as Sample } from 'c/wizardTypes';

const OUTCOMES: Record<string, { label: string; icon: string; variant: string }> = {
  Updated: { label: updated, icon: 'utility:edit', variant: '' },
  Unchanged: { label: unchanged, icon: 'utility:check', variant: 'success' },
  Unmatched: { label: unmatched, icon: 'utility:search', variant: '' },
  Skipped: { label: skipped, icon: 'utility:skip', variant: '' },
  Ambiguous: { label: ambiguous, icon: 'utility:warning', variant: 'warning' },
  Invalid: { label: invalid, icon: 'utility:error', variant: 'error' },
  Rejected: { label: rejected, icon: 'utility:error', variant: 'error' }
};

/** What would become of one row of the report. */
export default class SampleRecord extends LightningElement {
  @api record!: Sample;

  labels = { becomes, was };

  get lineText(): string {
    return fill(line, formatCount(this.record.line));
  }

  get outcome(): { label: string; icon: string; variant: string } {
    const { outcome } = this.record;
    return OUTCOMES[outcome] ?? { label: outcome, icon: 'utility:info', variant: '' };
  }

  get changes(): object[] {
    return (this.record.changes ?? []).map(({ field, label, before, after }) => ({
      field,
      label,
      before: before || blank,
      beforeClass: before ? '' : 'blank',
      after: after || blank
    }));
  }
}
