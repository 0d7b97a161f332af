import { LightningElement, api } from 'lwc';
import back from '@salesforce/label/c.Wizard_Back';
import cancel from '@salesforce/label/c.Common_Cancel';
import goOn from '@salesforce/label/c.Wizard_Continue';
import save from '@salesforce/label/c.Wizard_Save';
import saveAndPreview from '@salesforce/label/c.Wizard_Save_And_Preview';
import saving from '@salesforce/label/c.Wizard_Saving';

/**
 * Back and Continue, on the last screen Save; always in sight.
 * @fires cancel
 * @fires back
 * @fires continue
 * @fires save with whether a preview is to follow in `detail`
 */
export default class WizardFooter extends LightningElement {
  @api step = 0;
  /** Whether this is the last screen. */
  @api last = false;
  @api saving = false;
  /** Set as soon as there is something to go on with. */
  @api ready?: unknown;
  /** Why the wizard did not go on. */
  @api problem = '';

  labels = { back, cancel, goOn, saveAndPreview };

  get hasBack(): boolean {
    return this.step > 0;
  }

  get isWaiting(): boolean {
    return this.saving || !this.ready;
  }

  get saveLabel(): string {
    return this.saving ? saving : save;
  }

  askToCancel(): void {
    this.dispatchEvent(new CustomEvent('cancel'));
  }

  askBack(): void {
    this.dispatchEvent(new CustomEvent('back'));
  }

  askOn(): void {
    this.dispatchEvent(new CustomEvent('continue'));
  }

  askToSave(): void {
    this.dispatchEvent(new CustomEvent('save', { detail: false }));
  }

  askToPreview(): void {
    this.dispatchEvent(new CustomEvent('save', { detail: true }));
  }
}
