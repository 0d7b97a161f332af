import { loadScript } from 'lightning/platformResourceLoader';
import ChartCanvas from 'c/chartCanvas';
import type { ChartData } from 'c/chartLooks';
import { standInForCharts } from '../../dashboard/__tests__/fixtures';
import { clear, details, one, settle, show } from '../../runs/__tests__/fixtures';

jest.mock('lightning/platformResourceLoader', () => ({ loadScript: jest.fn() }));

const load = loadScript as jest.Mock;
const destroy = jest.fn();
const drawn = jest.fn().mockImplementation(() => ({ destroy }));
const data: ChartData = {
  name: 'runs',
  title: 'Runs',
  kind: 'bars',
  unit: 'count',
  days: ['2026-11-21'],
  series: [{ label: 'Completed', values: [1] }]
};

beforeEach(() => {
  jest.clearAllMocks();
  load.mockResolvedValue(undefined);
  standInForCharts();
  Object.assign(window, { Chart: drawn });
});
afterEach(clear);

describe('c-chart-canvas', () => {
  it('draws with the library of the package, under a name for those who do not see it', async () => {
    const element = show('c-chart-canvas', ChartCanvas, { data, label: 'Runs per day' });
    await settle();
    expect(drawn).toHaveBeenCalledTimes(1);
    expect(drawn.mock.calls[0][1]).toMatchObject({
      type: 'bar',
      data: { datasets: [{ label: 'Completed', data: [1] }] }
    });
    expect(one<HTMLElement>(element, 'canvas').getAttribute('aria-label')).toBe('Runs per day');
    await expect(element).toBeAccessible();
  });

  it('writes in the colour that the reader chose for text, where there is one', async () => {
    Object.assign(window, { matchMedia: (query: string) => ({ matches: query === '(forced-colors: active)' }) });
    const element = show('c-chart-canvas', ChartCanvas, { data, label: 'Runs' });
    element.style.color = 'rgb(255, 255, 0)';
    await settle();
    Object.assign(window, { matchMedia: undefined });
    expect(drawn.mock.calls[0][1]).toMatchObject({
      options: { scales: { y: { ticks: { color: 'rgb(255, 255, 0)' }, grid: { color: 'rgb(255, 255, 0)' } } } }
    });
  });

  it('takes the old drawing away before a new one, and when it goes', async () => {
    const element = show('c-chart-canvas', ChartCanvas, { data, label: 'Runs' });
    await settle();
    element.data = { ...data, title: 'Other' };
    await settle();
    expect(drawn).toHaveBeenCalledTimes(2);
    expect(destroy).toHaveBeenCalledTimes(1);
    element.remove();
    expect(destroy).toHaveBeenCalledTimes(2);
  });

  it('tells when there is nothing to draw with', async () => {
    const error = new Error('The static resource could not be loaded.');
    load.mockRejectedValue(error);
    const element = show('c-chart-canvas', ChartCanvas, { label: 'Runs' });
    const failures = details<Error>(element, 'failure');
    Object.assign(element, { data });
    await settle();
    expect(failures).toEqual([error]);
  });
});
