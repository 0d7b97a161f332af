import { LightningElement, api } from 'lwc';
import actions from '@salesforce/label/c.Integration_Column_Actions';
import actionsFor from '@salesforce/label/c.Integration_Actions';
import active from '@salesforce/label/c.State_Active';
import caption from '@salesforce/label/c.Center_Table';
import flow from '@salesforce/label/c.Integration_Column_Flow';
import lastRun from '@salesforce/label/c.Integration_Column_Last_Run';
import log from '@salesforce/label/c.Integration_Log';
import match from '@salesforce/label/c.Integration_Match';
import matchColumn from '@salesforce/label/c.Integration_Column_Match';
import matchHelp from '@salesforce/label/c.Integration_Match_Help';
import name from '@salesforce/label/c.Integration_Column_Name';
import nextRun from '@salesforce/label/c.Integration_Column_Next_Run';
import noMatch from '@salesforce/label/c.Center_No_Match';
import notScheduled from '@salesforce/label/c.Integration_Not_Scheduled';
import paused from '@salesforce/label/c.State_Paused';
import runNow from '@salesforce/label/c.Integration_Run_Now';
import state from '@salesforce/label/c.Integration_Column_State';
import to from '@salesforce/label/c.Integration_To';
import { fill, formatBothZones } from 'c/formats';
import type { Integration } from 'c/runs';

interface Row {
  integration: Integration;
  match: string;
  matchHelp: string;
  actionsLabel: string;
  isRunning: boolean;
  isPaused: boolean;
  nextDueTime: number | null;
  nextDueTitle: string;
}

/**
 * One row per integration, with its menu.
 * @fires run with the integration's id in `detail`, when the user chooses Run now
 * @fires log with `{ integrationId, runId }` in `detail`, when the user asks for the log, or for that of one run
 */
export default class IntegrationTable extends LightningElement {
  @api integrations: Integration[] = [];
  /** What the list was searched for, to say so when nothing is left. */
  @api searchText = '';

  labels = {
    actions,
    active,
    caption,
    flow,
    lastRun,
    log,
    matchColumn,
    name,
    nextRun,
    notScheduled,
    paused,
    runNow,
    state,
    to
  };

  get rows(): Row[] {
    return this.integrations.map((integration) => {
      const { keyColumn, keyField, objectLabel, nextDueAt } = integration;
      return {
        integration,
        match: fill(match, keyColumn, keyField),
        matchHelp: fill(matchHelp, objectLabel, keyColumn, keyField),
        actionsLabel: fill(actionsFor, integration.name),
        isRunning: Boolean(integration.activeRunId),
        isPaused: integration.state === 'Paused',
        nextDueTime: nextDueAt ? Date.parse(nextDueAt) : null,
        nextDueTitle: nextDueAt ? formatBothZones(nextDueAt) : ''
      };
    });
  }

  get hasNoMatch(): boolean {
    return this.integrations.length === 0;
  }

  get noMatchText(): string {
    return fill(noMatch, this.searchText);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    const integrationId = (event.currentTarget as HTMLElement).dataset.id!;
    if (event.detail.value === 'run') {
      this.dispatchEvent(new CustomEvent('run', { detail: integrationId }));
    } else {
      this.askForLog(integrationId);
    }
  }

  viewRun(event: CustomEvent<string>): void {
    this.askForLog((event.currentTarget as HTMLElement).dataset.id!, event.detail);
  }

  private askForLog(integrationId: string, runId?: string): void {
    this.dispatchEvent(new CustomEvent('log', { detail: { integrationId, runId } }));
  }
}
