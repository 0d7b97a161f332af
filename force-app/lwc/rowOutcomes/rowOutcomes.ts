import { LightningElement, api } from 'lwc';
import rowsOf from '@salesforce/apex/RunController.rows';
import allApplied from '@salesforce/label/c.Rows_All_Applied';
import ambiguous from '@salesforce/label/c.Outcome_Ambiguous';
import caption from '@salesforce/label/c.Rows_Title';
import fields from '@salesforce/label/c.Rows_Column_Fields';
import invalid from '@salesforce/label/c.Outcome_Invalid';
import key from '@salesforce/label/c.Rows_Column_Key';
import line from '@salesforce/label/c.Rows_Column_Line';
import loadFailed from '@salesforce/label/c.Rows_Load_Failed';
import loading from '@salesforce/label/c.Rows_Loading';
import outcome from '@salesforce/label/c.Rows_Column_Outcome';
import reason from '@salesforce/label/c.Rows_Column_Reason';
import rejected from '@salesforce/label/c.Outcome_Rejected';
import showMore from '@salesforce/label/c.Common_Show_More';
import skipped from '@salesforce/label/c.Outcome_Skipped';
import stillRunning from '@salesforce/label/c.Rows_Still_Running';
import unchanged from '@salesforce/label/c.Outcome_Unchanged';
import updated from '@salesforce/label/c.Outcome_Updated';
import unmatched from '@salesforce/label/c.Outcome_Unmatched';
import { formatCount } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { isActive, type RowOutcome, type Run } from 'c/runs';

interface Row extends RowOutcome {
  index: number;
  lineText: string;
  outcomeText: string;
  icon: string;
  variant: string;
  fieldText: string;
}

interface RowPage {
  rows: RowOutcome[];
  nextSlice?: number | null;
}

const SCREENFUL = 50;

const OUTCOMES: Record<string, { text: string; icon: string; variant: string }> = {
  Ambiguous: { text: ambiguous, icon: 'utility:warning', variant: 'warning' },
  Invalid: { text: invalid, icon: 'utility:error', variant: 'error' },
  Rejected: { text: rejected, icon: 'utility:error', variant: 'error' },
  Skipped: { text: skipped, icon: 'utility:skip', variant: '' },
  Unchanged: { text: unchanged, icon: 'utility:check', variant: '' },
  Unmatched: { text: unmatched, icon: 'utility:search', variant: '' },
  Updated: { text: updated, icon: 'utility:success', variant: 'success' }
};

/** Line, key, outcome and reason of each row that was not applied or repeats another, read from the run's slices as the user asks for more. */
export default class RowOutcomes extends LightningElement {
  labels = { allApplied, caption, fields, key, line, loadFailed, loading, outcome, reason, showMore, stillRunning };
  outcomes?: RowOutcome[];
  nextSlice: number | null = null;
  problem?: Problem;
  isLoadingMore = false;

  private shownRun?: Run;

  /** Rows are read again when the run is over: until then there may be more of them. */
  @api get run(): Run | undefined {
    return this.shownRun;
  }
  set run(run: Run | undefined) {
    const isNew = run?.id !== this.shownRun?.id || run?.status !== this.shownRun?.status;
    this.shownRun = run;
    if (isNew) {
      void this.load();
    }
  }

  get isLoading(): boolean {
    return !this.outcomes && !this.problem;
  }

  get isActive(): boolean {
    return Boolean(this.shownRun && isActive(this.shownRun));
  }

  get hasRows(): boolean {
    return Boolean(this.outcomes?.length);
  }

  get hasNone(): boolean {
    return this.outcomes?.length === 0 && !this.isActive && (this.shownRun?.counts.read ?? 0) > 0;
  }

  get hasMore(): boolean {
    return this.nextSlice !== null;
  }

  get rows(): Row[] {
    return (this.outcomes ?? []).map((row, index) => {
      const { text, icon, variant } = OUTCOMES[row.outcome] ?? { text: row.outcome, icon: 'utility:info', variant: '' };
      const fieldText = (row.fields ?? []).join(', ');
      return { ...row, index, lineText: formatCount(row.line), outcomeText: text, icon, variant, fieldText };
    });
  }

  async load(): Promise<void> {
    this.problem = undefined;
    await this.ask(null, []);
  }

  async loadMore(): Promise<void> {
    this.isLoadingMore = true;
    await this.ask(this.nextSlice, this.outcomes ?? []);
    this.isLoadingMore = false;
  }

  /** Reads slices until there is a screenful: many have a row or two to show. */
  private async ask(afterSlice: number | null, before: RowOutcome[]): Promise<void> {
    const runId = this.shownRun!.id;
    const gathered: RowOutcome[] = [];
    let slice = afterSlice;
    try {
      do {
        // eslint-disable-next-line no-await-in-loop -- each answer says where to go on
        const answer = await rowsOf<RowPage>({ runId, afterSlice: slice });
        gathered.push(...answer.rows);
        slice = answer.nextSlice ?? null;
      } while (slice !== null && gathered.length < SCREENFUL);
      this.outcomes = [...before, ...gathered];
      this.nextSlice = slice;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }
}
