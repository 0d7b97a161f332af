import { LightningElement, api } from 'lwc';
import near from '@salesforce/label/c.Course_Near_Limit';
import shareOf from '@salesforce/label/c.Course_Share_Of';
import { fill, formatCount, formatShare, formatUnit } from 'c/formats';

/** From here on a limit is near: the next part of the run may not fit. */
const NEAR = 0.7;

/** The share of a limit, as a number and a bar; where the limit is near, an icon and a bold number say so too. */
export default class LimitShare extends LightningElement {
  @api used = 0;
  @api limit = 1;
  /** What is counted, as `Intl.NumberFormat` names it, for example `millisecond`; blank for things. */
  @api unit = '';

  labels = { near };

  get text(): string {
    return formatShare(this.share);
  }

  get isNear(): boolean {
    return this.share >= NEAR;
  }

  get title(): string {
    const format = (value: number): string => (this.unit ? formatUnit(value, this.unit) : formatCount(value));
    return fill(shareOf, format(this.used), format(this.limit));
  }

  get className(): string {
    return this.isNear ? 'share near' : 'share';
  }

  get barStyle(): string {
    return `width: ${Math.min(100, this.share * 100)}%`;
  }

  private get share(): number {
    return this.used / this.limit;
  }
}
