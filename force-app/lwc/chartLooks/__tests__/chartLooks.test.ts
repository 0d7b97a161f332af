import { configurationOf, dayText, valueText } from 'c/chartLooks';
import type { ChartData } from 'c/chartLooks';
import { standInForCharts } from '../../dashboard/__tests__/fixtures';

beforeEach(standInForCharts);

const palette = { text: '#111', line: '#eee' };
const series = ['A', 'B', 'C'].map((label) => ({ label, values: [1, null] }));
const data: ChartData = { name: 'x', title: 'X', kind: 'lines', unit: 'percent', days: ['2026-11-21'], series };

interface Dataset {
  data: unknown[];
  borderDash?: number[];
  pointStyle?: string;
  backgroundColor?: string;
}

function datasets(chart: ChartData): Dataset[] {
  const made = configurationOf(chart, document.createElement('canvas'), palette) as { data: { datasets: Dataset[] } };
  return made.data.datasets;
}

it('tells lines apart by point and by dash, not by colour alone', () => {
  const looks = datasets(data);
  expect(new Set(looks.map(({ borderDash }) => String(borderDash))).size).toBe(3);
  expect(new Set(looks.map(({ pointStyle }) => pointStyle)).size).toBe(3);
});

it('tells bars apart by pattern, not by colour alone: the first is plain, each other hatched in its own way', () => {
  const strokes: string[] = [];
  const context = {
    fillRect: jest.fn(),
    beginPath: jest.fn(),
    stroke: jest.fn(),
    moveTo: (...place: number[]) => strokes.push(`from ${place}`),
    lineTo: (...place: number[]) => strokes.push(`to ${place}`),
    createPattern: () => strokes.splice(0).join(' ')
  };
  HTMLCanvasElement.prototype.getContext = (() => context) as unknown as HTMLCanvasElement['getContext'];
  const seven = Array.from({ length: 7 }, (_, index) => ({ label: `${index}`, values: [1] }));
  const fills = datasets({ ...data, kind: 'bars', series: seven }).map((bar) => bar.backgroundColor);
  expect(fills[0]).toMatch(/^#/);
  expect(new Set(fills).size).toBe(7);
  expect(fills.slice(1).every((fill) => fill!.startsWith('from'))).toBe(true);
});

it('gives the library a copy, because it writes on what it is given', () => {
  const frozen = { ...data, series: [{ label: 'A', values: Object.freeze([1, 2]) as number[] }] };
  expect(Object.isFrozen(datasets(frozen)[0].data)).toBe(false);
});

it('writes values as the reader does', () => {
  expect(valueText(1234.56, 'count')).toBe('1,234.6');
  expect(valueText(80.5, 'percent')).toBe('80.5%');
  expect(valueText(1.25, 'seconds').replace(/\s/g, ' ')).toBe('1.3 sec');
  expect(valueText(165, 'seconds').replace(/\s/g, ' ')).toBe('2 min 45 sec');
  expect(valueText(null, 'percent')).toBe('–');
  expect(dayText('2026-11-21')).toBe('Nov 21');
});

interface Options {
  scales: { y: { ticks: { callback(value: number, index: number, ticks: { value: number }[]): string } } };
  plugins: {
    legend: { labels: { filter(item: { datasetIndex: number }): boolean } };
    tooltip: { callbacks: { label(point: { datasetIndex: number; dataIndex: number }): string } };
  };
}

function optionsOf(chart: ChartData): Options {
  return (configurationOf(chart, document.createElement('canvas'), palette) as { options: Options }).options;
}

it('points at some of many days, at the last one, and at one that stands alone', () => {
  const values: (number | null)[] = Array.from({ length: 90 }, () => 5);
  values[40] = null;
  values[42] = null;
  const [{ pointRadius }] = datasets({ ...data, series: [{ label: 'A', values }] }) as unknown as [
    { pointRadius: number[] }
  ];
  expect(pointRadius.filter((radius) => radius > 0).length).toBeLessThanOrEqual(32);
  expect([pointRadius[89], pointRadius[41], pointRadius[88]]).toEqual([4, 4, 0]);
});

it('says values with their unit where the pointer is', () => {
  const [{ label }] = data.series;
  const { tooltip } = optionsOf({ ...data, series: [{ label, values: [80.5] }] }).plugins;
  expect(tooltip.callbacks.label({ datasetIndex: 0, dataIndex: 0 })).toBe('A: 80.5%');
});

it('leaves out of the legend what has no value at all', () => {
  const series = [
    { label: 'A', values: [1, 0] },
    { label: 'B', values: [0, null] }
  ];
  const shown = (kind: ChartData['kind']) => {
    const { filter } = optionsOf({ ...data, kind, series }).plugins.legend.labels;
    return [0, 1].map((datasetIndex) => filter({ datasetIndex }));
  };
  expect(shown('bars')).toEqual([true, false]);
  expect(shown('lines')).toEqual([true, true]);
});

it('writes no two marks of an axis alike', () => {
  const { callback } = optionsOf({ ...data, unit: 'seconds' }).scales.y.ticks;
  const ticks = [{ value: 0 }, { value: 0.01 }, { value: 0.1 }];
  expect(ticks.map(({ value }, index) => callback(value, index, ticks).replace(/\s/g, ' '))).toEqual([
    '0 sec',
    '',
    '0.1 sec'
  ]);
});

it.each([
  [0.4, 0.1],
  [170, 30],
  [2000, 900]
])('marks an axis of %d seconds every %d', (most, step) => {
  const made = optionsOf({ ...data, unit: 'seconds', series: [{ label: 'A', values: [1 / 100, most, null] }] });
  expect(made.scales.y.ticks).toMatchObject({ stepSize: step });
});
