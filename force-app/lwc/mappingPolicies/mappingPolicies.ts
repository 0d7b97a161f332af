import { LightningElement, api } from 'lwc';
import clear from '@salesforce/label/c.Policy_Clear';
import cut from '@salesforce/label/c.Policy_Truncate';
import newMapping from '@salesforce/label/c.Fields_New';
import options from '@salesforce/label/c.Policy_Options';
import { fill } from 'c/formats';
import { act, type MappingRow } from 'c/wizardState';

/** The menu of one mapping: what a blank cell does, and what becomes of text that is too long. */
export default class MappingPolicies extends LightningElement {
  @api row!: MappingRow;

  labels = { clear, cut };

  get menuLabel(): string {
    return fill(options, this.row.column || newMapping);
  }

  get isClearing(): boolean {
    return this.row.blankPolicy === 'Clear';
  }

  /** Whether something is other than usual: then the menu shows it. */
  get variant(): string {
    return this.isClearing || this.row.truncate ? 'brand' : 'border';
  }

  choose(event: CustomEvent<{ value: string }>): void {
    const { rowId, truncate } = this.row;
    const changes =
      event.detail.value === 'truncate'
        ? { truncate: !truncate }
        : { blankPolicy: this.isClearing ? ('Keep' as const) : ('Clear' as const) };
    act(this, { type: 'rowChanged', rowId, changes });
  }
}
