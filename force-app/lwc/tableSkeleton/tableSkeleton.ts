import { LightningElement, api } from 'lwc';

/** Grey bars where rows will be, so that nothing jumps when they arrive. */
export default class TableSkeleton extends LightningElement {
  /** What is loading, for those who do not see the bars. */
  @api label = '';
  @api rows = 3;
  @api columns = 5;

  get lines(): { key: number; cells: number[] }[] {
    const cells = Array.from({ length: Number(this.columns) }, (_, index) => index);
    return Array.from({ length: Number(this.rows) }, (_, key) => ({ key, cells }));
  }
}
