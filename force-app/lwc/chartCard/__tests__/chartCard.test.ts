import ChartCard from 'c/chartCard';
import type { ChartData } from 'c/chartLooks';
import { standInForCharts } from '../../dashboard/__tests__/fixtures';
import { all, clear, one, settle, show } from '../../runs/__tests__/fixtures';

const data: ChartData = {
  name: 'match',
  title: 'Keys with a record',
  kind: 'lines',
  unit: 'percent',
  days: ['2026-11-21', '2026-11-22'],
  series: [{ label: 'Keys', values: [80, null] }]
};

beforeEach(standInForCharts);
afterEach(clear);

const press = async (element: HTMLElement) => {
  one<HTMLButtonElement>(element, 'button').click();
  await settle();
};

describe('c-chart-card', () => {
  it('shows a chart, and the same as a table, latest day first', async () => {
    const element = show('c-chart-card', ChartCard, { data });
    expect(all(element, 'c-chart-canvas')).toHaveLength(1);
    expect(one<HTMLElement>(element, 'button').ariaLabel).toBe('Show table: Keys with a record');
    await press(element);
    expect(one<HTMLElement>(element, 'button').textContent).toBe('Show chart');
    expect(all(element, 'tbody tr').map((row) => row.textContent)).toEqual(['Nov 22–', 'Nov 2180%']);
    await expect(element).toBeAccessible();
    await press(element);
    expect(all(element, 'c-chart-canvas')).toHaveLength(1);
  });

  it.each([
    ['lines', [null, null], 'Nothing to show in this period.'],
    ['lines', [null, 0], ''],
    ['bars', [0, 0], 'Nothing to show in this period.'],
    ['bars', [0, 1], '']
  ] as const)('says whether there is nothing to draw: %s of %j', async (kind, values, empty) => {
    const shown = { ...data, kind, series: [{ label: 'Keys', values: [...values] }] };
    const element = show('c-chart-card', ChartCard, { data: shown });
    expect(one(element, 'c-dashboard-card')).toMatchObject({ empty });
    await expect(element).toBeAccessible();
  });

  it('shows the table where nothing can be drawn', async () => {
    const element = show('c-chart-card', ChartCard, { data });
    one<HTMLElement>(element, 'c-chart-canvas').dispatchEvent(new CustomEvent('failure'));
    await settle();
    expect(all(element, 'table')).toHaveLength(1);
  });
});
