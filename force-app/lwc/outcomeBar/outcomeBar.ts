import { LightningElement, api } from 'lwc';
import barText from '@salesforce/label/c.Outcomes_Bar';
import { fill, formatCount } from 'c/formats';
import { attentionCount, type RunCounts } from 'c/runs';

interface Segment {
  kind: string;
  className: string;
  style: string;
}

/**
 * A bar whose parts are the shares of the outcomes; its text says the same in numbers.
 * @fires choose with the part that was clicked, for those who use a mouse: give the keyboard another way to the same
 */
export default class OutcomeBar extends LightningElement {
  @api counts?: RunCounts;

  get text(): string {
    return fill(barText, ...this.shares.map(([, count]) => formatCount(count)));
  }

  get segments(): Segment[] {
    const present = this.shares.filter(([, count]) => count > 0);
    return present.map(([kind, count]) => ({ kind, className: `segment ${kind}`, style: `flex-grow: ${count}` }));
  }

  choose(event: Event): void {
    const { kind } = (event.target as HTMLElement).dataset;
    if (kind) {
      this.dispatchEvent(new CustomEvent('choose', { detail: kind }));
    }
  }

  private get shares(): [string, number][] {
    const counts = this.counts;
    if (!counts) {
      return [];
    }
    return [
      ['updated', counts.updated],
      ['unchanged', counts.unchanged],
      ['unmatched', counts.unmatched + counts.skipped],
      ['attention', attentionCount(counts)]
    ];
  }
}
