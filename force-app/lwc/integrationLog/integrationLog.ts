import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import log from '@salesforce/apex/RunController.log';
import back from '@salesforce/label/c.Log_Back';
import close from '@salesforce/label/c.Common_Close';
import emptyText from '@salesforce/label/c.Log_Empty_Text';
import emptyTitle from '@salesforce/label/c.Log_Empty_Title';
import loadFailed from '@salesforce/label/c.Log_Load_Failed';
import loading from '@salesforce/label/c.Log_Loading';
import noMatch from '@salesforce/label/c.Log_No_Match';
import title from '@salesforce/label/c.Log_Title';
import { fill } from 'c/formats';
import { ALL_RUNS, isFiltering, type LogFilter } from 'c/logFilters';
import { problemOf, type Problem } from 'c/problems';
import { Question, type Answer } from 'c/question';
import { RunWatcher } from 'c/runWatcher';
import { isActive, type Run } from 'c/runs';

const PAGE_SIZE = 50;
/** So many one finds by looking. */
const FEW_RUNS = 10;

/** Which part of the log is asked for. */
interface Place {
  filter: LogFilter;
  offset: number;
}

/** A page of runs, and where it is. */
interface RunPage extends Place {
  total: number;
  rows: Run[];
}

/** The window that "Log" opens. It keeps up with a run that is going on while it is open. */
export default class IntegrationLog extends LightningModal {
  @api integrationId = '';
  @api integrationName = '';
  /** The run to show at once, instead of the table of runs. */
  @api runId?: string;
  /** The rows of that run to show at once: an outcome; all where none is given. */
  @api outcome?: string;

  /** What was answered last; none while nothing that is still true is known. */
  page?: RunPage;
  problem?: Problem;
  /** What is wanted; the page before stays in view until this one is there. */
  wanted: Place = { filter: ALL_RUNS, offset: 0 };
  isAsking = false;
  shownRunId?: string;

  labels = { back, close, emptyText, emptyTitle, loadFailed, loading, noMatch };

  /** The run of the table that was opened, to which the focus goes back. */
  private openedId?: string;
  private nextFocus?: 'back' | string;
  private readonly question = new Question<RunPage>((answer) => this.take(answer));
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
    const table = this.template!.querySelector<HTMLElement & { focusRun(runId: string): void }>('c-run-table');
    if (target === 'back') {
      this.nextFocus = undefined;
      this.template!.querySelector<HTMLElement>('[data-back]')?.focus();
    } else if (target && table) {
      this.nextFocus = undefined;
      table.focusRun(target);
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
    return !this.page && !this.problem;
  }

  get isEmpty(): boolean {
    return this.page?.total === 0 && !isFiltering(this.page.filter);
  }

  get hasNoMatch(): boolean {
    return this.page?.total === 0 && isFiltering(this.page.filter);
  }

  get isTable(): boolean {
    return Boolean(this.page?.rows.length);
  }

  get hasFilters(): boolean {
    const { wanted, page } = this;
    return isFiltering(wanted.filter) || Boolean(page && (isFiltering(page.filter) || page.total > FEW_RUNS));
  }

  /** What is shown still answers the question before. */
  get tableClass(): string {
    return this.isAsking ? 'stale' : '';
  }

  async load(): Promise<void> {
    const { integrationId, wanted } = this;
    await this.question.ask(async () => {
      const answer = await log<{ total: number; rows: Run[] }>({ integrationId, pageSize: PAGE_SIZE, ...wanted });
      return { ...wanted, ...answer };
    }, true);
  }

  turn(event: CustomEvent<number>): void {
    this.wanted = { ...this.wanted, offset: event.detail };
    void this.load();
  }

  find(event: CustomEvent<LogFilter>): void {
    this.wanted = { filter: event.detail, offset: 0 };
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

  /** There may be other runs by now: what was known before is not shown again. */
  goBack(): void {
    this.nextFocus = this.openedId ?? this.shownRunId;
    this.shownRunId = undefined;
    this.question.drop();
    void this.load();
  }

  closeLog(): void {
    this.close();
  }

  /** Until there is an answer the page before stays, which may know more of a run by now than its own answer did. */
  private take({ value, problem, isPending = false }: Answer<RunPage>): void {
    this.isAsking = isPending;
    if (isPending) {
      return;
    }
    const isOther = value && this.page && value.offset !== this.page.offset;
    this.page = value;
    this.problem = problem;
    this.follow(value?.rows ?? []);
    if (isOther) {
      this.template!.querySelector('.top')?.scrollIntoView?.();
    }
  }

  private follow(runs: Run[]): void {
    this.watcher.stop();
    if (!this.shownRunId) {
      this.watcher.watch(runs.filter(isActive).map(({ id }) => id));
    }
  }

  private takeProgress(changed: Run[]): void {
    this.problem = undefined;
    const rows = this.page!.rows.map((run) => changed.find(({ id }) => id === run.id) ?? run);
    this.page = { ...this.page!, rows };
  }
}
