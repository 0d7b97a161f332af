import { configurationOf, dayText, valueText } from 'c/chartLooks';
import type { ChartData } from 'c/chartLooks';

const palette = { text: '#111', line: '#eee' };
const series = ['A', 'B', 'C'].map((label) => ({ label, values: [1, null] }));
const data: ChartData = { name: 'x', title: 'X', kind: 'lines', unit: 'percent', days: ['2026-11-21'], series };

interface Dataset {
  data: unknown[];
  borderDash?: number[];
  pointStyle?: string;
}

function datasets(chart: ChartData): Dataset[] {
  const made = configurationOf(chart, document.createElement('canvas'), palette) as { data: { datasets: Dataset[] } };
  return made.data.datasets;
}

it('tells lines apart by point and dash, not by colour alone', () => {
  const looks = datasets(data).map(({ borderDash, pointStyle }) => `${borderDash} ${pointStyle}`);
  expect(new Set(looks).size).toBe(3);
});

it('gives the library a copy, because it writes on what it is given', () => {
  const frozen = { ...data, series: [{ label: 'A', values: Object.freeze([1, 2]) as number[] }] };
  expect(Object.isFrozen(datasets(frozen)[0].data)).toBe(false);
});

it('writes values as the reader does', () => {
  expect(valueText(1234.56, 'count')).toBe('1,234.6');
  expect(valueText(80.5, 'percent')).toBe('80.5%');
  expect(valueText(1.25, 'seconds').replace(/\s/g, ' ')).toBe('1.3 sec');
  expect(valueText(null, 'percent')).toBe('–');
  expect(dayText('2026-11-21')).toBe('Nov 21');
});
