import { LightningElement, api } from 'lwc';
import before from '@salesforce/label/c.Dashboard_Before';
import completedShare from '@salesforce/label/c.Dashboard_Completed_Share';
import matchRate from '@salesforce/label/c.Dashboard_Match_Rate';
import rowsUpdated from '@salesforce/label/c.Dashboard_Rows_Updated';
import runs from '@salesforce/label/c.Dashboard_Runs';
import { valueText } from 'c/chartLooks';
import type { ChartData } from 'c/chartLooks';
import type { DashboardFigures as Figures } from 'c/dashboardCharts';
import { fill } from 'c/formats';

type Unit = ChartData['unit'];

/** Four figures of a period, each with that of the period before. */
export default class DashboardFigures extends LightningElement {
  @api figures?: Figures;
  @api previous?: Figures;

  get cards(): { label: string; value: string; before: string }[] {
    return [
      this.card(runs, 'count', ({ runs: count }) => count),
      this.card(completedShare, 'percent', (figures) => figures.completedShare),
      this.card(rowsUpdated, 'count', (figures) => figures.rowsUpdated),
      this.card(matchRate, 'percent', (figures) => figures.matchRate)
    ];
  }

  private card(label: string, unit: Unit, value: (figures: Figures) => number | null | undefined) {
    const text = (figures?: Figures): string => valueText((figures && value(figures)) ?? null, unit);
    return { label, value: text(this.figures), before: fill(before, text(this.previous)) };
  }
}
