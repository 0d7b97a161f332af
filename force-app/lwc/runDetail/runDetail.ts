import { LightningElement, api } from 'lwc';
import detailOf from '@salesforce/apex/RunController.detail';
import isRetry from '@salesforce/label/c.Run_Is_Retry';
import isUndo from '@salesforce/label/c.Run_Is_Undo';
import loadFailed from '@salesforce/label/c.Run_Load_Failed';
import loading from '@salesforce/label/c.Run_Loading';
import nothingWritten from '@salesforce/label/c.Run_Nothing_Written';
import tabChanges from '@salesforce/label/c.Run_Tab_Changes';
import tabCourse from '@salesforce/label/c.Run_Tab_Course';
import tabDetails from '@salesforce/label/c.Run_Tab_Details';
import tabRows from '@salesforce/label/c.Rows_Title';
import undone from '@salesforce/label/c.Run_Undone';
import logOf from '@salesforce/label/c.Log_Title';
import viewOriginal from '@salesforce/label/c.Run_View_Original';
import viewUndo from '@salesforce/label/c.Run_View_Undo';
import { fill, formatBothZones, formatDuration, formatUtc } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import type { RunField } from 'c/runFields';
import { resultSentence } from 'c/runResult';
import { RunWatcher } from 'c/runWatcher';
import { isActive, type Run } from 'c/runs';

/** What `RunController.detail` gives. */
interface Detail {
  run: Run;
  integrationName?: string | null;
  fields: RunField[];
  mayConfigure: boolean;
}

/** What a run that follows up another one is for. */
const FOLLOW_UPS: Record<string, string> = { Retry: isRetry, Undo: isUndo };

/**
 * The full log of a run: the result in a sentence, then the numbers, then the rows. It keeps up with a run that goes on.
 * @fires follow with the id of a run that was started from here, or that this one follows up
 * @fires log with {integrationId, integrationName} when all runs of the integration are asked for
 */
export default class RunDetail extends LightningElement {
  labels = {
    ...{ loadFailed, loading, nothingWritten, undone, viewOriginal, viewUndo },
    ...{ tabChanges, tabCourse, tabDetails, tabRows }
  };
  run?: Run;
  fields: RunField[] = [];
  filter = '';
  canConfigure = false;
  problem?: Problem;

  /** The rows to show at once: an outcome, or a part of the bar; blank for all. */
  @api outcome = '';
  /** Whether it stands for itself, and not in the log of its integration: it names that then, and leads there. */
  @api alone = false;
  integrationName = '';

  private shownId = '';
  private readonly watcher = new RunWatcher({
    onRuns: ([run]) => this.take(run),
    onProblem: (error) => {
      this.problem = problemOf(error);
    },
    exact: true
  });

  @api get runId(): string {
    return this.shownId;
  }
  set runId(runId: string) {
    this.shownId = runId;
    if (this.isConnected) {
      void this.load();
    }
  }

  connectedCallback(): void {
    void this.load();
  }

  disconnectedCallback(): void {
    this.watcher.stop();
  }

  get isLoading(): boolean {
    return !this.run && !this.problem;
  }

  get isActive(): boolean {
    return Boolean(this.run && isActive(this.run));
  }

  get hasRows(): boolean {
    return Boolean(this.run?.counts.read);
  }

  get sentence(): string {
    return this.run ? resultSentence(this.run) : '';
  }

  /** Why it ended as it did, or what it waits for. */
  get message(): string {
    return this.run?.message ?? '';
  }

  /** Which run it is: number, report, object and start, and how long it took. */
  get identity(): string {
    const { name, reportName, objectLabel, startedAt, durationMs } = this.run!;
    const start = startedAt ? `${formatUtc(startedAt)} UTC` : '';
    const duration = typeof durationMs === 'number' ? formatDuration(durationMs) : '';
    return [name, `${reportName} → ${objectLabel}`, start, duration].filter(Boolean).join(' · ');
  }

  get logLabel(): string {
    return this.alone && this.integrationName ? fill(logOf, this.integrationName) : '';
  }

  get startTitle(): string {
    return this.run?.startedAt ? formatBothZones(this.run.startedAt) : '';
  }

  get isPreview(): boolean {
    return this.run?.kind === 'Preview';
  }

  get isUndone(): boolean {
    return Boolean(this.run?.undone);
  }

  get followUp(): string {
    return (this.run?.originalRunId && FOLLOW_UPS[this.run.kind ?? '']) || '';
  }

  async load(): Promise<void> {
    const runId = this.shownId;
    this.watcher.stop();
    this.run = this.run?.id === runId ? this.run : undefined;
    this.problem = undefined;
    try {
      const { run, fields, mayConfigure, integrationName } = await detailOf<Detail>({ runId });
      if (runId === this.shownId) {
        this.integrationName = integrationName ?? '';
        this.canConfigure = mayConfigure;
        this.fields = fields;
        this.filter = this.outcome;
        this.take(run);
      }
    } catch (error) {
      if (runId === this.shownId) {
        this.problem = problemOf(error);
      }
    }
  }

  /** Looks again at what the run is now; where that fails, what is shown stays. */
  async refresh(): Promise<void> {
    const runId = this.shownId;
    const { run } = await detailOf<Detail>({ runId }).catch(() => ({ run: this.run }));
    if (run && runId === this.shownId) {
      this.take(run);
    }
  }

  /** What was chosen is shown, wherever one was. */
  choose(event: CustomEvent<string>): void {
    this.filter = event.detail;
    this.template!.querySelector<HTMLElement & { activeTabValue: string }>('lightning-tabset')!.activeTabValue = 'rows';
  }

  followOriginal(): void {
    this.leaveFor(this.run!.originalRunId!);
  }

  followUndo(): void {
    this.leaveFor(this.run!.undoRunId!);
  }

  follow(event: CustomEvent<string>): void {
    this.leaveFor(event.detail);
  }

  openLog(): void {
    const { integrationName } = this;
    const { integrationId } = this.run!;
    this.dispatchEvent(new CustomEvent('log', { detail: { integrationId, integrationName } }));
  }

  private leaveFor(runId: string): void {
    this.dispatchEvent(new CustomEvent('follow', { detail: runId }));
  }

  private take(run: Run): void {
    this.problem = undefined;
    this.run = run;
    if (isActive(run) && this.isConnected) {
      this.watcher.watch([run.id]);
    }
  }
}
