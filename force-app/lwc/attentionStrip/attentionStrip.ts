import { LightningElement, api } from 'lwc';
import title from '@salesforce/label/c.Center_Attention_Title';
import viewLog from '@salesforce/label/c.Log_View';
import viewLogOf from '@salesforce/label/c.Log_View_For';
import { fill } from 'c/formats';
import type { Integration } from 'c/runs';

const MOST_SHOWN = 3;

/**
 * Names what needs attention, above everything else on the page.
 * @fires log with `{ integrationId, runId }` in `detail`
 */
export default class AttentionStrip extends LightningElement {
  @api integrations: Integration[] = [];

  labels = { title, viewLog };

  get entries(): { integration: Integration; linkLabel: string }[] {
    return this.integrations
      .slice(0, MOST_SHOWN)
      .map((integration) => ({ integration, linkLabel: fill(viewLogOf, integration.name) }));
  }

  get hiddenCount(): number {
    return Math.max(0, this.integrations.length - MOST_SHOWN);
  }

  view(event: Event): void {
    const integrationId = (event.currentTarget as HTMLElement).dataset.id;
    const runId = this.integrations.find(({ id }) => id === integrationId)?.lastRun?.id;
    this.dispatchEvent(new CustomEvent('log', { detail: { integrationId, runId } }));
  }
}
