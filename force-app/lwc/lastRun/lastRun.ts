import { LightningElement, api } from 'lwc';
import neverRun from '@salesforce/label/c.Integration_Never_Run';
import viewLogOf from '@salesforce/label/c.Log_View_Of';
import { fill, formatBothZones, formatUtc } from 'c/formats';
import { resultSentence } from 'c/runResult';
import type { Integration, Run } from 'c/runs';

/**
 * Status, age and outcome of the last run.
 * @fires view with the run's id in `detail`, when the user asks for its log
 */
export default class LastRun extends LightningElement {
  @api integration?: Integration;

  labels = { neverRun };

  get isActive(): boolean {
    return Boolean(this.integration?.activeRunId);
  }

  /** The run that is going on, as far as it is known: right after the start there is nothing but its id. */
  get activeRun(): Run | null {
    const { activeRunId, lastRun } = this.integration ?? {};
    return lastRun && lastRun.id === activeRunId ? lastRun : null;
  }

  get run(): Run | null {
    return this.integration?.lastRun ?? null;
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

  /** What became of the rows; the reason, when a run failed before it read one. */
  get summary(): string {
    return this.hasRows ? resultSentence(this.run!) : (this.run?.message ?? '');
  }

  view(): void {
    this.dispatchEvent(new CustomEvent('view', { detail: this.run!.id }));
  }
}
