import { LightningElement, api } from 'lwc';
import loadFailed from '@salesforce/label/c.Center_Load_Failed';
import loading from '@salesforce/label/c.Center_Loading';
import noneFound from '@salesforce/label/c.Center_None_Found';
import title from '@salesforce/label/c.Center_Subtitle';
import { environmentNames, NO_FILTERS, passes, type Filters } from 'c/integrationFilter';
import type { Problem } from 'c/problems';
import type { Integration } from 'c/runs';

/** Few integrations are found at a glance. */
const FEWEST_TO_FILTER = 8;

/**
 * The integrations, with search and filters where there are many; or that they load, could not be loaded, or are none.
 * @fires act with `{ action, integrationId, runId }` in `detail`
 * @fires dismiss with the integration's id in `detail`, when the user has read what went wrong
 * @fires create when the user wants a first integration
 * @fires retry when the user wants to load them again
 */
export default class IntegrationList extends LightningElement {
  @api integrations?: Integration[];
  /** Why they could not be loaded. */
  @api problem?: Problem;
  /** What went wrong in a row, by the id of the integration. */
  @api rowProblems: Record<string, (Problem & { heading: string }) | undefined> = {};
  /** Whether the user may change anything. */
  @api canConfigure = false;

  filters: Filters = NO_FILTERS;

  labels = { loadFailed, loading, noneFound, title };

  get isLoading(): boolean {
    return !this.integrations && !this.problem;
  }

  get isEmpty(): boolean {
    return this.integrations?.length === 0;
  }

  get hasIntegrations(): boolean {
    return Boolean(this.integrations?.length);
  }

  get isFilterable(): boolean {
    return this.integrations!.length >= FEWEST_TO_FILTER;
  }

  get matching(): Integration[] {
    return this.integrations!.filter((integration) => passes(integration, this.filters));
  }

  get hasNoMatch(): boolean {
    return this.matching.length === 0;
  }

  get environmentNames(): string[] {
    return environmentNames(this.integrations!);
  }

  filter(event: CustomEvent<Filters>): void {
    this.filters = event.detail;
  }

  /** Tells the page what one of the parts told. */
  pass({ type, detail }: CustomEvent): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
