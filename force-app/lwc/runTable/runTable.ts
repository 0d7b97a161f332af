import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Log_Column_Actions';
import caption from '@salesforce/label/c.Log_Table';
import duration from '@salesforce/label/c.Log_Column_Duration';
import object from '@salesforce/label/c.Log_Column_Object';
import report from '@salesforce/label/c.Log_Column_Report';
import showMore from '@salesforce/label/c.Common_Show_More';
import shown from '@salesforce/label/c.Log_Shown';
import start from '@salesforce/label/c.Log_Column_Start';
import status from '@salesforce/label/c.Log_Column_Status';
import view from '@salesforce/label/c.Log_View';
import viewOf from '@salesforce/label/c.Log_View_Of';
import { fill, formatBothZones, formatCount, formatDuration, formatUtc } from 'c/formats';
import { isActive, type Run } from 'c/runs';

interface Row {
  run: Run;
  start: string;
  startTitle: string;
  duration: string;
  isActive: boolean;
  viewLabel: string;
}

/**
 * Report, object, start, duration and status of each run.
 * @fires view with the run's id in `detail`
 * @fires more when the user wants earlier runs too
 */
export default class RunTable extends LightningElement {
  @api runs: Run[] = [];
  /** How many runs there are, of which these are the latest. */
  @api total = 0;
  @api loadingMore = false;

  labels = { actions, caption, duration, object, report, showMore, start, status, view };

  get rows(): Row[] {
    return this.runs.map((run) => {
      const startText = run.startedAt ? formatUtc(run.startedAt) : '';
      return {
        run,
        start: startText,
        startTitle: run.startedAt ? formatBothZones(run.startedAt) : '',
        duration: typeof run.durationMs === 'number' ? formatDuration(run.durationMs) : '',
        isActive: isActive(run),
        viewLabel: fill(viewOf, startText)
      };
    });
  }

  get hasMore(): boolean {
    return this.runs.length < this.total;
  }

  get shown(): string {
    return fill(shown, formatCount(this.runs.length), formatCount(this.total));
  }

  /** Puts the focus on the button that opened a run. */
  @api focusRun(runId: string): void {
    this.template!.querySelector<HTMLElement>(`[data-id="${runId}"]`)?.focus();
  }

  view(event: Event): void {
    this.dispatchEvent(new CustomEvent('view', { detail: (event.currentTarget as HTMLElement).dataset.id }));
  }

  askForMore(): void {
    this.dispatchEvent(new CustomEvent('more'));
  }
}
