import { LightningElement, api } from 'lwc';
import actionFor from '@salesforce/label/c.Attention_Action_For';
import fewer from '@salesforce/label/c.Attention_Fewer';
import more from '@salesforce/label/c.Attention_More';
import title from '@salesforce/label/c.Center_Attention_Title';
import type { AttentionAction, AttentionEntry } from 'c/attention';
import { fill, formatCount } from 'c/formats';

const MOST_AT_FIRST = 3;

interface ShownAction extends AttentionAction {
  help: string;
}
type ShownEntry = Omit<AttentionEntry, 'actions'> & { actions: ShownAction[] };

/**
 * Names what needs attention, above everything else on the page.
 * @fires act with `{ action, entry }` in `detail`
 */
export default class AttentionStrip extends LightningElement {
  @api entries: AttentionEntry[] = [];

  labels = { title };
  private isUnfolded = false;

  get shown(): ShownEntry[] {
    const entries = this.isUnfolded ? this.entries : this.entries.slice(0, MOST_AT_FIRST);
    return entries.map((entry) => ({
      ...entry,
      actions: entry.actions.map((action) => ({ ...action, help: fill(actionFor, action.label, entry.subject) }))
    }));
  }

  get isFoldable(): boolean {
    return this.entries.length > MOST_AT_FIRST;
  }

  get foldLabel(): string {
    return this.isUnfolded ? fewer : fill(more, formatCount(this.entries.length - MOST_AT_FIRST));
  }

  get foldState(): string {
    return String(this.isUnfolded);
  }

  fold(): void {
    this.isUnfolded = !this.isUnfolded;
  }

  act(event: Event): void {
    const { key, action } = (event.currentTarget as HTMLElement).dataset;
    const entry = this.entries.find((candidate) => candidate.key === key);
    this.dispatchEvent(new CustomEvent('act', { detail: { action, entry } }));
  }
}
