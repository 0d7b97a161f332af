import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import read from '@salesforce/apex/IntegrationController.read';
import save from '@salesforce/apex/IntegrationController.save';
import loadFailed from '@salesforce/label/c.Wizard_Load_Failed';
import loading from '@salesforce/label/c.Wizard_Loading';
import restored from '@salesforce/label/c.Wizard_Restored';
import saveFailed from '@salesforce/label/c.Wizard_Save_Failed';
import saved from '@salesforce/label/c.Wizard_Saved';
import startOver from '@salesforce/label/c.Wizard_Start_Over';
import titleEdit from '@salesforce/label/c.Wizard_Title_Edit';
import titleNew from '@salesforce/label/c.Wizard_Title_New';
import { fill } from 'c/formats';
import { problemOf, type Problem } from 'c/problems';
import { WizardData } from 'c/wizardData';
import { forget, keep, kept, mayLeave } from 'c/wizardLeave';
import { EMPTY_DRAFT, differs, draftOf, inputOf, isMatched, reduce, type Action, type Draft } from 'c/wizardState';
import { SCREENS } from 'c/wizardSteps';
import type { IntegrationInput } from 'c/wizardTypes';

/** What every screen offers to the wizard around it. */
interface Screen extends HTMLElement {
  /** Why the wizard cannot go on yet, as a sentence; blank when it can. */
  check(): string;
}

/**
 * The wizard: it holds the draft, moves between the three screens, and saves.
 * @fires saved with `{ integrationId, preview }` in `detail`
 * @fires cancel when the user leaves without saving
 */
export default class IntegrationWizard extends LightningElement {
  /** The integration to edit; blank for a new one. */
  @api integrationId = '';
  /** The use case a new integration starts from; blank for none. */
  @api templateId = '';

  draft?: Draft;
  step = 0;
  /** The last screen that was reached. */
  furthest = 0;
  loadProblem?: Problem;
  saveProblem?: Problem;
  blocker = '';
  isSaving = false;
  isRestored = false;

  labels = { loadFailed, loading, restored, saveFailed, startOver };
  data = new WizardData();

  private original: Draft = EMPTY_DRAFT;
  private isProblemUnseen = false;
  private isFocusDue = false;
  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.isDirty) {
      event.preventDefault();
    }
  };

  connectedCallback(): void {
    window.addEventListener('beforeunload', this.guard);
    void this.load();
  }

  /** Nothing can hold a user back who goes to another tab of the app, so the draft waits for them. */
  disconnectedCallback(): void {
    window.removeEventListener('beforeunload', this.guard);
    if (this.draft && this.isDirty) {
      keep({ draft: this.draft, original: this.original, step: this.step, furthest: this.furthest });
    }
  }

  renderedCallback(): void {
    this.showProblem();
    const heading = this.isFocusDue && this.template!.querySelector<HTMLElement>('[data-heading]');
    if (heading) {
      this.isFocusDue = false;
      heading.focus({ preventScroll: true });
      this.template!.querySelector('article')?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** It stands below the options, which may be unfolded, and out of the sight of whoever pressed Save. */
  private showProblem(): void {
    const problem = this.isProblemUnseen && this.template!.querySelector('[data-problem]');
    if (problem) {
      this.isProblemUnseen = false;
      problem.scrollIntoView({ block: 'center' });
    }
  }

  get isDirty(): boolean {
    return Boolean(this.draft) && differs(this.draft!, this.original);
  }

  get title(): string {
    return this.integrationId ? fill(titleEdit, this.original.name) : titleNew;
  }

  get screen(): (typeof SCREENS)[number] {
    return SCREENS[this.step];
  }

  get isEnvironmentScreen(): boolean {
    return this.screen.name === 'environment';
  }

  get isReportScreen(): boolean {
    return this.screen.name === 'report';
  }

  get isLast(): boolean {
    return this.step === SCREENS.length - 1;
  }

  /** Up to where the steps can be gone to directly: there are no fields to map before both sides are chosen. */
  get reachable(): number {
    return this.draft && isMatched(this.draft) ? this.furthest : Math.min(this.furthest, 1);
  }

  async load(): Promise<void> {
    this.loadProblem = undefined;
    const waiting = kept(this.integrationId);
    try {
      this.original = waiting?.original ?? (await this.begin());
      const draft = waiting?.draft ?? (await this.withTemplate(this.original));
      this.isRestored = Boolean(waiting);
      this.furthest = waiting?.furthest ?? (this.integrationId ? SCREENS.length - 1 : 0);
      this.step = waiting?.step ?? this.furthest;
      this.isFocusDue = true;
      this.draft = draft;
    } catch (error) {
      this.loadProblem = problemOf(error);
    }
  }

  take({ detail }: CustomEvent<Action>): void {
    this.draft = reduce(this.draft!, detail);
    this.blocker = '';
    this.saveProblem = undefined;
  }

  goBack(): void {
    this.show(this.step - 1);
  }

  goOn(): void {
    if (this.isClear()) {
      this.show(this.step + 1);
    }
  }

  /** Back is always free; on goes only who passes the screen they are on. */
  goTo({ detail: step }: CustomEvent<number>): void {
    if (step < this.step || this.isClear()) {
      this.show(step);
    }
  }

  async store({ detail: preview }: CustomEvent<boolean>): Promise<void> {
    if (this.isSaving || !this.isClear()) {
      return;
    }
    this.isSaving = true;
    this.saveProblem = undefined;
    try {
      const integrationId = await save<string>({ input: inputOf(this.draft!) });
      this.leaveSaved(integrationId, preview);
    } catch (error) {
      this.saveProblem = problemOf(error);
      this.isProblemUnseen = true;
    } finally {
      this.isSaving = false;
    }
  }

  async cancel(): Promise<void> {
    if (!this.isDirty || (await mayLeave())) {
      this.draft = this.original;
      this.dispatchEvent(new CustomEvent('cancel'));
    }
  }

  async restart(): Promise<void> {
    this.draft = undefined;
    forget(this.integrationId);
    await this.load();
  }

  private async begin(): Promise<Draft> {
    const { integrationId } = this;
    return integrationId ? draftOf(await read<IntegrationInput>({ integrationId })) : EMPTY_DRAFT;
  }

  private async withTemplate(draft: Draft): Promise<Draft> {
    const templates = this.templateId ? await this.data.templates() : [];
    const template = templates.find(({ id }) => id === this.templateId);
    return template
      ? reduce(draft, { type: 'templateChosen', templateId: template.id, objectApiName: template.objectApiName })
      : draft;
  }

  private isClear(): boolean {
    this.blocker = this.template!.querySelector<Screen>('[data-screen]')?.check() ?? '';
    return !this.blocker;
  }

  private show(step: number): void {
    this.blocker = '';
    this.saveProblem = undefined;
    this.step = step;
    this.furthest = Math.max(this.furthest, step);
    this.isFocusDue = true;
  }

  private leaveSaved(integrationId: string, preview: boolean): void {
    this.dispatchEvent(new ShowToastEvent({ title: fill(saved, this.draft!.name.trim()), variant: 'success' }));
    this.original = this.draft!;
    this.dispatchEvent(new CustomEvent('saved', { detail: { integrationId, preview } }));
  }
}
