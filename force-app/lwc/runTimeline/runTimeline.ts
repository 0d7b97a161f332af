import { LightningElement, api } from 'lwc';
import slicesOf from '@salesforce/apex/RunController.slices';
import caption from '@salesforce/label/c.Course_Table';
import duration from '@salesforce/label/c.Course_Column_Duration';
import explained from '@salesforce/label/c.Course_Explained';
import lines from '@salesforce/label/c.Course_Column_Lines';
import loadFailed from '@salesforce/label/c.Course_Load_Failed';
import loading from '@salesforce/label/c.Course_Loading';
import none from '@salesforce/label/c.Course_None';
import part from '@salesforce/label/c.Course_Column_Part';
import rows from '@salesforce/label/c.Course_Column_Rows';
import start from '@salesforce/label/c.Course_Column_Start';
import { formatBothZones, formatCount, formatDuration, formatUtc } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import type { Run, RunCounts } from 'c/runs';
import { LIMITS, sharesOf, type Share, type SliceStep } from './limits';

interface Step {
  number: number;
  text: string;
  lines: string;
  start: string;
  startTitle: string;
  duration: string;
  read: string;
  counts: RunCounts;
  shares: Share[];
}

const PAGE_SIZE = 50;
/** As many come in one answer. */
const MOST_AT_ONCE = 1000;

/** The parts of a run in order: what each read, what became of that, how long it took, and its share of the limits. */
export default class RunTimeline extends LightningElement {
  labels = { caption, duration, explained, lines, loadFailed, loading, none, part, rows, start };
  limits = LIMITS;
  slices?: SliceStep[];
  offset = 0;
  problem?: Problem;

  private shownRun?: Run;
  private asked = 0;

  /** What came since is read when the run has got further. */
  @api get run(): Run | undefined {
    return this.shownRun;
  }
  set run(run: Run | undefined) {
    const isOther = run?.id !== this.shownRun?.id;
    const isFurther = run?.counts.read !== this.shownRun?.counts.read || run?.status !== this.shownRun?.status;
    this.shownRun = run;
    if (isOther) {
      this.slices = undefined;
      this.offset = 0;
    }
    if (run && (isOther || isFurther)) {
      void this.load();
    }
  }

  get isLoading(): boolean {
    return !this.slices && !this.problem;
  }

  get isEmpty(): boolean {
    return this.slices?.length === 0;
  }

  get hasSteps(): boolean {
    return Boolean(this.slices?.length);
  }

  get total(): number {
    return this.slices?.length ?? 0;
  }

  get steps(): Step[] {
    return (this.slices ?? []).slice(this.offset, this.offset + PAGE_SIZE).map((slice) => ({
      number: slice.sliceNumber,
      text: formatCount(slice.sliceNumber),
      lines: [slice.firstLine, slice.lastLine].map((line) => (line ? formatCount(line) : '')).join('–'),
      start: slice.startedAt ? formatUtc(slice.startedAt) : '',
      startTitle: slice.startedAt ? formatBothZones(slice.startedAt) : '',
      duration: typeof slice.durationMs === 'number' ? formatDuration(slice.durationMs) : '',
      read: formatCount(slice.read),
      counts: slice,
      shares: sharesOf(slice.usage)
    }));
  }

  /** Asks for what follows the slices that are there; of two questions the later one counts. */
  async load(): Promise<void> {
    const question = ++this.asked;
    const runId = this.shownRun!.id;
    let known = this.slices ?? [];
    this.problem = undefined;
    try {
      let isMore = true;
      while (isMore) {
        // eslint-disable-next-line no-await-in-loop -- each answer says where to go on
        const next = await slicesOf<SliceStep[]>({ runId, afterSlice: known.at(-1)?.sliceNumber ?? null });
        if (question !== this.asked) {
          return;
        }
        known = known.concat(next);
        this.slices = known;
        isMore = next.length === MOST_AT_ONCE;
      }
    } catch (error) {
      if (question === this.asked) {
        this.problem = problemOf(error);
      }
    }
  }

  turn(event: CustomEvent<number>): void {
    this.offset = event.detail;
  }
}
