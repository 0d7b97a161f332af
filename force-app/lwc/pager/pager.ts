import { LightningElement, api } from 'lwc';
import first from '@salesforce/label/c.Pager_First';
import last from '@salesforce/label/c.Pager_Last';
import next from '@salesforce/label/c.Pager_Next';
import previous from '@salesforce/label/c.Pager_Previous';
import range from '@salesforce/label/c.Pager_Range';
import rangeMore from '@salesforce/label/c.Pager_Range_More';
import { fill, formatCount } from 'c/formats';

interface Step {
  name: string;
  label: string;
  icon: string;
  offset: number;
  isOff: boolean;
}

/**
 * Goes from page to page of a long list. A list of one page has none.
 * @fires page with the offset of the page in `detail`
 */
export default class Pager extends LightningElement {
  @api offset = 0;
  @api pageSize = 50;
  @api total = 0;
  /** Whether there are more than `total`, which are found on the way. */
  @api endless = false;

  get isShown(): boolean {
    return this.total > this.pageSize || this.endless;
  }

  get text(): string {
    const end = Math.min(this.offset + this.pageSize, this.total);
    const numbers = [this.offset + 1, end, this.total].map(formatCount);
    return fill(this.endless ? rangeMore : range, ...numbers);
  }

  get steps(): Step[] {
    const { offset, pageSize, total, endless } = this;
    const lastOffset = Math.max(0, Math.floor((total - 1) / pageSize) * pageSize);
    const isLast = offset >= lastOffset;
    const steps = [
      { name: 'first', label: first, icon: 'utility:jump_to_left', offset: 0, isOff: offset === 0 },
      {
        name: 'previous',
        label: previous,
        icon: 'utility:chevronleft',
        offset: Math.max(0, offset - pageSize),
        isOff: offset === 0
      },
      {
        name: 'next',
        label: next,
        icon: 'utility:chevronright',
        offset: offset + pageSize,
        isOff: isLast && !endless
      }
    ];
    const end = { name: 'last', label: last, icon: 'utility:jump_to_right', offset: lastOffset, isOff: isLast };
    return endless ? steps : [...steps, end];
  }

  go(event: Event): void {
    const { name } = (event.currentTarget as HTMLElement).dataset;
    const { offset } = this.steps.find((step) => step.name === name)!;
    this.dispatchEvent(new CustomEvent('page', { detail: offset }));
  }
}
