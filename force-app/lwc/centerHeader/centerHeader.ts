import { LightningElement, api } from 'lwc';
import allWell from '@salesforce/label/c.Center_All_Well';
import attentionMany from '@salesforce/label/c.Center_Attention_Many';
import attentionOne from '@salesforce/label/c.Center_Attention_One';
import countMany from '@salesforce/label/c.Center_Count_Many';
import countOne from '@salesforce/label/c.Center_Count_One';
import refresh from '@salesforce/label/c.Center_Refresh';
import search from '@salesforce/label/c.Center_Search';
import subtitle from '@salesforce/label/c.Center_Subtitle';
import title from '@salesforce/label/c.Center_Title';
import { fillCount } from 'c/formats';
import type { Integration } from 'c/runs';

/** So few integrations are found at a glance. */
const FEWEST_TO_SEARCH = 8;

/**
 * Title, how many integrations there are and how they are, search and refresh.
 * @fires refresh when the user wants the list anew
 * @fires search with the text in `detail`
 */
export default class CenterHeader extends LightningElement {
  @api integrations?: Integration[];
  @api alarmingCount = 0;

  labels = { refresh, search, subtitle, title };

  get meta(): string {
    if (!this.integrations?.length) {
      return '';
    }
    const count = fillCount(this.integrations.length, countOne, countMany);
    const state = this.alarmingCount ? fillCount(this.alarmingCount, attentionOne, attentionMany) : allWell;
    return `${count} · ${state}`;
  }

  get isSearchable(): boolean {
    return (this.integrations?.length ?? 0) >= FEWEST_TO_SEARCH;
  }

  askForRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }

  search(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('search', { detail: event.detail.value }));
  }
}
