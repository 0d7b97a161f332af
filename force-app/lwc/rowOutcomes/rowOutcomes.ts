import { LightningElement, api } from 'lwc';
import rowsOf from '@salesforce/apex/RunController.rows';
import allApplied from '@salesforce/label/c.Rows_All_Applied';
import caption from '@salesforce/label/c.Rows_Title';
import download from '@salesforce/label/c.Rows_Download';
import fields from '@salesforce/label/c.Rows_Column_Fields';
import foundMany from '@salesforce/label/c.Rows_Found_Many';
import foundOne from '@salesforce/label/c.Rows_Found_One';
import key from '@salesforce/label/c.Rows_Column_Key';
import line from '@salesforce/label/c.Rows_Column_Line';
import loadFailed from '@salesforce/label/c.Rows_Load_Failed';
import loaded from '@salesforce/label/c.Rows_Loaded';
import loading from '@salesforce/label/c.Rows_Loading';
import noneRead from '@salesforce/label/c.Rows_None_Read';
import noneMatch from '@salesforce/label/c.Rows_None_Match';
import outcome from '@salesforce/label/c.Rows_Column_Outcome';
import reason from '@salesforce/label/c.Rows_Column_Reason';
import removeFilter from '@salesforce/label/c.Rows_Filter_Remove';
import search from '@salesforce/label/c.Rows_Search';
import stillRunning from '@salesforce/label/c.Rows_Still_Running';
import { download as save } from 'c/downloads';
import { fill, fillCount, formatCount } from 'c/formats';
import { filterLabel, outcomeLooks } from 'c/outcomes';
import { problemOf, type Problem } from 'c/problems';
import { fieldLabel, type RunField } from 'c/runFields';
import { isActive, type RowOutcome, type Run } from 'c/runs';
import { SliceReader, type SlicePage } from 'c/sliceReader';
import { RecordFinder } from './recordFinder';
import { csvOfRows, RowSearch } from './rowSearch';

interface Row extends RowOutcome {
  index: number;
  lineText: string;
  outcomeText: string;
  icon?: string;
  variant?: string;
  fieldText: string;
  /** The same by API names. */
  fieldTitle: string;
}

const PAGE_SIZE = 50;

/**
 * Line, key, outcome and reason of each row that was not applied. All of them are read, part after part, while the first
 * are in view already; a page of them is drawn. Those of a run that goes on are added as it gets further.
 * @fires filter with '' when all outcomes are to be shown again
 */
export default class RowOutcomes extends LightningElement {
  labels = {
    ...{ caption, download, fields, key, line, loadFailed, loading, noneMatch, outcome, reason },
    ...{ removeFilter, search, stillRunning }
  };
  matches: RowOutcome[] = [];
  offset = 0;
  total = 0;
  isComplete = false;
  problem?: Problem;

  private shownRun?: Run;
  private shownFields: RunField[] = [];
  private shownFilter = '';
  private reader?: SliceReader<RowOutcome>;
  private rowSearch = new RowSearch();
  private readonly finder = new RecordFinder(() => {
    this.matches = [...this.matches];
  });

  /** Of a run that has got further there may be more rows; those that were read stay as they are. */
  @api get run(): Run | undefined {
    return this.shownRun;
  }
  set run(run: Run | undefined) {
    const before = this.shownRun;
    this.shownRun = run;
    if (run?.id !== before?.id) {
      this.reader?.stop();
      this.reader = undefined;
      this.total = 0;
      this.matches = [];
      this.isComplete = false;
      void this.load();
    } else if (run?.status !== before?.status || run?.counts.read !== before?.counts.read) {
      this.reader?.grow();
      void this.load();
    }
  }

  /** The fields that the run writes, by which people know them. */
  @api get fields(): RunField[] {
    return this.shownFields;
  }
  set fields(fields: RunField[]) {
    this.shownFields = fields;
    this.rowSearch.fields = fields;
  }

  /** The outcome, or part of the bar, whose rows alone are shown. */
  @api get filter(): string {
    return this.shownFilter;
  }
  set filter(filter: string) {
    this.shownFilter = filter;
    this.rowSearch.filter = filter;
    this.search();
  }

  disconnectedCallback(): void {
    this.reader?.stop();
    this.finder.stop();
  }

  get isLoading(): boolean {
    return !this.isComplete && this.total === 0 && !this.problem;
  }

  get isActive(): boolean {
    return Boolean(this.shownRun && isActive(this.shownRun));
  }

  get hasRows(): boolean {
    return this.total > 0;
  }

  /** That there is nothing to look at, and why. */
  get emptyText(): string {
    if (!this.isComplete || this.total > 0 || this.isActive) {
      return '';
    }
    return this.shownRun?.counts.read ? allApplied : noneRead;
  }

  get hasMatches(): boolean {
    return this.matches.length > 0;
  }

  get found(): string {
    const found = fillCount(this.matches.length, foundOne, foundMany);
    return this.isComplete ? found : fill(loaded, formatCount(this.matches.length));
  }

  get filterText(): string {
    return this.shownFilter && filterLabel(this.shownFilter, this.shownRun?.kind);
  }

  get cannotDownload(): boolean {
    return !this.isComplete || !this.hasMatches;
  }

  get rows(): Row[] {
    const looks = outcomeLooks(this.shownRun?.kind);
    return this.inView.map((row, index) => {
      const look = looks.find((candidate) => candidate.outcome === row.outcome);
      return {
        ...row,
        index,
        recordId: this.finder.recordOf(row),
        lineText: formatCount(row.line),
        outcomeText: look?.label ?? row.outcome,
        icon: look?.icon ?? 'utility:info',
        variant: look?.variant ?? '',
        fieldText: (row.fields ?? []).map((field) => fieldLabel(this.fields, field)).join(', '),
        fieldTitle: (row.fields ?? []).join(', ')
      };
    });
  }

  async load(): Promise<void> {
    const runId = this.shownRun!.id;
    const reader = (this.reader ??= new SliceReader((afterSlice) =>
      rowsOf<SlicePage<RowOutcome>>({ runId, afterSlice })
    ));
    this.problem = undefined;
    try {
      await reader.read(Infinity, () => this.take(reader));
    } catch (error) {
      if (reader === this.reader) {
        this.problem = problemOf(error);
      }
    }
  }

  type(event: Event): void {
    this.rowSearch.text = (event.target as HTMLInputElement).value;
    this.search();
  }

  removeFilter(): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: '' }));
  }

  turn(event: CustomEvent<number>): void {
    this.offset = event.detail;
    this.template!.querySelector('.scroller')?.scrollIntoView?.({ block: 'start' });
    this.findRecords();
  }

  saveAsCsv(): void {
    // Lightning Web Security looks into text and refuses some of it; what is no text it lets through
    save(`${this.shownRun!.name}.csv`, 'application/octet-stream', csvOfRows(this.matches, this.shownRun!.kind));
  }

  private take({ rows, isComplete }: SliceReader<RowOutcome>): void {
    this.rowSearch.take(rows);
    this.total = rows.length;
    this.isComplete = isComplete;
    this.matches = this.rowSearch.matches();
    this.findRecords();
  }

  private search(): void {
    this.offset = 0;
    this.matches = this.rowSearch.matches();
    this.findRecords();
  }

  private get inView(): RowOutcome[] {
    return this.matches.slice(this.offset, this.offset + PAGE_SIZE);
  }

  private findRecords(): void {
    if (this.shownRun && this.isConnected) {
      this.finder.find(this.shownRun.id, this.inView);
    }
  }
}
