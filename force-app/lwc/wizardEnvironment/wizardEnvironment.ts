import { LightningElement, api } from 'lwc';
import loadFailed from '@salesforce/label/c.Wizard_Org_Failed';
import loading from '@salesforce/label/c.Wizard_Loading';
import wait from '@salesforce/label/c.Wizard_Wait';
import type { Environment, Org } from 'c/environments';
import { problemOf, type Problem } from 'c/problems';
import type { WizardData } from 'c/wizardData';
import { environmentBlocker } from 'c/wizardRules';
import { act, type Draft } from 'c/wizardState';

/** Screen 1: this org and what its user may do, beside the WalkMe environment and the kind of source. */
export default class WizardEnvironment extends LightningElement {
  @api draft!: Draft;
  @api data!: WizardData;

  org?: Org;
  problem?: Problem;

  labels = { loadFailed, loading };

  connectedCallback(): void {
    void this.load();
  }

  /** Why the wizard cannot go on; blank when it can. */
  @api check(): string {
    return this.org ? environmentBlocker(this.draft, this.org) : wait;
  }

  get isFixed(): boolean {
    return Boolean(this.draft.id);
  }

  async load(): Promise<void> {
    this.problem = undefined;
    try {
      this.org = await this.data.org();
      this.preselect(this.org);
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  takeConnected({ detail: environment }: CustomEvent<Environment>): void {
    const { org } = this;
    this.data.forget('org', 'reports', 'columns');
    if (org) {
      const environments = org.environments.map((known) => (known.name === environment.name ? environment : known));
      this.org = { ...org, environments };
    }
    if (!this.isFixed) {
      act(this, { type: 'environmentChosen', environmentName: environment.name });
    }
  }

  /** Where only one environment has an account, it is the one. */
  private preselect({ environments }: Org): void {
    const connected = environments.filter(({ status }) => status === 'Connected');
    if (!this.draft.environmentName && connected.length === 1) {
      act(this, { type: 'environmentChosen', environmentName: connected[0].name });
    }
  }
}
