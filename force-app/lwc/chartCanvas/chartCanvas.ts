import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import library from '@salesforce/resourceUrl/Insights_Sync_Charts';
import { configurationOf, type Palette } from 'c/chartLooks';
import type { ChartData } from 'c/chartLooks';

/** What the page uses of Chart.js, which puts itself into the window. */
interface Chart {
  destroy(): void;
}

type ChartConstructor = new (canvas: HTMLCanvasElement, configuration: unknown) => Chart;

const INK = { text: '--slds-g-color-on-surface-1', line: '--slds-g-color-border-1' } as const;
const FORCED_COLOURS = '(forced-colors: active)';
const DEFAULTS: Palette = { text: '#444444', line: '#e5e5e5' };

/**
 * Draws a chart. What it shows is in its table as well; a reader of the screen is given its name.
 * @fires failure when there is nothing to draw with; the detail is the error
 */
export default class ChartCanvas extends LightningElement {
  /** Name of the chart, for those who do not see it. */
  @api label = '';

  private shown?: ChartData;
  private chart?: Chart;
  private isThere = false;

  @api
  get data(): ChartData | undefined {
    return this.shown;
  }

  set data(data: ChartData | undefined) {
    this.shown = data;
    if (this.isThere) {
      void this.draw();
    }
  }

  renderedCallback(): void {
    if (!this.isThere) {
      this.isThere = true;
      void this.draw();
    }
  }

  disconnectedCallback(): void {
    this.chart?.destroy();
    this.isThere = false;
  }

  private async draw(): Promise<void> {
    if (!this.shown) {
      return;
    }
    try {
      await loadScript(this, library);
      this.replaceChart();
    } catch (error) {
      this.dispatchEvent(new CustomEvent('failure', { detail: error }));
    }
  }

  private replaceChart(): void {
    const canvas = this.template!.querySelector('canvas');
    if (canvas && this.shown) {
      this.chart?.destroy();
      const { Chart: Drawing } = window as unknown as { Chart: ChartConstructor };
      this.chart = new Drawing(canvas, configurationOf(this.shown, canvas, this.palette()));
    }
  }

  /** The colours of the theme, dark density included; where the reader chooses them, those that text has there. */
  private palette(): Palette {
    const style = getComputedStyle(this.template!.host);
    if (window.matchMedia?.(FORCED_COLOURS).matches) {
      return { text: style.color, line: style.color };
    }
    return {
      text: style.getPropertyValue(INK.text).trim() || DEFAULTS.text,
      line: style.getPropertyValue(INK.line).trim() || DEFAULTS.line
    };
  }
}
