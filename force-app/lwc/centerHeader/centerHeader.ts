import { LightningElement, api } from 'lwc';
import allWell from '@salesforce/label/c.Center_All_Well';
import attentionMany from '@salesforce/label/c.Center_Attention_Many';
import attentionOne from '@salesforce/label/c.Center_Attention_One';
import countMany from '@salesforce/label/c.Center_Count_Many';
import countOne from '@salesforce/label/c.Center_Count_One';
import create from '@salesforce/label/c.Center_New';
import exportAll from '@salesforce/label/c.Center_Export_All';
import importFile from '@salesforce/label/c.Center_Import';
import more from '@salesforce/label/c.Center_More_Actions';
import refresh from '@salesforce/label/c.Center_Refresh';
import subtitle from '@salesforce/label/c.Center_Subtitle';
import title from '@salesforce/label/c.Center_Title';
import type { Org } from 'c/environments';
import { fillCount } from 'c/formats';
import type { Integration } from 'c/runs';

/**
 * Title, which org this is, how many integrations there are and how they are, and what can be done with all of them.
 * @fires create when the user wants a new integration
 * @fires import when the user wants to import integrations
 * @fires export when the user wants all integrations as a file
 * @fires refresh when the user wants the page anew
 */
export default class CenterHeader extends LightningElement {
  @api integrations?: Integration[];
  @api org?: Org;
  @api alarmingCount = 0;
  /** Whether the user may change anything. */
  @api canConfigure = false;

  labels = { create, exportAll, importFile, more, refresh, subtitle, title };

  get orgName(): string {
    return this.org?.orgName ?? '';
  }

  get hasNone(): boolean {
    return !this.integrations?.length;
  }

  get meta(): string {
    if (!this.integrations?.length) {
      return '';
    }
    const count = fillCount(this.integrations.length, countOne, countMany);
    const state = this.alarmingCount ? fillCount(this.alarmingCount, attentionOne, attentionMany) : allWell;
    return `${count} · ${state}`;
  }

  askForRefresh(): void {
    this.dispatchEvent(new CustomEvent('refresh'));
  }

  askForNew(): void {
    this.dispatchEvent(new CustomEvent('create'));
  }

  choose(event: CustomEvent<{ value: 'import' | 'export' }>): void {
    this.dispatchEvent(new CustomEvent(event.detail.value));
  }

  /** Puts the focus where the page begins, after something that had it is gone. */
  @api focus(): void {
    this.template!.querySelector<HTMLElement>('h1')?.focus();
  }
}
