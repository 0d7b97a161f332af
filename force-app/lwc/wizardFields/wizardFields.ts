import { LightningElement, api } from 'lwc';
import columnsFailed from '@salesforce/label/c.Fields_Load_Failed';
import conflicts from '@salesforce/label/c.Fields_Solve_Conflicts';
import incomplete from '@salesforce/label/c.Fields_Complete_Rows';
import loading from '@salesforce/label/c.Fields_Loading';
import mapOne from '@salesforce/label/c.Fields_Map_One';
import nameFirst from '@salesforce/label/c.Fields_Name_First';
import suggestedMany from '@salesforce/label/c.Fields_Suggested_Many';
import suggestedNone from '@salesforce/label/c.Fields_Suggested_None';
import suggestedOne from '@salesforce/label/c.Fields_Suggested_One';
import wait from '@salesforce/label/c.Wizard_Wait';
import { fillCount } from 'c/formats';
import { Pause } from 'c/pause';
import { Question, type Answer } from 'c/question';
import type { WizardData } from 'c/wizardData';
import { rowVerdicts, targetFields, type RowVerdict } from 'c/wizardRules';
import { act, inputOf, type Draft } from 'c/wizardState';
import type { Column, Field, Verdict } from 'c/wizardTypes';

/** Long enough to choose column and field of a row in one go. */
const PAUSE = 400;

interface Sides {
  columns: Column[];
  fields: Field[];
}

/** Screen 3: the mappings with what each comes to, a sample of what would change, schedule and options. */
export default class WizardFields extends LightningElement {
  @api data!: WizardData;

  sides: Answer<Sides> = {};
  /** The fields that may be mapped to. */
  targets: Field[] = [];
  verdicts: Answer<Verdict[]> = {};
  /** What came of asking for suggestions; until something else happens. */
  suggestionNote = '';
  /** Whether somebody has tried to save, so that what is blank is now to be marked. */
  isChecked = false;

  labels = { columnsFailed, loading };

  private _draft!: Draft;
  private isShown = false;
  private readonly pause = new Pause(PAUSE, () => void this.judge());
  private readonly sidesQuestion = new Question<Sides>((answer) => {
    this.sides = answer;
    this.targets = targetFields(this.fields, this.draft.keyField);
  });
  private readonly verdictQuestion = new Question<Verdict[]>((answer) => {
    this.verdicts = answer;
  });

  @api get draft(): Draft {
    return this._draft;
  }
  set draft(draft: Draft) {
    const before = this._draft;
    this._draft = draft;
    if (this.isShown && draft.rows !== before.rows) {
      this.suggestionNote = '';
      this.pause.begin();
    }
    if (this.isShown && draft.templateId !== before.templateId) {
      void this.suggest();
    }
  }

  connectedCallback(): void {
    this.isShown = true;
    void this.load();
  }

  disconnectedCallback(): void {
    this.pause.end();
  }

  /** Why the draft cannot be saved; blank when it can. */
  @api check(): string {
    this.isChecked = true;
    const { draft } = this;
    if (!this.sides.value) {
      return wait;
    }
    const found = [...this.rowVerdicts.values()];
    if (!draft.name.trim()) {
      return nameFirst;
    }
    if (found.some(({ verdict }) => verdict === 'conflict')) {
      return conflicts;
    }
    if (found.some(({ verdict, message }) => verdict === 'blank' && message)) {
      return incomplete;
    }
    return inputOf(draft).mappings.length ? '' : mapOne;
  }

  get columns(): Column[] {
    return this.sides.value?.columns ?? [];
  }

  get fields(): Field[] {
    return this.sides.value?.fields ?? [];
  }

  get rowVerdicts(): Map<number, RowVerdict> {
    return rowVerdicts(this.draft, this.columns, this.fields, this.verdicts.value ?? []);
  }

  /** Whether a sample can be asked for: something is mapped, and nothing of it is known to fail. */
  get isSampleReady(): boolean {
    const found = [...this.rowVerdicts.values()];
    const isSound = found.every(({ verdict }) => verdict === 'fits' || verdict === 'converted' || verdict === 'blank');
    return isSound && found.some(({ verdict }) => verdict !== 'blank');
  }

  async load(): Promise<void> {
    await this.sidesQuestion.ask(() => this.readSides());
    await this.suggest();
    await this.judge();
  }

  /** Fields may have been created meanwhile. */
  async reload(): Promise<void> {
    this.data.forget('fields', 'columns', 'suggest', 'missing');
    await this.load();
  }

  async suggestMore(): Promise<void> {
    const before = this.draft.rows.length;
    await this.suggest(true);
    // The wizard answers an action at its next drawing.
    await Promise.resolve();
    const added = this.draft.rows.length - before;
    this.suggestionNote = added > 0 ? fillCount(added, suggestedOne, suggestedMany) : suggestedNone;
  }

  private async readSides(): Promise<Sides> {
    const { environmentName, sourceKind, reportId, objectApiName } = this.draft;
    const address = { environmentName: environmentName ?? '', sourceKind, reportId };
    const [report, target] = await Promise.all([this.data.columns(address), this.data.fields(objectApiName)]);
    return { columns: report.columns, fields: target.fields };
  }

  /** Once for a new pair of report and object, and whenever somebody asks. */
  private async suggest(isAsked = false): Promise<void> {
    const { objectApiName, keyField, templateId, isSuggested } = this.draft;
    if (!this.columns.length || (isSuggested && !isAsked)) {
      return;
    }
    // No suggestion is no misfortune: everything can be mapped by hand.
    const question = { columns: this.columns, objectApiName, keyField, templateId };
    const found = await this.data.suggest(question).catch(() => undefined);
    act(this, { type: 'mappingsSuggested', mappings: found?.mappings ?? [] });
  }

  private async judge(): Promise<void> {
    const mappings = inputOf(this.draft).mappings.filter(({ column, field }) => column && field);
    const { columns, draft } = this;
    if (!mappings.length || !columns.length) {
      this.verdictQuestion.drop();
      return;
    }
    const { objectApiName } = draft;
    await this.verdictQuestion.ask(() => this.data.verdicts({ columns, objectApiName, mappings }), true);
  }
}
