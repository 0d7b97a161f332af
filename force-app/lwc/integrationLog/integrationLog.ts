import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import log from '@salesforce/apex/RunController.log';
import back from '@salesforce/label/c.Log_Back';
import close from '@salesforce/label/c.Common_Close';
import emptyText from '@salesforce/label/c.Log_Empty_Text';
import emptyTitle from '@salesforce/label/c.Log_Empty_Title';
import loadFailed from '@salesforce/label/c.Log_Load_Failed';
import loading from '@salesforce/label/c.Log_Loading';
import title from '@salesforce/label/c.Log_Title';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { RunWatcher } from 'c/runWatcher';
import { isActive, type Run } from 'c/runs';

const PAGE_SIZE = 50;

/** The window that "Log" opens. It keeps up with a run that is going on while it is open. */
export default class IntegrationLog extends LightningModal {
  @api integrationId = '';
  @api integrationName = '';
  /** The run to show at once, instead of the table of runs. */
  @api runId?: string;
  /** The rows of that run to show at once: an outcome; all where none is given. */
  @api outcome?: string;

  runs?: Run[];
  total = 0;
  problem?: Problem;
  offset = 0;
  shownRunId?: string;

  labels = { back, close, emptyText, emptyTitle, loadFailed, loading };

  /** The run of the table that was opened, to which the focus goes back. */
  private openedId?: string;
  private nextFocus?: 'back' | string;
  private readonly watcher = new RunWatcher({
    onRuns: (runs) => this.takeProgress(runs),
    onProblem: (error) => {
      this.problem = problemOf(error);
    }
  });

  connectedCallback(): void {
    this.shownRunId = this.runId;
    if (!this.runId) {
      void this.load();
    }
  }

  disconnectedCallback(): void {
    this.watcher.stop();
  }

  /** Moves the focus along with the view, so that a keyboard user is never left on something that is gone. */
  renderedCallback(): void {
    const target = this.nextFocus;
    this.nextFocus = undefined;
    if (target === 'back') {
      this.template!.querySelector<HTMLElement>('[data-back]')?.focus();
    } else if (target) {
      this.template!.querySelector<HTMLElement & { focusRun(runId: string): void }>('c-run-table')?.focusRun(target);
    }
  }

  get title(): string {
    return fill(title, this.integrationName);
  }

  /** Another run is opened for other reasons. */
  get shownOutcome(): string {
    return (this.shownRunId === this.runId && this.outcome) || '';
  }

  get isLoading(): boolean {
    return !this.runs && !this.problem;
  }

  get isEmpty(): boolean {
    return this.runs?.length === 0;
  }

  get isTable(): boolean {
    return Boolean(this.runs?.length);
  }

  async load(): Promise<void> {
    const { integrationId, offset } = this;
    try {
      const answer = await log<{ total: number; rows: Run[] }>({ integrationId, pageSize: PAGE_SIZE, offset });
      if (offset === this.offset) {
        this.runs = answer.rows;
        this.total = answer.total;
        this.problem = undefined;
        this.follow(answer.rows);
      }
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  turn(event: CustomEvent<number>): void {
    this.offset = event.detail;
    void this.load();
  }

  view(event: CustomEvent<string>): void {
    this.openedId = event.detail;
    this.shownRunId = event.detail;
    this.nextFocus = 'back';
    this.watcher.stop();
  }

  /** What was started from there, or what that follows up; the way back still leads to the runs. */
  viewOther(event: CustomEvent<string>): void {
    this.shownRunId = event.detail;
    this.nextFocus = 'back';
  }

  /** There may be other runs by now. */
  goBack(): void {
    this.nextFocus = this.openedId;
    this.shownRunId = undefined;
    void this.load();
  }

  closeLog(): void {
    this.close();
  }

  private follow(runs: Run[]): void {
    this.watcher.stop();
    if (!this.shownRunId) {
      this.watcher.watch(runs.filter(isActive).map(({ id }) => id));
    }
  }

  private takeProgress(changed: Run[]): void {
    this.problem = undefined;
    this.runs = this.runs?.map((run) => changed.find(({ id }) => id === run.id) ?? run);
  }
}
