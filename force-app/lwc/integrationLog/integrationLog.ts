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

const PAGE_SIZE = 25;

/** The window that "Log" opens. It keeps up with a run that is going on while it is open. */
export default class IntegrationLog extends LightningModal {
  @api integrationId = '';
  @api integrationName = '';
  /** The run to show at once, instead of the table of runs. */
  @api runId?: string;

  runs?: Run[];
  total = 0;
  problem?: Problem;
  shownRunId?: string;
  isLoadingMore = false;

  labels = { back, close, emptyText, emptyTitle, loadFailed, loading };

  private nextFocus?: 'back' | string;
  private readonly watcher = new RunWatcher({
    onRuns: (runs) => this.takeProgress(runs),
    onProblem: (error) => {
      this.problem = problemOf(error);
    }
  });

  connectedCallback(): void {
    this.shownRunId = this.runId;
    void this.load();
  }

  disconnectedCallback(): void {
    this.watcher.stop();
  }

  /** Moves the focus along with the view, so that a keyboard user is never left on something that is gone. */
  renderedCallback(): void {
    const target = this.nextFocus;
    if (target === 'back') {
      this.template!.querySelector<HTMLElement>('[data-back]')?.focus();
    } else if (target) {
      this.template!.querySelector<HTMLElement & { focusRun(runId: string): void }>('c-run-table')?.focusRun(target);
    }
    this.nextFocus = undefined;
  }

  get title(): string {
    return fill(title, this.integrationName);
  }

  get isLoading(): boolean {
    return !this.runs && !this.problem;
  }

  get isEmpty(): boolean {
    return this.runs?.length === 0;
  }

  get shownRun(): Run | undefined {
    return this.runs?.find(({ id }) => id === this.shownRunId);
  }

  get isTable(): boolean {
    return Boolean(this.runs?.length) && !this.shownRun;
  }

  async load(): Promise<void> {
    const pages = Math.max(1, Math.ceil((this.runs?.length ?? 0) / PAGE_SIZE));
    await this.ask(pages * PAGE_SIZE, 0, []);
  }

  async loadMore(): Promise<void> {
    const runs = this.runs ?? [];
    this.isLoadingMore = true;
    await this.ask(PAGE_SIZE, runs.length, runs);
    this.isLoadingMore = false;
  }

  view(event: CustomEvent<string>): void {
    this.shownRunId = event.detail;
    this.nextFocus = 'back';
  }

  goBack(): void {
    this.nextFocus = this.shownRunId;
    this.shownRunId = undefined;
  }

  closeLog(): void {
    this.close();
  }

  private async ask(pageSize: number, offset: number, before: Run[]): Promise<void> {
    try {
      const { integrationId } = this;
      const answer = await log<{ total: number; rows: Run[] }>({ integrationId, pageSize, offset });
      this.runs = [...before, ...answer.rows];
      this.total = answer.total;
      this.problem = undefined;
      this.watcher.watch(answer.rows.filter(isActive).map(({ id }) => id));
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private takeProgress(changed: Run[]): void {
    this.problem = undefined;
    this.runs = this.runs?.map((run) => changed.find(({ id }) => id === run.id) ?? run);
  }
}
