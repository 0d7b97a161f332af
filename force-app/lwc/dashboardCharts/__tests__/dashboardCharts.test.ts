import { chartsOf } from 'c/dashboardCharts';
import { dayWith, quietDay } from '../../dashboard/__tests__/fixtures';

const charts = chartsOf([dayWith(), quietDay('2026-11-22')]);
const named = (name: string) => charts.find((chart) => chart.name === name)!;

it('charts runs by result and rows by outcome, day by day, each in its own series', () => {
  expect(named('runs').days).toEqual(['2026-11-21', '2026-11-22']);
  const counts = {
    read: 28,
    updated: 1,
    unchanged: 2,
    unmatched: 3,
    skipped: 4,
    invalid: 5,
    ambiguous: 6,
    rejected: 7
  };
  const runs = { completed: 11, withErrors: 12, failed: 13, stopped: 14, cancelled: 15 };
  const [byResult, byOutcome] = chartsOf([dayWith({ ...runs, counts })]);
  expect(byResult.series.map(({ label, values }) => [label, values[0]])).toEqual([
    ['Completed', 11],
    ['Completed with errors', 12],
    ['Failed', 13],
    ['Stopped', 14],
    ['Cancelled', 15]
  ]);
  expect(byOutcome.series.map(({ label, values }) => [label, values[0]])).toEqual([
    ['Updated', 1],
    ['Unchanged', 2],
    ['Unmatched', 3],
    ['Skipped', 4],
    ['Invalid', 5],
    ['Ambiguous', 6],
    ['Rejected', 7]
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
