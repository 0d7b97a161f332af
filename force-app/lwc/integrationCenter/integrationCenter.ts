import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';

type View = 'list' | 'wizard';
type State = Record<'c__view' | 'c__integration' | 'c__template' | 'c__run', string | undefined>;

const LIST: State = { c__view: undefined, c__integration: undefined, c__template: undefined, c__run: undefined };

/**
 * The Integrations tab: the list, or the wizard in its place. The address says which, so that the browser's Back works and
 * a link can lead to the wizard (`c__view=new` or `edit`) or to a log (`c__view=log`).
 */
export default class IntegrationCenter extends NavigationMixin(LightningElement) {
  page?: PageReference;
  /** The integration that was just saved and is to be previewed. */
  previewId?: string;
  /** Whether the list takes the focus, because what had it is gone. */
  isBack = false;

  @wire(CurrentPageReference)
  takePage(page: PageReference): void {
    const before = this.page && this.view;
    this.page = page;
    this.isBack = before === 'wizard' && this.view === 'list';
  }

  get view(): View {
    return ['new', 'edit'].includes(this.state.c__view ?? '') ? 'wizard' : 'list';
  }

  get isWizard(): boolean {
    return this.view === 'wizard';
  }

  get integrationId(): string {
    return this.state.c__view === 'edit' ? (this.state.c__integration ?? '') : '';
  }

  get templateId(): string {
    return this.state.c__template ?? '';
  }

  /** The integration whose log the address leads to. */
  get logId(): string {
    return this.state.c__view === 'log' ? (this.state.c__integration ?? '') : '';
  }

  get runId(): string | undefined {
    return this.state.c__run;
  }

  create(): void {
    this.go({ ...LIST, c__view: 'new' });
  }

  edit(event: CustomEvent<string>): void {
    this.go({ ...LIST, c__view: 'edit', c__integration: event.detail });
  }

  finish(event: CustomEvent<{ integrationId: string; preview: boolean }>): void {
    this.previewId = event.detail.preview ? event.detail.integrationId : undefined;
    this.go(LIST);
  }

  leave(): void {
    this.previewId = undefined;
    this.go(LIST);
  }

  private get state(): Partial<State> {
    return this.page?.state ?? {};
  }

  private go(state: State): void {
    const { type, attributes } = this.page!;
    this[NavigationMixin.Navigate]({ type, attributes, state: { ...this.page!.state, ...state } });
  }
}
