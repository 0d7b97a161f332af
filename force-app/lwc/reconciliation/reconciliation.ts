import { LightningElement, api } from 'lwc';
import recordsNotInReport from '@salesforce/apex/DashboardController.recordsNotInReport';
import atLeast from '@salesforce/label/c.Reconciliation_At_Least';
import blank from '@salesforce/label/c.Reconciliation_Blank_Keys';
import count from '@salesforce/label/c.Reconciliation_Count';
import countOf from '@salesforce/label/c.Reconciliation_Count_Of';
import counting from '@salesforce/label/c.Reconciliation_Counting';
import empty from '@salesforce/label/c.Reconciliation_Empty';
import explanation from '@salesforce/label/c.Reconciliation_Explanation';
import integration from '@salesforce/label/c.Dashboard_Integration';
import missing from '@salesforce/label/c.Reconciliation_Missing';
import title from '@salesforce/label/c.Reconciliation_Title';
import tooMany from '@salesforce/label/c.Reconciliation_Too_Many';
import unmatched from '@salesforce/label/c.Reconciliation_Unmatched';
import type { ReconciliationRow, RecordsNotInReport } from 'c/dashboardCharts';
import { fill, formatCount } from 'c/formats';
import { problemOf } from 'c/problems';

/** A row as it is shown. */
interface Shown {
  integrationId: string;
  name: string;
  unmatched: string;
  blank: string;
  missing?: string;
  countHelp: string;
}

/**
 * How reports and records cover each other: keys without a record, and on demand records without a row.
 * @fires open when the log of an integration is asked for; the detail is {integrationId, name, runId}
 */
export default class Reconciliation extends LightningElement {
  @api rows: ReconciliationRow[] = [];

  labels = { blank, count, empty, explanation, integration, missing, title, unmatched };
  /** What was counted, in words, by integration. */
  private counted: Record<string, string> = {};

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get shown(): Shown[] {
    return this.rows.map(({ integrationId, name, unmatchedRows, blankKeys }) => ({
      integrationId,
      name,
      unmatched: formatCount(unmatchedRows),
      blank: formatCount(blankKeys),
      missing: this.counted[integrationId],
      countHelp: fill(countOf, name)
    }));
  }

  open(event: Event): void {
    const { integrationId, name, runId } = this.find(event);
    this.dispatchEvent(new CustomEvent('open', { detail: { integrationId, name, runId } }));
  }

  async count(event: Event): Promise<void> {
    const { integrationId } = this.find(event);
    this.tell(integrationId, counting);
    try {
      this.tell(integrationId, sentence(await recordsNotInReport<RecordsNotInReport>({ integrationId })));
    } catch (error) {
      this.tell(integrationId, problemOf(error).message);
    }
  }

  private tell(integrationId: string, text: string): void {
    this.counted = { ...this.counted, [integrationId]: text };
  }

  private find(event: Event): ReconciliationRow {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    return this.rows.find(({ integrationId }) => integrationId === id)!;
  }
}

function sentence({ atLeast: least, recordsWithKey, more }: RecordsNotInReport): string {
  return fill(more ? tooMany : atLeast, formatCount(least), formatCount(recordsWithKey));
}
