import { LightningElement, api } from 'lwc';
import columnsMany from '@salesforce/label/c.Report_Columns_Many';
import columnsOne from '@salesforce/label/c.Report_Columns_One';
import noRows from '@salesforce/label/c.Report_No_Rows';
import nothingChosen from '@salesforce/label/c.Report_Nothing_Chosen';
import reading from '@salesforce/label/c.Report_Reading';
import readFailed from '@salesforce/label/c.Report_Read_Failed';
import refreshed from '@salesforce/label/c.Report_Refreshed';
import rowsAbout from '@salesforce/label/c.Report_Rows_About';
import rowsMany from '@salesforce/label/c.Progress_Rows_Many';
import rowsOne from '@salesforce/label/c.Progress_Rows_One';
import { fillCount, formatBothZones } from 'c/formats';
import type { Answer } from 'c/question';
import type { ColumnsAnswer } from 'c/wizardTypes';

/**
 * Rows, columns and age of the chosen report.
 * @fires retry to have it read again
 */
export default class ReportFacts extends LightningElement {
  /** Id of the report; blank while none is chosen. */
  @api chosen = '';
  @api columns: Answer<ColumnsAnswer> = {};
  /** When it was refreshed as the list of reports says, for a report that does not say it itself. */
  @api listedAt?: string | null;

  labels = { noRows, nothingChosen, readFailed, reading, refreshed };

  get isNothing(): boolean {
    return !this.chosen;
  }

  get isReading(): boolean {
    return Boolean(this.columns.isPending);
  }

  get text(): string {
    const { rowCount, rowCountIsEstimate, columns = [] } = this.columns.value ?? {};
    const rowTexts = rowCountIsEstimate ? [rowsAbout, rowsAbout] : [rowsOne, rowsMany];
    const rows = typeof rowCount === 'number' ? [fillCount(rowCount, rowTexts[0], rowTexts[1])] : [];
    return [...rows, fillCount(columns.length, columnsOne, columnsMany)].join(' · ');
  }

  get isWithoutRows(): boolean {
    return this.columns.value?.rowCount === 0;
  }

  get refreshedTime(): number {
    return this.moment ? Date.parse(this.moment) : 0;
  }

  get refreshedTitle(): string {
    return this.moment ? formatBothZones(this.moment) : '';
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  private get moment(): string | null | undefined {
    return this.columns.value?.refreshedAt ?? this.listedAt;
  }
}
