import { LightningElement, api } from 'lwc';
import active from '@salesforce/label/c.Automation_Active';
import failed from '@salesforce/label/c.Automation_Failed';
import flows from '@salesforce/label/c.Automation_Flows';
import hint from '@salesforce/label/c.Automation_Hint';
import inactive from '@salesforce/label/c.Automation_Inactive';
import loading from '@salesforce/label/c.Automation_Loading';
import none from '@salesforce/label/c.Automation_None';
import seeRules from '@salesforce/label/c.Automation_See_Rules';
import rules from '@salesforce/label/c.Automation_Rules';
import triggers from '@salesforce/label/c.Automation_Triggers';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import type { Automation, AutomationItem } from 'c/wizardTypes';

/** What every update of the integration sets off. It is asked for when it is first looked at. */
export default class AutomationImpact extends LightningElement {
  @api data!: WizardData;
  @api objectApiName = '';

  answer: Answer<Automation> = {};

  labels = { failed, hint, loading, none, seeRules };

  private readonly question = new Question<Automation>((answer) => {
    this.answer = answer;
  });

  connectedCallback(): void {
    void this.load();
  }

  get groups(): object[] {
    const found = this.answer.value;
    return found
      ? [
          { title: triggers, items: shown(found.triggers) },
          { title: flows, items: shown(found.flows) },
          { title: rules, items: shown(found.validationRules), link: found.validationRulesLink }
        ].map((group) => ({ ...group, isEmpty: group.items.length === 0 && !('link' in group && group.link) }))
      : [];
  }

  get unknown(): string[] {
    return this.answer.value?.unknown ?? [];
  }

  async load(): Promise<void> {
    await this.question.ask(() => this.data.automation(this.objectApiName));
  }
}

function shown(items: AutomationItem[] | null | undefined): object[] {
  return (items ?? []).map((item, index) => ({
    ...item,
    key: `${item.name} ${index}`,
    stateText: item.active ? active : inactive,
    icon: item.active ? 'utility:success' : 'utility:ban'
  }));
}
