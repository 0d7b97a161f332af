import { LightningElement, api } from 'lwc';
import credential from '@salesforce/label/c.Dashboard_Credential';
import nothing from '@salesforce/label/c.Dashboard_Nothing';
import open from '@salesforce/label/c.Log_View';
import openOf from '@salesforce/label/c.Dashboard_View_Log_Of';
import paused from '@salesforce/label/c.State_Paused_Automatically';
import resolveLabel from '@salesforce/label/c.Dashboard_Go_To_Integrations';
import resolveOf from '@salesforce/label/c.Dashboard_Resolve_Of';
import title from '@salesforce/label/c.Dashboard_Attention';
import titleCount from '@salesforce/label/c.Dashboard_Attention_Count';
import unmatchedRising from '@salesforce/label/c.Dashboard_Unmatched_Rising';
import type { AttentionItem } from 'c/dashboardCharts';
import { fill, formatBothZones, formatCount } from 'c/formats';
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

/** What is put right elsewhere than in a log. */
const RESOLVABLE = ['Paused', 'Credential'];

/** An item as it is shown. */
interface Entry extends AttentionItem, StatusLook {
  key: string;
  help: string;
  resolveHelp: string;
  isResolvable: boolean;
  time?: number;
  timeHelp: string;
}

/**
 * What somebody should look at first.
 * @fires open when the log of an integration is asked for; the detail is {integrationId, name, runId}
 * @fires resolve when the user wants to go to the integrations
 */
export default class DashboardAttention extends LightningElement {
  @api items: AttentionItem[] = [];

  labels = { nothing, open, resolve: resolveLabel };

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  get heading(): string {
    return this.isEmpty ? title : fill(titleCount, formatCount(this.items.length));
  }

  get entries(): Entry[] {
    return this.items.map((item) => ({
      ...item,
      ...LOOKS[item.kind],
      key: `${item.kind} ${item.integrationId ?? item.name}`,
      help: fill(openOf, item.name),
      resolveHelp: fill(resolveOf, item.name),
      isResolvable: RESOLVABLE.includes(item.kind),
      time: item.happenedAt ? new Date(item.happenedAt).getTime() : undefined,
      timeHelp: item.happenedAt ? formatBothZones(item.happenedAt) : ''
    }));
  }

  open(event: Event): void {
    const { key } = (event.currentTarget as HTMLElement).dataset;
    const { integrationId, name, runId } = this.entries.find((entry) => entry.key === key)!;
    this.dispatchEvent(new CustomEvent('open', { detail: { integrationId, name, runId: runId ?? undefined } }));
  }

  resolve(): void {
    this.dispatchEvent(new CustomEvent('resolve'));
  }
}
