import LightningModal from 'lightning/modal';
import addEnvironment from '@salesforce/apex/ConnectionController.addEnvironment';
import add from '@salesforce/label/c.Environment_Add';
import addFailed from '@salesforce/label/c.Environment_Add_Failed';
import cancel from '@salesforce/label/c.Common_Cancel';
import credential from '@salesforce/label/c.Environment_Credential';
import credentialHelp from '@salesforce/label/c.Environment_Credential_Help';
import introduction from '@salesforce/label/c.Environment_Introduction';
import name from '@salesforce/label/c.Environment_Name';
import nameHelp from '@salesforce/label/c.Environment_Name_Help';
import storage from '@salesforce/label/c.Environment_Storage';
import storageHelp from '@salesforce/label/c.Environment_Storage_Help';
import type { Environment } from 'c/environments';
import { problemOf, type Problem } from 'c/problems';

/** Adds an environment beside Production and Test. Closes with it, or with nothing. */
export default class EnvironmentDialog extends LightningModal {
  isSaving = false;
  problem?: Problem;

  labels = {
    add,
    addFailed,
    cancel,
    credential,
    credentialHelp,
    introduction,
    name,
    nameHelp,
    storage,
    storageHelp
  };

  async add(): Promise<void> {
    const inputs = [...this.template!.querySelectorAll<HTMLInputElement>('lightning-input')];
    if (!inputs.map((input) => input.reportValidity()).every(Boolean)) {
      inputs.find((input) => !input.checkValidity())?.focus();
      return;
    }
    const input = Object.fromEntries(inputs.map((field) => [field.name, field.value.trim() || null]));
    this.problem = undefined;
    this.hold(true);
    const [answer] = await Promise.allSettled([addEnvironment<Environment>({ input })]);
    this.hold(false);
    if (answer.status === 'fulfilled') {
      this.close(answer.value);
    } else {
      this.problem = problemOf(answer.reason);
    }
  }

  leave(): void {
    this.close();
  }

  /** Whoever left it meanwhile would not see what is added. */
  private hold(isSaving: boolean): void {
    this.isSaving = isSaving;
    this.disableClose = isSaving;
  }
}
