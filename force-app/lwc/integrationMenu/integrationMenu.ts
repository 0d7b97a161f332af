import { LightningElement, api } from 'lwc';
import actionsFor from '@salesforce/label/c.Integration_Actions';
import cancel from '@salesforce/label/c.Integration_Cancel';
import duplicate from '@salesforce/label/c.Integration_Duplicate';
import edit from '@salesforce/label/c.Integration_Edit';
import exportOne from '@salesforce/label/c.Integration_Export';
import log from '@salesforce/label/c.Integration_Log';
import pause from '@salesforce/label/c.Integration_Pause';
import preview from '@salesforce/label/c.Integration_Preview';
import remove from '@salesforce/label/c.Integration_Delete';
import resume from '@salesforce/label/c.Integration_Resume';
import runNow from '@salesforce/label/c.Integration_Run_Now';
import { fill } from 'c/formats';
import type { Integration } from 'c/runs';

/** An action that the menu offers. */
interface Item {
  value: string;
  label: string;
  icon: string;
  disabled: boolean;
}

/**
 * The options menu of an integration.
 * @fires act with the name of the action in `detail`
 */
export default class IntegrationMenu extends LightningElement {
  @api integration?: Integration;
  /** Whether the user may change anything; whoever may not can only look. */
  @api canConfigure = false;

  get label(): string {
    return fill(actionsFor, this.integration?.name ?? '');
  }

  get items(): Item[] {
    const seeLog = item('log', log, 'utility:rows');
    if (!this.canConfigure) {
      return [seeLog];
    }
    const isRunning = Boolean(this.integration?.activeRunId);
    const isPaused = this.integration?.state === 'Paused';
    return [
      isRunning ? item('cancel', cancel, 'utility:stop', this.integration?.isCancelling) : this.runItem(isPaused),
      item('preview', preview, 'utility:preview', isRunning),
      item('edit', edit, 'utility:edit'),
      seeLog,
      isPaused ? item('resume', resume, 'utility:play') : item('pause', pause, 'utility:pause'),
      item('duplicate', duplicate, 'utility:copy'),
      item('export', exportOne, 'utility:download')
    ];
  }

  get removal(): Item | undefined {
    const isRunning = Boolean(this.integration?.activeRunId);
    return this.canConfigure ? item('delete', remove, 'utility:delete', isRunning) : undefined;
  }

  choose(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('act', { detail: event.detail.value }));
  }

  private runItem(isPaused: boolean): Item {
    return item('run', runNow, 'utility:play', isPaused);
  }
}

function item(value: string, label: string, icon: string, disabled = false): Item {
  return { value, label, icon, disabled };
}
