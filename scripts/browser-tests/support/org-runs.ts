import { setTimeout as delay } from 'node:timers/promises';
import { callApex } from './apex';
import { OrgData } from './org-data';
import { PATIENCE } from './patience';
import type { RunningApp } from './running-app';

const ASK_EVERY_MS = 100;

/** The runs that a test finds in the org, made without a page. */
export class OrgRuns {
  private readonly app: RunningApp;
  private readonly data: OrgData;

  constructor(app: RunningApp) {
    this.app = app;
    this.data = new OrgData(app);
  }

  /** Runs an integration to its end, and gives the run's Id. */
  async complete(integration: string): Promise<string> {
    const integrationId = await this.data.idOf('Integration__c', integration);
    const runId = await callApex<string>(this.app, 'RunController.start', { integrationId });
    await this.settled();
    return runId;
  }

  /** Runs an integration for which there is something to update in all records. */
  async completeAnew(integration: string): Promise<string> {
    await this.forgetValues();
    return this.complete(integration);
  }

  /** Waits until nothing runs any more. */
  async settled(): Promise<void> {
    const end = Date.now() + PATIENCE;
    while ((await this.active()).length > 0) {
      if (Date.now() > end) {
        throw new Error('A run does not come to its end.');
      }
      await delay(ASK_EVERY_MS);
    }
  }

  /** Ends what a test left running. */
  async cancelAll(): Promise<void> {
    for (const { Id: runId } of await this.active()) {
      await callApex(this.app, 'RunController.cancel', { runId });
    }
    await this.settled();
  }

  /** Leaves an org in which nothing has run yet. */
  async removeAll(): Promise<void> {
    for (const object of ['Sync_Run__c', 'Sync_Day__c']) {
      await this.data.removeAll(object);
    }
  }

  /** Empties the fields that the integrations of the sample write. */
  async forgetValues(): Promise<void> {
    const written = 'Onboarding_Completion__c != null OR NPS_Score__c != null';
    const nothing = { Onboarding_Completion__c: null, NPS_Score__c: null };
    await this.data.updateAll('Contact', written, nothing);
  }

  private active(): Promise<Record<string, unknown>[]> {
    return this.data.query(`SELECT Id FROM Sync_Run__c WHERE Status__c IN ('Queued', 'Running')`);
  }
}
