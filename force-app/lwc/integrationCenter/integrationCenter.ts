import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import INTEGRATION from '@salesforce/schema/Integration__c';

type View = 'list' | 'wizard';
type State = Partial<Record<'view' | 'integration' | 'template', string>>;

/**
 * What the address says to a component carries the namespace of its package, or `c` (LWC Developer Guide, "Add Query
 * Parameters"); an imported name tells which.
 */
const PREFIX = INTEGRATION.objectApiName.replace(/Integration__c$/, '') || 'c__';

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
    return ['new', 'edit'].includes(this.told('view') ?? '') ? 'wizard' : 'list';
  }

  get isWizard(): boolean {
    return this.view === 'wizard';
  }

  get integrationId(): string {
    return this.told('view') === 'edit' ? (this.told('integration') ?? '') : '';
  }

  get templateId(): string {
    return this.told('template') ?? '';
  }

  /** The integration whose log the address leads to. */
  get logId(): string {
    return this.told('view') === 'log' ? (this.told('integration') ?? '') : '';
  }

  get runId(): string | undefined {
    return this.told('run');
  }

  create(): void {
    this.go({ view: 'new' });
  }

  edit(event: CustomEvent<string>): void {
    this.go({ view: 'edit', integration: event.detail });
  }

  finish(event: CustomEvent<{ integrationId: string; preview: boolean }>): void {
    this.previewId = event.detail.preview ? event.detail.integrationId : undefined;
    this.go({});
  }

  leave(): void {
    this.previewId = undefined;
    this.go({});
  }

  private told(name: string): string | undefined {
    return this.page?.state?.[`${PREFIX}${name}`];
  }

  /** What the address said before is forgotten, but for what others told there. */
  private go({ view, integration, template }: State): void {
    const { type, attributes, state } = this.page!;
    const own = { view, integration, template, run: undefined };
    const named = Object.fromEntries(Object.entries(own).map(([name, value]) => [`${PREFIX}${name}`, value]));
    this[NavigationMixin.Navigate]({ type, attributes, state: { ...state, ...named } });
  }
}
