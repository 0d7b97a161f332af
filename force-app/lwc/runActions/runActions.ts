import { LightningElement, api } from 'lwc';
import cancelRun from '@salesforce/apex/RunController.cancel';
import retryFailed from '@salesforce/apex/RunController.retryFailed';
import start from '@salesforce/apex/RunController.start';
import startAnyway from '@salesforce/apex/RunController.startAnyway';
import cancel from '@salesforce/label/c.Run_Action_Cancel';
import cancelling from '@salesforce/label/c.Run_Action_Cancelling';
import refused from '@salesforce/label/c.Run_Action_Refused';
import retryMany from '@salesforce/label/c.Run_Action_Retry_Many';
import retryOne from '@salesforce/label/c.Run_Action_Retry_One';
import runAnyway from '@salesforce/label/c.Run_Action_Anyway';
import runNow from '@salesforce/label/c.Run_Action_Now';
import undo from '@salesforce/label/c.Run_Action_Undo';
import { fillCount } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { attentionCount, isActive, type Run } from 'c/runs';
import { askAndUndo } from './undo';

interface Action {
  name: string;
  label: string;
  icon: string;
  variant: string;
  /** Gives the run that it started. */
  perform: () => Promise<string | undefined>;
}

/**
 * What can be done with a run.
 * @fires follow with the id of the run that was started
 * @fires refused when something could not be done: somebody else may have done it, or something else, meanwhile
 */
export default class RunActions extends LightningElement {
  @api run!: Run;

  labels = { cancelling, refused };
  problem?: Problem;
  isBusy = false;
  private cancelledId = '';

  get actions(): Action[] {
    return isActive(this.run) ? this.whileActive() : this.afterEnd();
  }

  get hasActions(): boolean {
    return this.actions.length > 0;
  }

  get isCancelling(): boolean {
    return this.cancelledId === this.run.id && isActive(this.run);
  }

  async act(event: Event): Promise<void> {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const action = this.actions.find((candidate) => candidate.name === name)!;
    this.problem = undefined;
    this.isBusy = true;
    try {
      const runId = await action.perform();
      if (runId) {
        this.dispatchEvent(new CustomEvent('follow', { detail: runId }));
      }
    } catch (error) {
      this.problem = problemOf(error);
      this.dispatchEvent(new CustomEvent('refused'));
    }
    this.isBusy = false;
  }

  forget(): void {
    this.problem = undefined;
  }

  private whileActive(): Action[] {
    return this.isCancelling ? [] : [action('cancel', cancel, 'utility:ban', 'neutral', () => this.cancel())];
  }

  private afterEnd(): Action[] {
    const { id: runId, integrationId, kind, status, undone, counts } = this.run;
    const failed = attentionCount(counts);
    const wrote = kind !== 'Preview' && kind !== 'Undo';
    const actions: Action[] = [];
    if (status === 'Stopped') {
      actions.push(action('anyway', runAnyway, 'utility:play', 'brand', () => startAnyway<string>({ integrationId })));
    }
    const isUnfinished = kind === 'Sync' && ['Failed', 'Cancelled'].includes(status);
    if (isUnfinished || (kind === 'Preview' && status.startsWith('Completed'))) {
      actions.push(action('run', runNow, 'utility:play', 'brand', () => start<string>({ integrationId })));
    }
    if (wrote && failed) {
      const label = fillCount(failed, retryOne, retryMany);
      actions.push(action('retry', label, 'utility:refresh', 'neutral', () => retryFailed<string>({ runId })));
    }
    if (wrote && counts.updated && !undone) {
      actions.push(action('undo', undo, 'utility:undo', 'neutral', () => askAndUndo(runId)));
    }
    return actions;
  }

  private async cancel(): Promise<undefined> {
    const { id: runId } = this.run;
    await cancelRun({ runId });
    this.cancelledId = runId;
  }
}

function action(name: string, label: string, icon: string, variant: string, perform: Action['perform']): Action {
  return { name, label, icon, variant, perform };
}
