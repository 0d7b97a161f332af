import { LightningElement, api } from 'lwc';
import recordsNotInReport from '@salesforce/apex/DashboardController.recordsNotInReport';
import about from '@salesforce/label/c.Reconciliation_About';
import blank from '@salesforce/label/c.Reconciliation_Blank_Keys';
import count from '@salesforce/label/c.Reconciliation_Count';
import countOf from '@salesforce/label/c.Reconciliation_Count_Of';
import counting from '@salesforce/label/c.Reconciliation_Counting';
import empty from '@salesforce/label/c.Reconciliation_Empty';
import exactly from '@salesforce/label/c.Reconciliation_Exactly';
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
 * @fires open when the log of an integration is asked for; the detail is {integrationId, name, runId,
 * outcome}
 */
export default class Reconciliation extends LightningElement {
  @api rows: ReconciliationRow[] = [];

  labels = { blank, count, explanation, integration, missing, title, unmatched };
  /** What was counted, in words, by integration. */
  private counted: Record<string, string> = {};

  get emptyText(): string {
    return this.rows.length === 0 ? empty : '';
  }

  /** Those with the most rows without a record first. */
  get shown(): Shown[] {
    const rows = [...this.rows].sort((one, other) => other.unmatchedRows - one.unmatchedRows);
    return rows.map(({ integrationId, name, unmatchedRows, blankKeys, rowsRead }) => ({
      integrationId,
      name,
      unmatched: fill(exactly, formatCount(unmatchedRows), formatCount(rowsRead)),
      blank: formatCount(blankKeys),
      missing: this.counted[integrationId],
      countHelp: fill(countOf, name)
    }));
  }

  open(event: Event): void {
    const { integrationId, name, runId } = this.find(event);
    this.dispatchEvent(new CustomEvent('open', { detail: { integrationId, name, runId, outcome: 'Unmatched' } }));
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

function sentence({ missing: without, recordsWithKey, exact, more }: RecordsNotInReport): string {
  const words = more ? tooMany : exact ? exactly : about;
  return fill(words, formatCount(without), formatCount(recordsWithKey));
}
