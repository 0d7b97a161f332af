import { LightningElement, api } from 'lwc';
import actionsFor from '@salesforce/label/c.Account_Actions';
import add from '@salesforce/label/c.Account_Add';
import addFor from '@salesforce/label/c.Account_Add_For';
import check from '@salesforce/label/c.Account_Check';
import checking from '@salesforce/label/c.Account_Checking';
import disconnect from '@salesforce/label/c.Account_Disconnect';
import integrationsMany from '@salesforce/label/c.Center_Count_Many';
import integrationsOne from '@salesforce/label/c.Center_Count_One';
import reconnect from '@salesforce/label/c.Account_Reconnect';
import remove from '@salesforce/label/c.Environment_Remove';
import verifiedLabel from '@salesforce/label/c.Account_Verified';
import type { Environment } from 'c/environments';
import { fill, fillCount, formatBothZones } from 'c/formats';

/**
 * One environment: the state of its account, and what can be done about it.
 * @fires act with `connect`, `check`, `disconnect` or `remove` in `detail`
 */
export default class AccountCard extends LightningElement {
  @api environment!: Environment;
  /** Whether its connection is being tested now. */
  @api checking = false;
  /** Whether the user may change anything. */
  @api canConfigure = false;

  labels = { add, check, disconnect, reconnect, remove, verified: verifiedLabel };

  get checkingText(): string {
    return fill(checking, this.environment.name);
  }

  get actionsLabel(): string {
    return fill(actionsFor, this.environment.name);
  }

  get addHelp(): string {
    return fill(addFor, this.environment.name);
  }

  get hasAccount(): boolean {
    return this.environment.status !== 'NotConnected';
  }

  get canAdd(): boolean {
    return this.canConfigure && !this.hasAccount;
  }

  /** An environment without an account has a menu only for what else there is to do: removing it. */
  get hasMenu(): boolean {
    return this.canConfigure && (this.hasAccount || this.isRemovable);
  }

  get isRemovable(): boolean {
    return this.environment.kind === 'Custom';
  }

  get isUsed(): boolean {
    return Boolean(this.environment.integrations);
  }

  get usage(): string {
    return fillCount(this.environment.integrations ?? 0, integrationsOne, integrationsMany);
  }

  get isFailing(): boolean {
    return this.environment.status === 'Failing' && Boolean(this.environment.statusText);
  }

  get verifiedTime(): number | null {
    return this.environment.verifiedAt ? Date.parse(this.environment.verifiedAt) : null;
  }

  get verifiedTitle(): string {
    const { verifiedAt, verifiedBy } = this.environment;
    return [verifiedAt && formatBothZones(verifiedAt), verifiedBy].filter(Boolean).join(' · ');
  }

  choose(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('act', { detail: event.detail.value }));
  }

  connect(): void {
    this.dispatchEvent(new CustomEvent('act', { detail: 'connect' }));
  }
}
