import { LightningElement, api } from 'lwc';
import failed from '@salesforce/label/c.Sample_Failed';
import hint from '@salesforce/label/c.Sample_Hint';
import loading from '@salesforce/label/c.Sample_Loading';
import loaded from '@salesforce/label/c.Sample_Loaded';
import noRecords from '@salesforce/label/c.Sample_No_Records';
import refresh from '@salesforce/label/c.Sample_Refresh';
import title from '@salesforce/label/c.Sample_Title';
import waiting from '@salesforce/label/c.Sample_Waiting';
import { Pause } from 'c/pause';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { inputOf, type Draft } from 'c/wizardState';
import type { IntegrationInput, SampleRecord } from 'c/wizardTypes';

/** The report is read for every sample, so only when somebody has paused. */
const PAUSE = 900;

/** The live sample beside the mappings. It keeps the sample before in view while the next one is on its way. */
export default class SampleChanges extends LightningElement {
  @api data!: WizardData;

  sample: Answer<{ records: SampleRecord[] }> = {};

  labels = { failed, hint, loading, noRecords, refresh, title, waiting };

  private _draft!: Draft;
  private isReady = false;
  private isShown = false;
  private askedFor = '';
  private readonly pause = new Pause(PAUSE, () => void this.ask());
  private readonly question = new Question<{ records: SampleRecord[] }>((answer) => {
    this.sample = answer;
  });

  @api get draft(): Draft {
    return this._draft;
  }
  set draft(draft: Draft) {
    this._draft = draft;
    this.askSoon();
  }

  /** Whether the mappings can be tried: something is mapped, and nothing is known to fail. */
  @api get ready(): boolean {
    return this.isReady;
  }
  set ready(isReady: boolean) {
    this.isReady = isReady;
    this.askSoon();
  }

  connectedCallback(): void {
    this.isShown = true;
    this.askSoon();
  }

  disconnectedCallback(): void {
    this.pause.end();
  }

  get records(): SampleRecord[] {
    return this.sample.value?.records ?? [];
  }

  get isEmpty(): boolean {
    return this.sample.value?.records.length === 0;
  }

  get isWaiting(): boolean {
    return !this.sample.value && !this.sample.problem && !this.sample.isPending;
  }

  get isFirst(): boolean {
    return Boolean(this.sample.isPending) && !this.sample.value;
  }

  get listClass(): string {
    return this.sample.isPending ? 'records records_old' : 'records';
  }

  get announcement(): string {
    if (this.sample.isPending) {
      return loading;
    }
    return this.records.length ? loaded : '';
  }

  refresh(): void {
    this.data.forget('sample');
    this.askedFor = '';
    void this.ask();
  }

  private askSoon(): void {
    this.pause.end();
    if (this.isShown && this.isReady && this.keyOfDraft() !== this.askedFor) {
      this.pause.begin();
    }
  }

  private async ask(): Promise<void> {
    this.askedFor = this.keyOfDraft();
    await this.question.ask(() => this.data.sampleChanges(this.input()), true);
  }

  /** Only what decides about values: another name or schedule is no reason to read the report again. */
  private input(): IntegrationInput {
    const input = inputOf(this._draft);
    const mappings = input.mappings.filter(({ column, field }) => column && field);
    return {
      ...input,
      mappings,
      name: input.reportName,
      scheduleKind: 'Manual',
      scheduleHour: null,
      scheduleDay: null
    };
  }

  private keyOfDraft(): string {
    return JSON.stringify(this.input());
  }
}
