import { LightningElement, api } from 'lwc';
import connect from '@salesforce/label/c.Wizard_Connect';
import connectFor from '@salesforce/label/c.Wizard_Connect_For';
import connectTitle from '@salesforce/label/c.Wizard_Connect_Title';
import fixed from '@salesforce/label/c.Wizard_Connection_Fixed';
import neverVerified from '@salesforce/label/c.Wizard_Never_Verified';
import none from '@salesforce/label/c.Wizard_No_Environments';
import reconnect from '@salesforce/label/c.Wizard_Reconnect';
import title from '@salesforce/label/c.Wizard_Environment_Title';
import verifiedAt from '@salesforce/label/c.Wizard_Verified';
import AccountDialog from 'c/accountDialog';
import type { Environment } from 'c/environments';
import { fill, formatBothZones } from 'c/formats';
import { act } from 'c/wizardState';

/**
 * The WalkMe environments, one to be chosen. One without an account can be connected here.
 * @fires connected with the environment in `detail`
 */
export default class EnvironmentChoice extends LightningElement {
  @api environments: Environment[] = [];
  @api value: string | null = null;
  /** Whether the choice is made for good: an integration keeps its connection. */
  @api fixed = false;

  labels = { fixed, neverVerified, none, title, verifiedAt };

  get isEmpty(): boolean {
    return this.environments.length === 0;
  }

  get cards(): object[] {
    return this.environments.map((environment) => ({
      environment,
      isChosen: environment.name === this.value,
      className: environment.name === this.value ? 'card card_chosen' : 'card',
      domId: `environment-${environment.name}`,
      isConnected: environment.status === 'Connected',
      connectLabel: environment.status === 'Failing' ? reconnect : connect,
      connectFor: fill(connectFor, environment.name),
      verifiedTime: environment.verifiedAt ? Date.parse(environment.verifiedAt) : 0,
      verifiedTitle: environment.verifiedAt ? formatBothZones(environment.verifiedAt) : '',
      statusText: environment.status === 'Connected' ? '' : environment.statusText
    }));
  }

  choose(event: Event): void {
    act(this, { type: 'environmentChosen', environmentName: (event.target as HTMLInputElement).value });
  }

  async connect(event: Event): Promise<void> {
    const name = (event.currentTarget as HTMLElement).dataset.name;
    const environment = this.environments.find((known) => known.name === name);
    const label = fill(connectTitle, name ?? '');
    const onconnection = ({ detail }: CustomEvent<Environment>): boolean =>
      this.dispatchEvent(new CustomEvent('connected', { detail }));
    await AccountDialog.open({ size: 'small', label, environment, onconnection });
  }
}
