import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Integration_Column_Actions';
import caption from '@salesforce/label/c.Center_Table';
import editOf from '@salesforce/label/c.Integration_Edit_Of';
import flow from '@salesforce/label/c.Integration_Column_Flow';
import lastRun from '@salesforce/label/c.Integration_Column_Last_Run';
import match from '@salesforce/label/c.Integration_Match';
import matchColumn from '@salesforce/label/c.Integration_Column_Match';
import matchHelp from '@salesforce/label/c.Integration_Match_Help';
import name from '@salesforce/label/c.Integration_Column_Name';
import nextRun from '@salesforce/label/c.Integration_Column_Next_Run';
import notWhilePaused from '@salesforce/label/c.Integration_Not_While_Paused';
import notScheduled from '@salesforce/label/c.Integration_Not_Scheduled';
import showMore from '@salesforce/label/c.Common_Show_More';
import shownOf from '@salesforce/label/c.Filter_Shown';
import state from '@salesforce/label/c.Integration_Column_State';
import to from '@salesforce/label/c.Integration_To';
import { fill, formatBothZones, formatCount } from 'c/formats';
import type { Problem } from 'c/problems';
import type { Integration } from 'c/runs';

/** So many rows are drawn at once; more would make the page slow and are found by search. */
const PAGE_SIZE = 50;

interface Row {
  integration: Integration;
  problemKey: string;
  problem?: Problem & { heading: string };
  match: string;
  matchHelp: string;
  editHelp: string;
  nextDueTime: number | null;
  /** What stands where the next run would. */
  noNextDue: string;
  nextDueTitle: string;
}

/**
 * One row per integration, with its menu, and below it what went wrong with the last action on it.
 * @fires act with `{ action, integrationId, runId }` in `detail`
 * @fires dismiss with the integration's id in `detail`, when the user has read what went wrong
 */
export default class IntegrationTable extends LightningElement {
  @api integrations: Integration[] = [];
  /** What went wrong, by the id of the integration. */
  @api problems: Record<string, (Problem & { heading: string }) | undefined> = {};
  /** Whether the user may change anything. */
  @api canConfigure = false;

  labels = { actions, caption, flow, lastRun, matchColumn, name, nextRun, showMore, state, to };
  private shownCount = PAGE_SIZE;

  get rows(): Row[] {
    return this.integrations.slice(0, this.shownCount).map((integration) => {
      const { id, keyColumn, keyField, objectLabel, state: stateName } = integration;
      const isPaused = stateName === 'Paused';
      const nextDueAt = isPaused ? null : integration.nextDueAt;
      return {
        integration,
        problemKey: `${id} problem`,
        problem: this.problems[id],
        match: fill(match, keyColumn, keyField),
        matchHelp: fill(matchHelp, objectLabel, keyColumn, keyField),
        editHelp: fill(editOf, integration.name),
        nextDueTime: nextDueAt ? Date.parse(nextDueAt) : null,
        noNextDue: isPaused && integration.nextDueAt ? notWhilePaused : notScheduled,
        nextDueTitle: nextDueAt ? formatBothZones(nextDueAt) : ''
      };
    });
  }

  get hasMore(): boolean {
    return this.integrations.length > this.shownCount;
  }

  get shownText(): string {
    return fill(shownOf, formatCount(this.shownCount), formatCount(this.integrations.length));
  }

  showMore(): void {
    this.shownCount += PAGE_SIZE;
  }

  act(event: CustomEvent<string>): void {
    this.tell(event.detail, event);
  }

  edit(event: Event): void {
    this.tell('edit', event);
  }

  viewRun(event: CustomEvent<string>): void {
    this.tell('log', event, event.detail);
  }

  dismiss(event: Event): void {
    this.dispatchEvent(new CustomEvent('dismiss', { detail: idOf(event) }));
  }

  private tell(action: string, event: Event, runId?: string): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { action, integrationId: idOf(event), runId } }));
  }
}

function idOf(event: Event): string {
  return (event.currentTarget as HTMLElement).dataset.id!;
}
