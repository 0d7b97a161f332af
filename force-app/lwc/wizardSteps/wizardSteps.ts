import { LightningElement, api } from 'lwc';
import done from '@salesforce/label/c.Wizard_Step_Done';
import environment from '@salesforce/label/c.Wizard_Step_Environment';
import environmentHint from '@salesforce/label/c.Wizard_Step_Environment_Hint';
import fields from '@salesforce/label/c.Wizard_Step_Fields';
import fieldsHint from '@salesforce/label/c.Wizard_Step_Fields_Hint';
import report from '@salesforce/label/c.Wizard_Step_Report';
import reportHint from '@salesforce/label/c.Wizard_Step_Report_Hint';
import steps from '@salesforce/label/c.Wizard_Steps';

/** The screens of the wizard, in their order. */
export const SCREENS = [
  { name: 'environment', label: environment, hint: environmentHint },
  { name: 'report', label: report, hint: reportHint },
  { name: 'fields', label: fields, hint: fieldsHint }
] as const;

/**
 * The steps of the wizard.
 * @fires step with the number of a step that was reached before, from 0, in `detail`
 */
export default class WizardSteps extends LightningElement {
  @api step = 0;
  /** The last step that was reached. */
  @api furthest = 0;

  labels = { done, steps };

  get items(): object[] {
    return SCREENS.map(({ name, label }, index) => ({
      name,
      label,
      index,
      number: index + 1,
      isDone: index < this.step,
      current: index === this.step ? 'step' : null,
      isLocked: index > this.furthest,
      className: `step ${index === this.step ? 'step_current' : ''} ${index < this.step ? 'step_done' : ''}`
    }));
  }

  go(event: Event): void {
    const step = Number((event.currentTarget as HTMLElement).dataset.index);
    if (step !== this.step) {
      this.dispatchEvent(new CustomEvent('step', { detail: step }));
    }
  }
}
