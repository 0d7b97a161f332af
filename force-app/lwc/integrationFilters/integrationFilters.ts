import { LightningElement, api } from 'lwc';
import allEnvironments from '@salesforce/label/c.Filter_All_Environments';
import allResults from '@salesforce/label/c.Filter_All_Results';
import allStates from '@salesforce/label/c.Filter_All_States';
import attention from '@salesforce/label/c.Filter_Attention';
import active from '@salesforce/label/c.State_Active';
import clear from '@salesforce/label/c.Filter_Clear';
import completed from '@salesforce/label/c.Status_Completed';
import environment from '@salesforce/label/c.Filter_Environment';
import never from '@salesforce/label/c.Integration_Never_Run';
import paused from '@salesforce/label/c.State_Paused';
import result from '@salesforce/label/c.Filter_Result';
import running from '@salesforce/label/c.Status_Running';
import search from '@salesforce/label/c.Center_Search';
import shown from '@salesforce/label/c.Filter_Shown';
import state from '@salesforce/label/c.Filter_State';
import { fill, formatCount } from 'c/formats';
import { isFiltering, NO_FILTERS, type Filters } from 'c/integrationFilter';

interface Option {
  label: string;
  value: string;
}

/**
 * Search and filters of the list.
 * @fires filter with all filters in `detail`
 */
export default class IntegrationFilters extends LightningElement {
  @api filters: Filters = NO_FILTERS;
  /** Names of the environments that integrations read from. */
  @api environmentNames: string[] = [];
  @api shownCount = 0;
  @api totalCount = 0;

  labels = { clear, environment, result, search, state };
  states: Option[] = [
    { label: allStates, value: '' },
    { label: active, value: 'Active' },
    { label: paused, value: 'Paused' },
    { label: running, value: 'Running' }
  ];
  results: Option[] = [
    { label: allResults, value: '' },
    { label: attention, value: 'Attention' },
    { label: completed, value: 'Completed' },
    { label: never, value: 'Never' }
  ];

  get environments(): Option[] {
    return [
      { label: allEnvironments, value: '' },
      ...this.environmentNames.map((name) => ({ label: name, value: name }))
    ];
  }

  get hasSeveralEnvironments(): boolean {
    return this.environmentNames.length > 1;
  }

  get isFiltering(): boolean {
    return isFiltering(this.filters);
  }

  get shownText(): string {
    return fill(shown, formatCount(this.shownCount), formatCount(this.totalCount));
  }

  change(event: CustomEvent<{ value: string }>): void {
    const { filter } = (event.currentTarget as HTMLElement).dataset;
    this.tell({ ...this.filters, [filter!]: event.detail.value });
  }

  clear(): void {
    this.tell(NO_FILTERS);
    this.template!.querySelector<HTMLElement>('lightning-input')?.focus();
  }

  private tell(filters: Filters): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: filters }));
  }
}
