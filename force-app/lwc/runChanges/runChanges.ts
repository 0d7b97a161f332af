import { LightningElement, api } from 'lwc';
import changesOf from '@salesforce/apex/RunController.changes';
import namesOf from '@salesforce/apex/RunController.recordNames';
import after from '@salesforce/label/c.Changes_Column_After';
import before from '@salesforce/label/c.Changes_Column_Before';
import caption from '@salesforce/label/c.Changes_Table';
import empty from '@salesforce/label/c.Changes_Empty';
import field from '@salesforce/label/c.Changes_Column_Field';
import line from '@salesforce/label/c.Rows_Column_Line';
import loadFailed from '@salesforce/label/c.Changes_Load_Failed';
import loading from '@salesforce/label/c.Changes_Loading';
import none from '@salesforce/label/c.Changes_None';
import record from '@salesforce/label/c.Changes_Column_Record';
import stillRunning from '@salesforce/label/c.Rows_Still_Running';
import { formatCount } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { fieldLabel, fieldValue, type RunField } from 'c/runFields';
import { isActive, type Run } from 'c/runs';
import { SliceReader, type SlicePage } from 'c/sliceReader';

/** What one row of the report changed on one record, as `RunController.changes` gives it. */
interface RecordChange {
  line: number;
  recordId: string;
  changes: { field: string; before?: string | null; after?: string | null }[];
}

interface Change {
  key: string;
  line: string;
  recordId: string;
  /** What people call the record; its Id until that is known. */
  recordName: string;
  isFirst: boolean;
  /** The same as an attribute, which is there or not. */
  first?: 'yes';
  /** The field by its label, and by its API name. */
  label: string;
  field: string;
  before?: string;
  after?: string;
}

const PAGE_SIZE = 25;

/** Old value and new value of every field that a run changed, or a preview would change; more is read as one goes on. */
export default class RunChanges extends LightningElement {
  labels = { after, before, caption, empty, field, line, loadFailed, loading, none, record, stillRunning };
  records: RecordChange[] = [];
  offset = 0;
  isComplete = false;
  isLoading = true;
  problem?: Problem;

  /** Names of records, as far as they are known. */
  private names: Record<string, string> = {};
  private shownRun?: Run;
  private reader?: SliceReader<RecordChange>;

  /** The fields that the run writes, by which people know them. */
  @api fields: RunField[] = [];

  /** Of a run that has got further there may be more changes; those that were read stay as they are. */
  @api get run(): Run | undefined {
    return this.shownRun;
  }
  set run(run: Run | undefined) {
    const before = this.shownRun;
    this.shownRun = run;
    if (run?.id !== before?.id) {
      this.reader?.stop();
      this.reader = undefined;
      this.records = [];
      this.offset = 0;
      void this.load();
    } else if (run?.status !== before?.status || run?.counts.read !== before?.counts.read) {
      this.reader?.grow();
      void this.load();
    }
  }

  disconnectedCallback(): void {
    this.reader?.stop();
  }

  get isActive(): boolean {
    return Boolean(this.shownRun && isActive(this.shownRun));
  }

  get isSkeleton(): boolean {
    return this.isLoading && this.records.length === 0;
  }

  get hasNone(): boolean {
    return this.isComplete && this.records.length === 0 && !this.isActive;
  }

  get hasChanges(): boolean {
    return this.records.length > 0;
  }

  get pageSize(): number {
    return PAGE_SIZE;
  }

  get total(): number {
    return this.records.length;
  }

  get isEndless(): boolean {
    return !this.isComplete;
  }

  get changes(): Change[] {
    return this.records
      .slice(this.offset, this.offset + PAGE_SIZE)
      .flatMap(({ line: number, recordId, changes }, row) =>
        changes.map((change, index) => ({
          key: `${row} ${index}`,
          line: formatCount(number),
          recordId,
          recordName: this.names[recordId] ?? recordId,
          isFirst: index === 0,
          first: index === 0 ? 'yes' : undefined,
          field: change.field,
          label: fieldLabel(this.fields, change.field),
          before: this.textOf(change.field, change.before),
          after: this.textOf(change.field, change.after)
        }))
      );
  }

  async load(): Promise<void> {
    await this.readTo(this.offset);
    await this.nameRecords();
  }

  async turn(event: CustomEvent<number>): Promise<void> {
    await this.readTo(event.detail);
    if (!this.problem && event.detail < this.records.length) {
      this.offset = event.detail;
      this.template!.querySelector('.scroller')?.scrollIntoView?.({ block: 'start' });
      await this.nameRecords();
    }
  }

  /** Asks for the names of the records in view. A name that cannot be had leaves the Id. */
  private async nameRecords(): Promise<void> {
    const inView = this.records.slice(this.offset, this.offset + PAGE_SIZE).map(({ recordId }) => recordId);
    const recordIds = [...new Set(inView)].filter((recordId) => !(recordId in this.names));
    if (recordIds.length > 0) {
      const found = await namesOf<Record<string, string>>({ recordIds }).catch(() => ({}));
      this.names = { ...this.names, ...found };
    }
  }

  private textOf(name: string, value?: string | null): string | undefined {
    return value ? fieldValue(this.fields, name, value) : undefined;
  }

  /** Reads as far as the page that begins there, and one row more, which tells whether there is another page. */
  private async readTo(offset: number): Promise<void> {
    const runId = this.shownRun!.id;
    const reader = (this.reader ??= new SliceReader((afterSlice) =>
      changesOf<SlicePage<RecordChange>>({ runId, afterSlice })
    ));
    this.problem = undefined;
    this.isLoading = true;
    try {
      await reader.read(offset + PAGE_SIZE + 1, () => {});
    } catch (error) {
      this.problem = problemOf(error);
    }
    if (reader === this.reader) {
      this.records = reader.rows;
      this.isComplete = reader.isComplete;
      this.isLoading = false;
    }
  }
}
