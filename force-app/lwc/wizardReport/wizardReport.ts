import { LightningElement, api } from 'lwc';
import wait from '@salesforce/label/c.Wizard_Wait';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { reportBlocker } from 'c/wizardRules';
import { act, type Draft } from 'c/wizardState';
import type { Column, ColumnsAnswer, Field, KeyCheck, ObjectFields } from 'c/wizardTypes';

/** Screen 2: report and object, and what of each finds the other. */
export default class WizardReport extends LightningElement {
  @api data!: WizardData;

  columns: Answer<ColumnsAnswer> = {};
  fields: Answer<ObjectFields> = {};
  keyCheck: Answer<KeyCheck> = {};

  private _draft!: Draft;
  private isShown = false;
  private readonly columnsQuestion = new Question<ColumnsAnswer>((answer) => {
    this.columns = answer;
  });
  private readonly fieldsQuestion = new Question<ObjectFields>((answer) => {
    this.fields = answer;
  });
  private readonly keysQuestion = new Question<KeyCheck>((answer) => {
    this.keyCheck = answer;
  });

  @api get draft(): Draft {
    return this._draft;
  }
  set draft(draft: Draft) {
    const before = this._draft;
    this._draft = draft;
    if (this.isShown) {
      this.follow(before);
    }
  }

  connectedCallback(): void {
    this.isShown = true;
    void Promise.all([this.readColumns(), this.readFields()]).then(() => this.checkKeys());
  }

  /** Why the wizard cannot go on; blank when it can. */
  @api check(): string {
    const isReading = this.columns.isPending || this.fields.isPending;
    return isReading ? wait : reportBlocker(this.draft, this.columns.value?.columns);
  }

  get columnList(): Column[] {
    return this.columns.value?.columns ?? [];
  }

  get fieldList(): Field[] {
    return this.fields.value?.fields ?? [];
  }

  get objectLabel(): string {
    return this.fields.value?.label ?? '…';
  }

  get areKeysOpen(): boolean {
    return !this.draft.keyColumn || !this.draft.keyField;
  }

  async readColumns(): Promise<void> {
    const { environmentName, sourceKind, reportId } = this.draft;
    if (!reportId) {
      this.columnsQuestion.drop();
      return;
    }
    const address = { environmentName: environmentName ?? '', sourceKind, reportId };
    await this.columnsQuestion.ask(() => this.data.columns(address));
    await this.suggestKeys();
  }

  async readFields(): Promise<void> {
    const { objectApiName } = this.draft;
    if (!objectApiName) {
      this.fieldsQuestion.drop();
      return;
    }
    await this.fieldsQuestion.ask(() => this.data.fields(objectApiName));
    await this.suggestKeys();
  }

  async checkKeys(): Promise<void> {
    const { environmentName, sourceKind, reportId, objectApiName, keyColumn, keyField } = this.draft;
    const isKnown = this.columnList.some(({ name }) => name === keyColumn);
    if (!isKnown || !this.fieldList.some(({ name }) => name === keyField)) {
      this.keysQuestion.drop();
      return;
    }
    const address = { environmentName: environmentName ?? '', sourceKind, reportId };
    await this.keysQuestion.ask(() => this.data.checkKeys({ ...address, objectApiName, keyColumn, keyField }));
  }

  private follow(before: Draft): void {
    const { draft } = this;
    const has = (...names: (keyof Draft)[]): boolean => names.some((name) => draft[name] !== before[name]);
    if (has('reportId', 'environmentName', 'sourceKind')) {
      void this.readColumns().then(() => this.checkKeys());
    }
    if (has('objectApiName')) {
      void this.readFields().then(() => this.checkKeys());
    }
    if (has('keyColumn', 'keyField')) {
      void this.checkKeys();
    }
  }

  /** As soon as report and object are known, the likeliest pair of identifiers; what is chosen stays. */
  private async suggestKeys(): Promise<void> {
    const { objectApiName, templateId } = this.draft;
    if (!this.areKeysOpen || !this.columnList.length || !this.fieldList.length) {
      return;
    }
    const question = { columns: this.columnList, objectApiName, keyField: '', templateId };
    // No suggestion is no misfortune: the sentence is there to be completed by hand.
    const found = await this.data.suggest(question).catch(() => undefined);
    if (found && objectApiName === this.draft.objectApiName) {
      act(this, { type: 'keysSuggested', keyColumn: found.keyColumn, keyField: found.keyField });
    }
  }
}
