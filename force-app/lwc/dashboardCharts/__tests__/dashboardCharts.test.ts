import { chartsOf } from 'c/dashboardCharts';
import { dayWith, quietDay } from '../../dashboard/__tests__/fixtures';

const charts = chartsOf([dayWith(), quietDay('2026-11-22')]);
const named = (name: string) => charts.find((chart) => chart.name === name)!;

it('charts runs by result and rows by outcome, day by day', () => {
  expect(named('runs').days).toEqual(['2026-11-21', '2026-11-22']);
  expect(named('runs').series[0]).toEqual({ label: 'Completed', values: [1, 0] });
  expect(named('rows').series.map(({ label, values }) => [label, values[0]])).toEqual([
    ['Updated', 80],
    ['Unchanged', 0],
    ['Unmatched', 20],
    ['Skipped', 0],
    ['Invalid', 0],
    ['Ambiguous', 0],
    ['Rejected', 0]
  ]);
});

it('leaves gaps where nothing ran', () => {
  expect(named('match').series[0].values).toEqual([80, null]);
  expect(named('duration').series[0].values).toEqual([1.5, null]);
  expect(named('limits').series.map(({ values }) => values)).toEqual([
    [10, null],
    [2, null],
    [40, null]
  ]);
});
