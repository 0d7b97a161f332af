import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import connect from '@salesforce/apex/ConnectionController.connect';
import verify from '@salesforce/apex/ConnectionController.verify';
import cancel from '@salesforce/label/c.Common_Cancel';
import change from '@salesforce/label/c.Account_Change_Key';
import check from '@salesforce/label/c.Account_Check';
import checkFailed from '@salesforce/label/c.Account_Check_Failed';
import checking from '@salesforce/label/c.Account_Checking';
import connectFailed from '@salesforce/label/c.Account_Connect_Failed';
import connectLabel from '@salesforce/label/c.Account_Connect';
import connecting from '@salesforce/label/c.Account_Connecting';
import done from '@salesforce/label/c.Common_Done';
import inSetup from '@salesforce/label/c.Account_In_Setup';
import introduction from '@salesforce/label/c.Account_Introduction';
import key from '@salesforce/label/c.Account_Key';
import openSetup from '@salesforce/label/c.Account_Open_Setup';
import opensNewTab from '@salesforce/label/c.Common_Opens_New_Tab';
import secret from '@salesforce/label/c.Account_Secret';
import storage from '@salesforce/label/c.Account_Storage';
import { verified, type Environment, type Verification } from 'c/environments';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';

type Step = 'form' | 'connecting' | 'checking' | 'result';

/**
 * Connects the account of an environment. Key and secret go straight to the platform's credential and are forgotten here
 * as soon as they are sent.
 * @fires connection with the environment as it is then in `detail`, whenever something was done to it
 */
export default class AccountDialog extends LightningModal {
  @api environment!: Environment;

  step: Step = 'form';
  verification?: Verification;
  problem?: Problem & { heading: string };

  labels = { cancel, change, check, connectLabel, done, introduction, key, openSetup, opensNewTab, secret };

  private changed?: Environment;
  /** What had the focus is gone with the step before; without any, not even Escape would be heard. */
  private nextFocus = '';

  renderedCallback(): void {
    const target = this.nextFocus && this.template!.querySelector<HTMLElement>(this.nextFocus);
    this.nextFocus = '';
    if (target) {
      target.focus();
    }
  }

  get canConnectHere(): boolean {
    return this.environment.canConnectHere !== false;
  }

  get isForm(): boolean {
    return this.step === 'form' && this.canConnectHere;
  }

  get isSetup(): boolean {
    return this.step === 'form' && !this.canConnectHere;
  }

  get isBusy(): boolean {
    return this.step === 'connecting' || this.step === 'checking';
  }

  get busyText(): string {
    return fill(this.step === 'connecting' ? connecting : checking, this.environment.name);
  }

  get isResult(): boolean {
    return this.step === 'result';
  }

  get isWorking(): boolean {
    return this.isResult && Boolean(this.verification?.ok);
  }

  get isFailing(): boolean {
    return this.isResult && !this.verification?.ok;
  }

  get storageText(): string {
    return fill(storage, this.environment.externalCredential ?? this.environment.namedCredential ?? '');
  }

  get setupText(): string {
    return fill(inSetup, this.environment.namedCredential ?? this.environment.name);
  }

  async connect(): Promise<void> {
    const inputs = [...this.template!.querySelectorAll<HTMLInputElement>('lightning-input')];
    if (!inputs.map((input) => input.reportValidity()).every(Boolean)) {
      inputs.find((input) => !input.checkValidity())?.focus();
      return;
    }
    const [keyText, secretText] = inputs.map((input) => input.value.trim());
    this.begin('connecting');
    try {
      const environmentName = this.environment.name;
      this.tell(await connect<Environment>({ environmentName, key: keyText, secret: secretText }));
    } catch (error) {
      this.fail(connectFailed, error);
      return;
    }
    await this.check();
  }

  async check(): Promise<void> {
    this.begin('checking');
    try {
      const verification = await verify<Verification>({ environmentName: this.environment.name });
      this.tell(verified(this.changed ?? this.environment, verification));
      this.verification = verification;
      this.go('result', verification.ok ? '[data-done]' : this.canConnectHere ? '[data-change]' : '[data-check]');
    } catch (error) {
      this.fail(checkFailed, error);
    }
  }

  changeKey(): void {
    this.go('form', 'lightning-input');
  }

  connectOnEnter(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      void this.connect();
    }
  }

  leave(): void {
    this.close();
  }

  /** At once, not when the dialog closes: it may be left at any time, and its result goes with it. */
  private tell(changed: Environment): void {
    this.changed = changed;
    this.dispatchEvent(new CustomEvent('connection', { detail: changed }));
  }

  private begin(step: Step): void {
    this.problem = undefined;
    this.go(step, '[data-status]');
  }

  private fail(heading: string, error: unknown): void {
    this.problem = { ...problemOf(error), heading: fill(heading, this.environment.name) };
    this.go('form', 'lightning-input, [data-check]');
  }

  private go(step: Step, focus: string): void {
    this.step = step;
    this.nextFocus = focus;
  }
}
