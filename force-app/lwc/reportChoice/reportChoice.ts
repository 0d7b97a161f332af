import { LightningElement, api } from 'lwc';
import emptyApi from '@salesforce/label/c.Report_List_Empty';
import emptyUpload from '@salesforce/label/c.Report_Upload_Empty';
import loadFailed from '@salesforce/label/c.Report_List_Failed';
import loading from '@salesforce/label/c.Report_List_Loading';
import refresh from '@salesforce/label/c.Report_List_Refresh';
import rowsMany from '@salesforce/label/c.Progress_Rows_Many';
import rowsOne from '@salesforce/label/c.Progress_Rows_One';
import searchReports from '@salesforce/label/c.Report_Search';
import title from '@salesforce/label/c.Report_Title';
import titleFile from '@salesforce/label/c.Report_Title_File';
import { fillCount } from 'c/formats';
import type { Option } from 'c/optionSearch';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { act, type Draft } from 'c/wizardState';
import type { ColumnsAnswer, ReportSummary } from 'c/wizardTypes';

/**
 * The left side of screen 2: the report. Reports are listed, a CSV file on a server is named by its path.
 * @fires retry to have the chosen report read again
 */
export default class ReportChoice extends LightningElement {
  @api draft!: Draft;
  @api data!: WizardData;
  /** What the chosen report holds, as far as it was read. */
  @api columns: Answer<ColumnsAnswer> = {};

  reports: Answer<ReportSummary[]> = {};

  labels = { loadFailed, loading, refresh, searchReports };

  private readonly listing = new Question<ReportSummary[]>((answer) => {
    this.reports = answer;
  });

  connectedCallback(): void {
    void this.load();
  }

  get title(): string {
    return this.draft.sourceKind === 'Api' ? title : titleFile;
  }

  get isPath(): boolean {
    return this.draft.sourceKind === 'Csv';
  }

  get isUpload(): boolean {
    return this.draft.sourceKind === 'Upload';
  }

  get emptyText(): string {
    return this.isUpload ? emptyUpload : emptyApi;
  }

  get options(): Option[] {
    const { reportId, reportName } = this.draft;
    const listed = (this.reports.value ?? []).map(({ id, name, rowCount }) => ({
      value: id,
      label: name,
      detail: typeof rowCount === 'number' ? fillCount(rowCount, rowsOne, rowsMany) : ''
    }));
    const isGone = reportId && !listed.some(({ value }) => value === reportId);
    return isGone ? [{ value: reportId, label: reportName || reportId, detail: '' }, ...listed] : listed;
  }

  get listedAt(): string | null | undefined {
    return this.reports.value?.find(({ id }) => id === this.draft.reportId)?.refreshedAt;
  }

  async load(): Promise<void> {
    const { environmentName, sourceKind } = this.draft;
    if (!this.isPath) {
      await this.listing.ask(() => this.data.reports({ environmentName: environmentName ?? '', sourceKind }));
    }
  }

  async reload(): Promise<void> {
    this.data.forget('reports');
    await this.load();
  }

  choose({ detail: reportId }: CustomEvent<string>): void {
    const chosen = this.options.find(({ value }) => value === reportId);
    act(this, { type: 'reportChosen', reportId, reportName: chosen?.label ?? reportId });
  }

  choosePath({ detail: path }: CustomEvent<string>): void {
    const [name] = path.split('/').slice(-1);
    act(this, { type: 'reportChosen', reportId: path, reportName: name || path });
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  /** An integration that exists gets the next version of its file; a new one another file. */
  get uploadedTo(): string {
    return this.draft.id ? this.draft.reportId : '';
  }

  /** A file that was just uploaded is the one that was meant, and what was known of it is no longer so. */
  async takeUploaded({ detail: file }: CustomEvent<{ id: string; name: string }>): Promise<void> {
    this.data.forget('reports', 'columns', 'keys', 'sample');
    const isNextVersion = file.id === this.draft.reportId;
    act(this, { type: 'reportChosen', reportId: file.id, reportName: file.name });
    if (isNextVersion) {
      this.askAgain();
    }
    await this.load();
  }
}
