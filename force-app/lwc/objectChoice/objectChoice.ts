import { LightningElement, api } from 'lwc';
import fieldsMany from '@salesforce/label/c.Object_Fields_Many';
import fieldsOne from '@salesforce/label/c.Object_Fields_One';
import listEmpty from '@salesforce/label/c.Object_List_Empty';
import listFailed from '@salesforce/label/c.Object_List_Failed';
import loading from '@salesforce/label/c.Object_List_Loading';
import nothingChosen from '@salesforce/label/c.Object_Nothing_Chosen';
import readFailed from '@salesforce/label/c.Object_Read_Failed';
import reading from '@salesforce/label/c.Object_Reading';
import recordsMany from '@salesforce/label/c.Object_Records_Many';
import recordsMore from '@salesforce/label/c.Object_Records_More';
import recordsOne from '@salesforce/label/c.Object_Records_One';
import searchObjects from '@salesforce/label/c.Object_Search';
import title from '@salesforce/label/c.Object_Title';
import withoutKey from '@salesforce/label/c.Object_Without_Key';
import { fill, fillCount } from 'c/formats';
import type { Option } from 'c/optionSearch';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { act, type Draft } from 'c/wizardState';
import type { ObjectFields, ObjectSummary } from 'c/wizardTypes';

/**
 * The right side of screen 2: the Salesforce object.
 * @fires retry to have the chosen object described again
 */
export default class ObjectChoice extends LightningElement {
  @api draft!: Draft;
  @api data!: WizardData;
  /** The fields of the chosen object, as far as they are known. */
  @api fields: Answer<ObjectFields> = {};

  objects: Answer<ObjectSummary[]> = {};

  labels = { listEmpty, listFailed, loading, nothingChosen, readFailed, reading, searchObjects, title };

  private readonly listing = new Question<ObjectSummary[]>((answer) => {
    this.objects = answer;
  });

  connectedCallback(): void {
    void this.load();
  }

  get options(): Option[] {
    const { objectApiName } = this.draft;
    const listed = (this.objects.value ?? []).map(({ apiName, label, icon, custom }) => ({
      value: apiName,
      label,
      detail: apiName,
      icon: icon || (custom ? 'standard:custom' : 'standard:default')
    }));
    const isGone = objectApiName && !listed.some(({ value }) => value === objectApiName);
    return isGone ? [{ value: objectApiName, label: objectApiName, icon: 'standard:default' }, ...listed] : listed;
  }

  get isNothing(): boolean {
    return !this.draft.objectApiName;
  }

  get isReading(): boolean {
    return Boolean(this.fields.isPending);
  }

  get text(): string {
    const { recordCount, hasMoreRecords, fields = [] } = this.fields.value ?? {};
    const recordTexts = hasMoreRecords ? [recordsMore, recordsMore] : [recordsOne, recordsMany];
    const records = typeof recordCount === 'number' ? [fillCount(recordCount, recordTexts[0], recordTexts[1])] : [];
    const mappable = fields.filter((field) => field.mappable).length;
    return [...records, fillCount(mappable, fieldsOne, fieldsMany)].join(' · ');
  }

  get keyProblem(): string {
    const { label, fields } = this.fields.value ?? {};
    return fields && !fields.some(({ canBeKey }) => canBeKey) ? fill(withoutKey, label ?? '') : '';
  }

  async load(): Promise<void> {
    const objects = await this.listing.ask(() => this.data.objects());
    const chosen = objects?.find(({ apiName }) => apiName === this.draft.objectApiName);
    if (chosen && !this.draft.objectLabel && !this.draft.id) {
      this.tell(chosen);
    }
  }

  choose({ detail }: CustomEvent<string>): void {
    const chosen = this.objects.value?.find(({ apiName }) => apiName === detail);
    if (chosen) {
      this.tell(chosen);
    }
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  private tell({ apiName, labelPlural }: ObjectSummary): void {
    act(this, { type: 'objectChosen', objectApiName: apiName, objectLabel: labelPlural });
  }
}
