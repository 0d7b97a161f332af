import { LightningElement, api } from 'lwc';
import credential from '@salesforce/label/c.Dashboard_Credential';
import nothing from '@salesforce/label/c.Dashboard_Nothing';
import open from '@salesforce/label/c.Log_View';
import openOf from '@salesforce/label/c.Dashboard_View_Log_Of';
import paused from '@salesforce/label/c.State_Paused_Automatically';
import title from '@salesforce/label/c.Dashboard_Attention';
import unmatchedRising from '@salesforce/label/c.Dashboard_Unmatched_Rising';
import type { AttentionItem } from 'c/dashboardCharts';
import { fill } from 'c/formats';
import { statusLook, type StatusLook } from 'c/runs';

const WARNING = { icon: 'utility:warning', variant: 'warning' } as const;
const LOOKS: Record<string, StatusLook> = {
  Failed: statusLook('Failed'),
  Stopped: statusLook('Stopped'),
  Errors: statusLook('Completed with errors'),
  Paused: { ...WARNING, label: paused },
  Credential: { label: credential, icon: 'utility:error', variant: 'error' },
  UnmatchedRising: { ...WARNING, label: unmatchedRising }
};

/** An item as it is shown. */
interface Entry extends AttentionItem, StatusLook {
  key: string;
  help: string;
}

/**
 * What somebody should look at first.
 * @fires open when the log of an integration is asked for; the detail is {integrationId, name, runId}
 */
export default class DashboardAttention extends LightningElement {
  @api items: AttentionItem[] = [];

  labels = { nothing, open, title };

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  get entries(): Entry[] {
    return this.items.map((item) => ({
      ...item,
      ...LOOKS[item.kind],
      key: `${item.kind} ${item.integrationId ?? item.name}`,
      help: fill(openOf, item.name)
    }));
  }

  open(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const { integrationId, name, runId } = this.entries.find((entry) => entry.key === key)!;
    this.dispatchEvent(new CustomEvent('open', { detail: { integrationId, name, runId: runId ?? undefined } }));
  }
}
