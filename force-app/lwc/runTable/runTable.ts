import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Log_Column_Actions';
import caption from '@salesforce/label/c.Log_Table';
import kind from '@salesforce/label/c.Log_Column_Kind';
import preview from '@salesforce/label/c.Kind_Preview';
import retry from '@salesforce/label/c.Kind_Retry';
import sync from '@salesforce/label/c.Kind_Sync';
import undo from '@salesforce/label/c.Kind_Undo';
import duration from '@salesforce/label/c.Log_Column_Duration';
import object from '@salesforce/label/c.Log_Column_Object';
import report from '@salesforce/label/c.Log_Column_Report';
import start from '@salesforce/label/c.Log_Column_Start';
import status from '@salesforce/label/c.Log_Column_Status';
import view from '@salesforce/label/c.Log_View';
import viewOf from '@salesforce/label/c.Log_View_Of';
import { fill, formatDuration, formatLocal, formatUtc } from 'c/formats';
import { isActive, type Run } from 'c/runs';

interface Row {
  run: Run;
  kind: string;
  start: string;
  /** The same in the reader's own zone. */
  localStart: string;
  duration: string;
  isActive: boolean;
  viewLabel: string;
}

const KINDS: Record<string, string> = { Preview: preview, Retry: retry, Sync: sync, Undo: undo };

/**
 * Report, object, start, duration and status of each run.
 * @fires view with the run's id in `detail`
 */
export default class RunTable extends LightningElement {
  @api runs: Run[] = [];

  labels = { actions, caption, duration, kind, object, report, start, status, view };

  get rows(): Row[] {
    return this.runs.map((run) => {
      const startText = run.startedAt ? formatUtc(run.startedAt) : '';
      return {
        run,
        kind: KINDS[run.kind ?? 'Sync'] ?? '',
        start: startText,
        localStart: run.startedAt ? formatLocal(run.startedAt) : '',
        duration: typeof run.durationMs === 'number' ? formatDuration(run.durationMs) : '',
        isActive: isActive(run),
        viewLabel: fill(viewOf, startText)
      };
    });
  }

  /** Puts the focus on the button that opened a run, or on the first where that run is not in view. */
  @api focusRun(runId: string): void {
    const [first, ...others] = this.template!.querySelectorAll<HTMLElement>('[data-id]');
    (others.find(({ dataset }) => dataset.id === runId) ?? first)?.focus();
  }

  view(event: Event): void {
    this.dispatchEvent(new CustomEvent('view', { detail: (event.currentTarget as HTMLElement).dataset.id }));
  }
}
