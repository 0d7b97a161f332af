import { LightningElement, api } from 'lwc';
import disconnect from '@salesforce/apex/ConnectionController.disconnect';
import removeEnvironment from '@salesforce/apex/ConnectionController.removeEnvironment';
import verify from '@salesforce/apex/ConnectionController.verify';
import addEnvironment from '@salesforce/label/c.Environment_Add';
import checkFailed from '@salesforce/label/c.Account_Check_Failed';
import connectTitle from '@salesforce/label/c.Account_Connect_Title';
import disconnectFailed from '@salesforce/label/c.Account_Disconnect_Failed';
import disconnectLabel from '@salesforce/label/c.Account_Disconnect';
import disconnectLosses from '@salesforce/label/c.Account_Disconnect_Losses';
import disconnectNothing from '@salesforce/label/c.Account_Disconnect_Nothing';
import disconnectTitle from '@salesforce/label/c.Account_Disconnect_Title';
import loading from '@salesforce/label/c.Account_Loading';
import removeFailed from '@salesforce/label/c.Environment_Remove_Failed';
import removeLabel from '@salesforce/label/c.Environment_Remove';
import removeText from '@salesforce/label/c.Environment_Remove_Text';
import removeTitle from '@salesforce/label/c.Environment_Remove_Title';
import title from '@salesforce/label/c.Account_Title';
import AccountDialog from 'c/accountDialog';
import Confirmation from 'c/confirmation';
import EnvironmentDialog from 'c/environmentDialog';
import { verified, type Environment, type Verification } from 'c/environments';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import type { Integration } from 'c/runs';

type Task = (environment: Environment) => Promise<void>;

/**
 * The WalkMe environments of the org and their accounts.
 * @fires change with the environments in `detail`, when one of them is no longer what it was
 */
export default class Accounts extends LightningElement {
  @api environments?: Environment[];
  /** All integrations: those of an account are named before it is disconnected. */
  @api integrations: Integration[] = [];
  /** Whether the user may change anything. */
  @api canConfigure = false;

  /** The environments whose connections are being tested. */
  checkedNames: string[] = [];
  problem?: Problem & { heading: string };

  labels = { addEnvironment, loading, title };

  private readonly tasks: Record<string, { perform: Task; failed: string }> = {
    connect: { perform: (environment) => this.connect(environment), failed: '' },
    check: { perform: (environment) => this.check(environment), failed: checkFailed },
    disconnect: { perform: (environment) => this.disconnect(environment), failed: disconnectFailed },
    remove: { perform: (environment) => this.remove(environment), failed: removeFailed }
  };

  get isLoading(): boolean {
    return !this.environments;
  }

  get cards(): { environment: Environment; isChecked: boolean }[] {
    return (this.environments ?? []).map((environment) => ({
      environment,
      isChecked: this.checkedNames.includes(environment.name)
    }));
  }

  act(event: CustomEvent<string>): Promise<void> {
    return this.perform(event.detail, (event.currentTarget as HTMLElement).dataset.name!);
  }

  /** Opens the dialog for a new key, for whoever found out elsewhere that the account does not work. */
  @api async reconnect(environmentName: string): Promise<void> {
    await this.perform('connect', environmentName);
  }

  async add(): Promise<void> {
    const added = await EnvironmentDialog.open<Environment>({ label: addEnvironment, size: 'small' });
    if (added) {
      this.tell([...this.environments!, added]);
    }
  }

  dismiss(): void {
    this.problem = undefined;
  }

  private async perform(action: string, environmentName: string): Promise<void> {
    const environment = this.environments!.find(({ name }) => name === environmentName)!;
    const { perform, failed } = this.tasks[action];
    this.problem = undefined;
    try {
      await perform(environment);
    } catch (error) {
      this.problem = { ...problemOf(error), heading: fill(failed, environmentName) };
    }
  }

  private async connect(environment: Environment): Promise<void> {
    const label = fill(connectTitle, environment.name);
    // However the dialog is left, what it did is done
    const onconnection = ({ detail }: CustomEvent<Environment>): void => this.replace(detail);
    await AccountDialog.open({ label, size: 'small', environment, onconnection });
  }

  private async check(environment: Environment): Promise<void> {
    const { name } = environment;
    this.checkedNames = [...this.checkedNames, name];
    try {
      const verification = await verify<Verification>({ environmentName: name });
      this.replace(verified(environment, verification));
    } finally {
      this.checkedNames = this.checkedNames.filter((checked) => checked !== name);
    }
  }

  private async disconnect(environment: Environment): Promise<void> {
    const losses = this.integrations.filter(({ environmentName }) => environmentName === environment.name);
    const isSure = await Confirmation.open<boolean>({
      label: fill(disconnectTitle, environment.name),
      size: 'small',
      text: losses.length ? disconnectLosses : disconnectNothing,
      losses: losses.map(({ name }) => name),
      confirmLabel: disconnectLabel,
      destructive: true
    });
    if (isSure) {
      this.replace(await disconnect<Environment>({ environmentName: environment.name }));
    }
  }

  private async remove({ name }: Environment): Promise<void> {
    const isSure = await Confirmation.open<boolean>({
      label: fill(removeTitle, name),
      size: 'small',
      text: removeText,
      confirmLabel: removeLabel,
      destructive: true
    });
    if (isSure) {
      await removeEnvironment({ name });
      this.tell(this.environments!.filter((environment) => environment.name !== name));
    }
  }

  private replace(changed?: Environment): void {
    if (changed) {
      this.tell(this.environments!.map((environment) => (environment.name === changed.name ? changed : environment)));
    }
  }

  private tell(environments: Environment[]): void {
    this.dispatchEvent(new CustomEvent('change', { detail: environments }));
  }
}
