import { LightningElement, api } from 'lwc';
import loading from '@salesforce/label/c.Template_Loading';
import noTemplates from '@salesforce/label/c.Template_None';
import otherObject from '@salesforce/label/c.Template_Other_Object';
import startFrom from '@salesforce/label/c.Template_Start_From';
import suggest from '@salesforce/label/c.Fields_Suggest';
import title from '@salesforce/label/c.Fields_Title';
import failed from '@salesforce/label/c.Template_Failed';
import { fill } from 'c/formats';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { act, type Draft } from 'c/wizardState';
import type { Template } from 'c/wizardTypes';

/**
 * Heading of the mappings, and ways to fill them that spare typing.
 * @fires suggest when somebody wants suggestions for what is not mapped yet
 */
export default class MappingToolbar extends LightningElement {
  @api draft!: Draft;
  @api data!: WizardData;
  /** What came of asking for suggestions. */
  @api note = '';

  templates: Answer<Template[]> = {};

  labels = { failed, loading, noTemplates, startFrom, suggest, title };

  private readonly question = new Question<Template[]>((answer) => {
    this.templates = answer;
  });

  get items(): object[] {
    const { objectApiName, templateId } = this.draft;
    return (this.templates.value ?? []).map(({ id, name, objectApiName: needed }) => ({
      id,
      isOther: needed !== objectApiName,
      isChosen: id === templateId,
      label: needed === objectApiName ? name : `${name} ${fill(otherObject, needed)}`
    }));
  }

  get isEmpty(): boolean {
    return this.templates.value?.length === 0;
  }

  load(): void {
    if (!this.templates.value) {
      void this.question.ask(() => this.data.templates());
    }
  }

  choose(event: CustomEvent<{ value: string }>): void {
    act(this, { type: 'templateChosen', templateId: event.detail.value });
  }

  askForSuggestions(): void {
    this.dispatchEvent(new CustomEvent('suggest'));
  }
}
