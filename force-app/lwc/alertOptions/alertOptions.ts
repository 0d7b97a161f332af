import { LightningElement, api } from 'lwc';
import failures from '@salesforce/label/c.Alert_Failures';
import failuresAndErrors from '@salesforce/label/c.Alert_Failures_And_Errors';
import never from '@salesforce/label/c.Alert_Never';
import when from '@salesforce/label/c.Alert_When';
import { act, type Draft } from 'c/wizardState';
import type { AlertKind } from 'c/wizardTypes';

/** When people are told of a run, and which people. */
export default class AlertOptions extends LightningElement {
  @api draft!: Draft;

  labels = { when };

  kinds = [
    { value: 'Failures', label: failures },
    { value: 'FailuresAndErrors', label: failuresAndErrors },
    { value: 'Never', label: never }
  ];

  get hasRecipients(): boolean {
    return this.draft.alertOn !== 'Never';
  }

  chooseKind(event: CustomEvent<{ value: AlertKind }>): void {
    act(this, { type: 'optionsChanged', changes: { alertOn: event.detail.value } });
  }

  changeRecipients(event: CustomEvent<{ value: string }>): void {
    act(this, { type: 'optionsChanged', changes: { alertRecipients: event.detail.value } });
  }
}
