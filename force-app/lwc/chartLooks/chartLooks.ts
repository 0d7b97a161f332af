import locale from '@salesforce/i18n/locale';
import { fill, formatDuration } from 'c/formats';
import valueOf from '@salesforce/label/c.Dashboard_Button_Of';

/** One line or one kind of bar of a chart; a missing value is a gap. */
export interface ChartSeries {
  label: string;
  values: (number | null)[];
}

/** A chart without anything that draws it: its table says the same. */
export interface ChartData {
  name: string;
  title: string;
  /** Bars stand on each other, lines are apart. */
  kind: 'bars' | 'lines';
  /** Days, `YYYY-MM-DD`. */
  days: string[];
  series: ChartSeries[];
  unit: 'count' | 'percent' | 'seconds';
}

/** Colours of the theme. */
export interface Palette {
  text: string;
  line: string;
}

/** Colours that stay apart for most colour-blind readers (Okabe and Ito); patterns and points tell them apart besides. */
const COLOURS = ['#0072b2', '#56b4e9', '#d55e00', '#cc79a7', '#6e6e6e', '#e69f00', '#007d5c'];
const POINTS = ['circle', 'triangle', 'rect', 'rectRot', 'star', 'cross', 'crossRot'];
const DASHES = [[], [8, 4], [2, 3], [8, 3, 2, 3]];
const TILE = 8;
const MOST_POINTS = 31;
/** Seconds between two marks of an axis. */
const STEPS = [0.1, 0.5, 1, 5, 15, 30, 60, 300, 900, 1800, 3600, 10_800];
const MOST_STEPS = 6;

/** What Chart.js is told to draw a chart: series differ by pattern or by point and dash, never by colour alone. */
export function configurationOf(data: ChartData, canvas: HTMLCanvasElement, palette: Palette): object {
  const isBars = data.kind === 'bars';
  return {
    type: isBars ? 'bar' : 'line',
    data: {
      labels: data.days.map(dayText),
      datasets: data.series.map((series, index) => (isBars ? barsOf(series, index, canvas) : lineOf(series, index)))
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: scalesOf(data, palette),
      plugins: { legend: legendOf(data, palette), tooltip: { callbacks: { label: tipOf(data) } } }
    }
  };
}

/** Whether there is anything to draw: a share of nothing at all is worth a line, a count of nothing is no bar. */
export function hasContent({ kind, series }: Pick<ChartData, 'kind' | 'series'>): boolean {
  return series.some(({ values }) => values.some((value) => value !== null && (kind === 'lines' || value !== 0)));
}

/** A day as it stands below a chart: `Nov 22`. */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(day));
}

/** A value of a chart in words; a gap is a dash. */
export function valueText(value: number | null, unit: ChartData['unit']): string {
  if (value === null) {
    return '–';
  }
  if (unit === 'seconds') {
    return formatDuration(value * 1000);
  }
  const style = unit === 'percent' ? ({ style: 'percent' } as const) : {};
  const formatted = new Intl.NumberFormat(locale, { ...style, maximumFractionDigits: 1 });
  return formatted.format(unit === 'percent' ? value / 100 : value);
}

function barsOf({ label, values }: ChartSeries, index: number, canvas: HTMLCanvasElement): object {
  const colour = COLOURS[index % COLOURS.length];
  return {
    label,
    // Chart.js notes things on what it is given, which a component's public property does not allow
    data: [...values],
    backgroundColor: patternOf(index, colour, canvas),
    borderColor: colour,
    borderWidth: 1,
    maxBarThickness: 32
  };
}

function lineOf({ label, values }: ChartSeries, index: number): object {
  const colour = COLOURS[index % COLOURS.length];
  return {
    label,
    data: [...values],
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: 2,
    borderDash: DASHES[index % DASHES.length],
    pointStyle: POINTS[index % POINTS.length],
    pointRadius: values.map((_, day) => (isPointed(values, day) ? 4 : 0)),
    // days without runs are gaps in the data, not in the line
    spanGaps: true
  };
}

/** Points of very many days would run into each other; one that stands alone has no line to be seen by. */
function isPointed(values: (number | null)[], day: number): boolean {
  const isAlone = (values[day - 1] ?? null) === null && (values[day + 1] ?? null) === null;
  const known = values.filter((value) => value !== null).length;
  return isAlone || (values.length - 1 - day) % Math.max(1, Math.ceil(known / MOST_POINTS)) === 0;
}

function tipOf({ series, unit }: ChartData): (point: { datasetIndex: number; dataIndex: number }) => string {
  return ({ datasetIndex, dataIndex }) => {
    const { label, values } = series[datasetIndex];
    return fill(valueOf, label, valueText(values[dataIndex], unit));
  };
}

/** Steps of a clock, not of a ruler: half minutes and quarters of an hour instead of 50 seconds. */
function stepOf(series: ChartSeries[]): number | undefined {
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return STEPS.find((step) => step * MOST_STEPS >= most);
}

function scalesOf({ kind, unit, series }: ChartData, { text, line }: Palette): object {
  const stacked = kind === 'bars';
  return {
    x: { stacked, grid: { display: false }, ticks: { color: text, maxRotation: 0, autoSkipPadding: 12 } },
    y: {
      stacked,
      beginAtZero: true,
      ...(unit === 'percent' ? { suggestedMax: 100 } : {}),
      grid: { color: line },
      ticks: {
        color: text,
        maxTicksLimit: 7,
        ...(unit === 'seconds' ? { stepSize: stepOf(series) } : {}),
        precision: unit === 'count' ? 0 : undefined,
        // two that read the same after rounding would look like a mistake
        callback: (value: number, index: number, ticks: { value: number }[]) => {
          const text = valueText(value, unit);
          return index > 0 && text === valueText(ticks[index - 1].value, unit) ? '' : text;
        }
      }
    }
  };
}

function legendOf({ kind, series }: ChartData, { text }: Palette): object {
  return {
    display: series.length > 1,
    position: 'bottom',
    labels: {
      color: text,
      usePointStyle: kind === 'lines',
      boxWidth: 24,
      boxHeight: kind === 'lines' ? 7 : undefined,
      filter: ({ datasetIndex }: { datasetIndex: number }) => hasContent({ kind, series: [series[datasetIndex]] })
    }
  };
}

/** The first series is plain; the others are hatched, each in another direction. */
function patternOf(index: number, colour: string, canvas: HTMLCanvasElement): CanvasPattern | string {
  const tile = canvas.ownerDocument.createElement('canvas');
  tile.width = TILE;
  tile.height = TILE;
  const context = tile.getContext('2d');
  if (index === 0 || !context) {
    return colour;
  }
  hatch(context, index, colour);
  return context.createPattern(tile, 'repeat') ?? colour;
}

const STROKES: [number, number, number, number][][] = [
  [[0, TILE, TILE, 0]],
  [[0, 0, TILE, TILE]],
  [[0, TILE / 2, TILE, TILE / 2]],
  [[TILE / 2, 0, TILE / 2, TILE]],
  [
    [0, TILE, TILE, 0],
    [0, 0, TILE, TILE]
  ],
  [
    [0, TILE / 2, TILE, TILE / 2],
    [TILE / 2, 0, TILE / 2, TILE]
  ]
];

function hatch(context: CanvasRenderingContext2D, index: number, colour: string): void {
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  for (const [fromX, fromY, toX, toY] of STROKES[(index - 1) % STROKES.length]) {
    context.beginPath();
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
    context.stroke();
  }
}
