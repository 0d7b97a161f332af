import { LightningElement, api } from 'lwc';
import label from '@salesforce/label/c.Integration_Name';
import required from '@salesforce/label/c.Fields_Name_First';
import { act } from 'c/wizardState';
import { LONGEST_NAME } from 'c/wizardTypes';

/** The name of the integration; until somebody writes one, it follows report and object. */
export default class IntegrationName extends LightningElement {
  @api value = '';
  /** Whether somebody has tried to save, so that a missing name is marked. */
  @api get checked(): boolean {
    return this.isChecked;
  }
  set checked(isChecked: boolean) {
    this.isChecked = isChecked;
    if (isChecked) {
      this.template!.querySelector<HTMLElement & { reportValidity(): boolean }>('lightning-input')?.reportValidity();
    }
  }

  labels = { label, required };
  longest = LONGEST_NAME;

  private isChecked = false;

  change(event: CustomEvent<{ value: string }>): void {
    act(this, { type: 'nameChanged', name: event.detail.value });
  }
}
