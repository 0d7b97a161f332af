import ChartCard from 'c/chartCard';
import type { ChartData } from 'c/chartLooks';
import { standInForCharts } from '../../dashboard/__tests__/fixtures';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

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
  one<HTMLElement>(element, 'lightning-button').dispatchEvent(new CustomEvent('click'));
  await settle();
};

describe('c-chart-card', () => {
  it('shows a chart, and the same as a table, latest day first', async () => {
    const element = show('c-chart-card', ChartCard, { data });
    expect(all(element, 'c-chart-canvas')).toHaveLength(1);
    await press(element);
    expect(all(element, 'tbody tr').map((row) => row.textContent)).toEqual(['Nov 22–', 'Nov 2180%']);
    await expect(element).toBeAccessible();
    await press(element);
    expect(all(element, 'c-chart-canvas')).toHaveLength(1);
  });

  it('says that there is nothing instead of drawing it', async () => {
    const empty = { ...data, series: [{ label: 'Keys', values: [null, 0] }] };
    const element = show('c-chart-card', ChartCard, { data: empty });
    expect(textOf(element)).toContain('No runs in this period.');
    expect(all(element, 'c-chart-canvas')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows the table where nothing can be drawn', async () => {
    const element = show('c-chart-card', ChartCard, { data });
    one<HTMLElement>(element, 'c-chart-canvas').dispatchEvent(new CustomEvent('failure'));
    await settle();
    expect(all(element, 'table')).toHaveLength(1);
  });
});
