import { LightningElement, api } from 'lwc';
import cancel from '@salesforce/label/c.Common_Cancel';
import cancelling from '@salesforce/label/c.Run_Cancelling';
import cancelOf from '@salesforce/label/c.Run_Cancel_Of';
import neverRun from '@salesforce/label/c.Integration_Never_Run';
import previewOf from '@salesforce/label/c.Run_Preview_Result';
import previewFailed from '@salesforce/label/c.Run_Preview_Not_Completed';
import runAnyway from '@salesforce/label/c.Integration_Run_Anyway';
import viewPreview from '@salesforce/label/c.Run_Preview_View';
import viewLogOf from '@salesforce/label/c.Log_View_Of';
import { fill, formatBothZones, formatCount, formatUtc } from 'c/formats';
import { resultSentence } from 'c/runResult';
import { activeRunOf, statusLook, type Integration, type Run } from 'c/runs';

/**
 * Status, age and outcome of the last run; how far the one is that is going on.
 * @fires view with the run's id in `detail`, when the user asks for its log
 * @fires act with `cancel` or `runAnyway` in `detail`
 */
export default class LastRun extends LightningElement {
  @api integration?: Integration;
  /** Whether the user may start and cancel runs. */
  @api canConfigure = false;

  labels = { neverRun, runAnyway, viewPreview };

  /** Where the focus goes when the button that had it is gone. */
  private nextFocus?: string;

  renderedCallback(): void {
    const target = this.nextFocus && this.template!.querySelector<HTMLElement>(this.nextFocus);
    if (target) {
      this.nextFocus = undefined;
      target.focus();
    }
  }

  get isActive(): boolean {
    return Boolean(this.integration?.activeRunId);
  }

  get activeRun(): Run | null {
    return this.integration ? activeRunOf(this.integration) : null;
  }

  get isCancelling(): boolean {
    return Boolean(this.integration?.isCancelling);
  }

  get cancelLabel(): string {
    return this.isCancelling ? cancelling : cancel;
  }

  get cancelHelp(): string {
    return fill(cancelOf, this.integration?.name ?? '');
  }

  get run(): Run | null {
    return this.integration?.lastRun ?? null;
  }

  get canRunAnyway(): boolean {
    return this.canConfigure && this.run?.status === 'Stopped' && this.integration?.state !== 'Paused';
  }

  /** The base component takes a number, no text. */
  get startTime(): number | null {
    return this.run?.startedAt ? Date.parse(this.run.startedAt) : null;
  }

  get startTitle(): string {
    return this.run?.startedAt ? formatBothZones(this.run.startedAt) : '';
  }

  get viewLabel(): string {
    return fill(viewLogOf, this.run?.startedAt ? formatUtc(this.run.startedAt) : '');
  }

  get hasRows(): boolean {
    return Boolean(this.run && this.run.counts.read > 0);
  }

  /** What became of the rows; the reason, when a run was stopped or failed before it read one. */
  get summary(): string {
    return this.hasRows && this.run?.status !== 'Stopped' ? resultSentence(this.run!) : (this.run?.message ?? '');
  }

  get previewRun(): Run | null {
    return this.integration?.previewRun ?? null;
  }

  get previewText(): string {
    const { status, statusGroup, counts } = this.previewRun!;
    return statusGroup === 'completed'
      ? fill(previewOf, formatCount(counts.updated), formatCount(counts.read))
      : fill(previewFailed, statusLook(status).label);
  }

  viewPreview(): void {
    this.dispatchEvent(new CustomEvent('view', { detail: this.previewRun!.id }));
  }

  view(): void {
    this.dispatchEvent(new CustomEvent('view', { detail: this.run!.id }));
  }

  cancel(): void {
    this.nextFocus = '.status';
    this.dispatchEvent(new CustomEvent('act', { detail: 'cancel' }));
  }

  runAnyway(): void {
    this.nextFocus = '[data-cancel]';
    this.dispatchEvent(new CustomEvent('act', { detail: 'runAnyway' }));
  }
}
