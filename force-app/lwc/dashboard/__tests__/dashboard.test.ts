import overview from '@salesforce/apex/DashboardController.overview';
import type ChartCard from 'c/chartCard';
import Dashboard from 'c/dashboard';
import IntegrationLog from 'c/integrationLog';
import type { DashboardOverview } from 'c/dashboardCharts';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { dayWith, overviewWith, standInForCharts } from './fixtures';

const mockNavigated = jest.fn();

jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](page: object): void {
        mockNavigated(page);
      }
    };
  return { CurrentPageReference: () => {}, NavigationMixin: Object.assign(mixin, { Navigate }) };
});
jest.mock('@salesforce/apex/DashboardController.overview', () => ({ default: jest.fn() }), { virtual: true });

const asked = overview as unknown as jest.Mock;

beforeEach(() => {
  standInForCharts();
  asked.mockReset().mockResolvedValue(overviewWith());
});
afterEach(() => {
  clear();
  jest.restoreAllMocks();
});

async function showDashboard() {
  const element = show('c-dashboard', Dashboard, {});
  await settle();
  return element;
}

const choose = async (element: HTMLElement, index: number, value: string) => {
  all(element, 'lightning-combobox')[index].dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settle();
};

describe('c-dashboard', () => {
  it('shows its shape while it loads, then everything from one answer', async () => {
    const element = show('c-dashboard', Dashboard, {});
    const skeletons = all(element, 'c-table-skeleton') as unknown as { label: string }[];
    expect(skeletons.map(({ label }) => label).filter(Boolean)).toEqual(['Loading the dashboard']);
    expect(all(element, '[aria-busy="true"]')).toHaveLength(1);
    await settle();
    expect(all(element, 'c-table-skeleton')).toHaveLength(0);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledWith({ integrationId: null, days: 30 });
    expect(all(element, 'c-chart-card')).toHaveLength(5);
    expect(textOf(element)).toContain('1 run');
    await expect(element).toBeAccessible();
  });

  it('asks again for another integration or period', async () => {
    const element = await showDashboard();
    expect(one(element, 'lightning-combobox')).toMatchObject({
      options: [
        { label: 'All integrations', value: '' },
        { label: 'Onboarding', value: 'a01' }
      ]
    });
    await choose(element, 0, 'a01');
    await choose(element, 1, '90');
    expect(asked).toHaveBeenLastCalledWith({ integrationId: 'a01', days: 90 });
  });

  it('gives bars of many days the whole width, and no others', async () => {
    const element = await showDashboard();
    const wide = () => all(element, 'c-chart-card.wide').map((card) => (card as unknown as ChartCard).data!.name);
    expect(wide()).toEqual([]);
    const days = Array.from({ length: 90 }, (_, day) =>
      dayWith({ day: new Date(Date.UTC(2026, 8, day)).toISOString().slice(0, 10) })
    );
    asked.mockResolvedValueOnce(overviewWith({ days }));
    await choose(element, 1, '90');
    expect(wide()).toEqual(['runs', 'rows']);
  });

  it('shows the answer to the latest question, whenever it comes', async () => {
    let answerFirst: (answer: DashboardOverview) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    const element = await showDashboard();
    asked.mockResolvedValueOnce(overviewWith({ figures: { runs: 7, rowsUpdated: 0 } }));
    await choose(element, 1, '7');
    answerFirst(overviewWith());
    await settle();
    expect(textOf(element)).toContain('7 runs');
  });

  it('says why it could not load and tries again', async () => {
    asked.mockRejectedValueOnce({ body: { message: 'You lack the permission set.' } });
    const element = await showDashboard();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'You lack the permission set.' } });
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
    expect(all(element, 'c-chart-card')).toHaveLength(5);
  });

  it('shows no figures of another choice where it could not load, and keeps the choices', async () => {
    const element = await showDashboard();
    asked.mockRejectedValueOnce({ body: { message: 'You lack the permission set.' } });
    await choose(element, 0, 'a01');
    expect(all(element, 'c-dashboard-figures')).toHaveLength(0);
    expect(all(element, 'c-problem-panel')).toHaveLength(1);
    const { options } = one<HTMLElement & { options: object[] }>(element, 'lightning-combobox');
    expect(options).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('marks what it shows as old while it asks again', async () => {
    const element = await showDashboard();
    let answer: (value: DashboardOverview) => void = () => undefined;
    asked.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    await choose(element, 1, '7');
    expect(all(element, '.stale[aria-busy="true"]')).toHaveLength(1);
    answer(overviewWith());
    await settle();
    expect(all(element, '.stale')).toHaveLength(0);
  });

  it('leads to the integrations where nothing ran, instead of empty charts', async () => {
    asked.mockResolvedValue(overviewWith({ figures: { runs: 0, rowsUpdated: 0 } }));
    const element = await showDashboard();
    expect(all(element, 'c-chart-card')).toHaveLength(0);
    one<HTMLElement>(element, 'c-dashboard-empty').dispatchEvent(new CustomEvent('resolve'));
    expect(mockNavigated).toHaveBeenCalledWith({
      type: 'standard__navItemPage',
      attributes: { apiName: 'Integrations' }
    });
    await expect(element).toBeAccessible();
  });

  it('opens the log of what needs attention, and asks again when it closes', async () => {
    let close = (_result: undefined): void => {};
    const opened = jest.spyOn(IntegrationLog, 'open').mockReturnValue(new Promise(() => {}));
    opened.mockReturnValueOnce(new Promise((resolve) => (close = resolve)));
    const element = await showDashboard();
    const detail = { integrationId: 'a01', name: 'Onboarding', runId: 'r1' };
    one<HTMLElement>(element, 'c-dashboard-attention').dispatchEvent(new CustomEvent('open', { detail }));
    expect(opened).toHaveBeenCalledWith(expect.objectContaining({ integrationId: 'a01', runId: 'r1' }));
    const unmatched = { ...detail, outcome: 'Unmatched' };
    one<HTMLElement>(element, 'c-reconciliation').dispatchEvent(new CustomEvent('open', { detail: unmatched }));
    expect(opened).toHaveBeenLastCalledWith(expect.objectContaining({ runId: 'r1', outcome: 'Unmatched' }));
    const before = asked.mock.calls.length;
    close(undefined);
    await settle();
    expect(asked).toHaveBeenCalledTimes(before + 1);
  });
});
