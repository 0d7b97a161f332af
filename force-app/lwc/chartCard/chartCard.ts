import { LightningElement, api } from 'lwc';
import day from '@salesforce/label/c.Dashboard_Day';
import buttonOf from '@salesforce/label/c.Dashboard_Button_Of';
import described from '@salesforce/label/c.Dashboard_Chart_Described';
import empty from '@salesforce/label/c.Dashboard_Chart_Empty';
import showChart from '@salesforce/label/c.Dashboard_Show_Chart';
import showTable from '@salesforce/label/c.Dashboard_Show_Table';
import { dayText, hasContent, valueText } from 'c/chartLooks';
import type { ChartData } from 'c/chartLooks';
import { fill } from 'c/formats';

/** One row of the table: a day and its values. */
interface Row {
  day: string;
  label: string;
  cells: { key: string; text: string }[];
}

/** A chart, and the table that says the same. */
export default class ChartCard extends LightningElement {
  @api data?: ChartData;

  isTable = false;
  labels = { day };

  get title(): string {
    return this.data?.title ?? '';
  }

  get emptyText(): string {
    return this.data && hasContent(this.data) ? '' : empty;
  }

  get toggleLabel(): string {
    return this.isTable ? showChart : showTable;
  }

  /** The same words stand on every card. */
  get toggleName(): string {
    return fill(buttonOf, this.toggleLabel, this.title);
  }

  get canvasLabel(): string {
    return fill(described, this.title);
  }

  /** Latest first: that is the day somebody asks about. */
  get rows(): Row[] {
    const { days, series, unit } = this.data!;
    return days
      .map((one, index) => ({
        day: one,
        label: dayText(one),
        cells: series.map(({ label, values }) => ({ key: label, text: valueText(values[index], unit) }))
      }))
      .reverse();
  }

  toggle(): void {
    this.isTable = !this.isTable;
  }

  /** What cannot be drawn can still be read. */
  showTable(): void {
    this.isTable = true;
  }
}
