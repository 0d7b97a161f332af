import log from '@salesforce/apex/RunController.log';
import progress from '@salesforce/apex/RunController.progress';
import IntegrationLog from 'c/integrationLog';
import { ALL_RUNS } from 'c/logFilters';
import type { Run } from 'c/runs';
import { all, clear, details, one, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.log', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.detail', () => ({ default: () => new Promise(() => {}) }), { virtual: true });

const logged = log as unknown as jest.Mock;
const asked = progress as unknown as jest.Mock;
const runs = [runWith({ id: 'one' }), runWith({ id: 'two', status: 'Failed' })];

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  logged.mockResolvedValue({ total: 2, rows: runs });
});
afterEach(() => {
  clear();
  jest.useRealTimers();
});

async function showLog(runId?: string) {
  const properties = { integrationId: 'a01', integrationName: 'Onboarding', ...(runId ? { runId } : {}) };
  const element = show('c-integration-log', IntegrationLog, properties);
  await settle();
  return element;
}

const table = (element: HTMLElement) => one<HTMLElement & { runs: Run[] }>(element, 'c-run-table');

describe('c-integration-log', () => {
  it('shows its shape while it loads, then the runs', async () => {
    const element = show('c-integration-log', IntegrationLog, { integrationId: 'a01', integrationName: 'Onboarding' });
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(logged).toHaveBeenCalledWith({ integrationId: 'a01', pageSize: 50, filter: ALL_RUNS, offset: 0 });
    expect(table(element).runs).toEqual(runs);
    expect(one(element, 'lightning-modal-header')).toMatchObject({ label: 'Log of Onboarding' });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('turns to the runs before', async () => {
    logged.mockResolvedValueOnce({ total: 120, rows: runs }).mockResolvedValueOnce({ total: 120, rows: [runWith()] });
    const element = await showLog();
    const pager = one<HTMLElement>(element, 'c-pager');
    expect(pager).toMatchObject({ total: 120, offset: 0 });
    pager.dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    expect(logged).toHaveBeenLastCalledWith({ integrationId: 'a01', pageSize: 50, filter: ALL_RUNS, offset: 50 });
    expect(table(element).runs).toHaveLength(1);
  });

  it('keeps range and rows together until the page that is wanted is there, and takes no older answer for it', async () => {
    const answers: ((page: { total: number; rows: Run[] }) => void)[] = [];
    logged.mockResolvedValueOnce({ total: 120, rows: runs });
    logged.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const element = await showLog();
    const pager = one<HTMLElement>(element, 'c-pager');
    const turnTo = async (offset: number): Promise<void> => {
      pager.dispatchEvent(new CustomEvent('page', { detail: offset }));
      await settle();
    };
    await turnTo(50);
    await turnTo(100);
    expect(pager).toMatchObject({ offset: 0 });
    expect(table(element).runs).toEqual(runs);
    expect(one<HTMLElement>(element, '.stale').ariaBusy).toBe('true');
    answers[1]({ total: 120, rows: [runWith({ id: 'last' })] });
    answers[0]({ total: 120, rows: [runWith({ id: 'middle' })] });
    await settle();
    expect(pager).toMatchObject({ offset: 100 });
    expect(table(element).runs).toMatchObject([{ id: 'last' }]);
    expect(all(element, '.stale')).toEqual([]);
  });

  it('shows no runs of another page where the one that is wanted could not be loaded', async () => {
    logged.mockResolvedValueOnce({ total: 120, rows: runs }).mockRejectedValueOnce({ body: { message: 'No access.' } });
    logged.mockResolvedValueOnce({ total: 120, rows: [runWith({ id: 'other' })] });
    const element = await showLog();
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    expect(all(element, 'c-run-table')).toEqual([]);
    one<HTMLElement>(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(one(element, 'c-pager')).toMatchObject({ offset: 50 });
    expect(table(element).runs).toMatchObject([{ id: 'other' }]);
  });

  it('shows the page before, as such, until the one that was turned to is there', async () => {
    logged.mockResolvedValueOnce({ total: 120, rows: runs }).mockReturnValueOnce(new Promise(() => {}));
    const element = await showLog();
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    expect(one(element, 'c-pager')).toMatchObject({ offset: 0 });
    expect(one(element, '[aria-busy]').className).toBe('stale');
    expect(table(element).runs).toEqual(runs);
  });

  it('finds runs from the first page on, and says where there are none', async () => {
    const filter = { status: 'Failed', lastDay: '2026-11-01' };
    logged.mockResolvedValueOnce({ total: 120, rows: runs }).mockResolvedValueOnce({ total: 120, rows: runs });
    logged.mockResolvedValueOnce({ total: 0, rows: [] });
    const element = await showLog();
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    one<HTMLElement>(element, 'c-log-filters').dispatchEvent(new CustomEvent('filter', { detail: filter }));
    await settle();
    expect(logged).toHaveBeenLastCalledWith({ integrationId: 'a01', pageSize: 50, filter, offset: 0 });
    expect(textOf(element)).toContain('No run matches.');
    expect(one(element, 'c-log-filters')).toMatchObject({ filter });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('keeps the filters while all runs are asked for again: they have the focus', async () => {
    const filter = { status: 'Failed', lastDay: '' };
    logged.mockResolvedValueOnce({ total: 120, rows: runs }).mockResolvedValueOnce({ total: 0, rows: [] });
    logged.mockReturnValueOnce(new Promise(() => {}));
    const element = await showLog();
    const filters = one<HTMLElement>(element, 'c-log-filters');
    filters.dispatchEvent(new CustomEvent('filter', { detail: filter }));
    await settle();
    filters.dispatchEvent(new CustomEvent('filter', { detail: ALL_RUNS }));
    await settle();
    expect(one(element, 'c-log-filters')).toBe(filters);
  });

  it('has no filters where a look finds every run', async () => {
    expect(all(await showLog(), 'c-log-filters')).toEqual([]);
  });

  it('shows nothing of before on the way back, which may lack what was started', async () => {
    const element = await showLog();
    table(element).dispatchEvent(new CustomEvent('view', { detail: 'two' }));
    await settle();
    logged.mockReturnValueOnce(new Promise(() => {}));
    one<HTMLElement>(element, '[data-back]').click();
    await settle();
    expect(all(element, 'c-run-table')).toEqual([]);
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
  });

  it('shows the rows of a run that were asked for, and all of any other run', async () => {
    const properties = { integrationId: 'a01', integrationName: 'Onboarding', runId: 'one', outcome: 'Unmatched' };
    const element = show('c-integration-log', IntegrationLog, properties);
    const detail = one<HTMLElement>(element, 'c-run-detail');
    expect(detail).toMatchObject({ runId: 'one', outcome: 'Unmatched' });
    detail.dispatchEvent(new CustomEvent('follow', { detail: 'two' }));
    await settle();
    expect(detail).toMatchObject({ runId: 'two', outcome: '' });
  });

  it('goes to a run and back, and takes the focus along', async () => {
    const element = await showLog();
    table(element).dispatchEvent(new CustomEvent('view', { detail: 'two' }));
    await settle();
    expect(one(element, 'c-run-detail')).toMatchObject({ runId: 'two' });
    expect(all(element, 'c-run-table')).toHaveLength(0);
    one<HTMLElement>(element, '[data-back]').click();
    await settle();
    const focused = table(element).shadowRoot!.activeElement as HTMLElement;
    expect(focused.dataset.id).toBe('two');
    expect(logged).toHaveBeenCalledTimes(2);
  });

  it('goes on to the run that was started from another one', async () => {
    const element = await showLog('two');
    one<HTMLElement>(element, 'c-run-detail').dispatchEvent(new CustomEvent('follow', { detail: 'new' }));
    await settle();
    expect(one(element, 'c-run-detail')).toMatchObject({ runId: 'new' });
  });

  it('does not show again the runs that lack the one that was started, and then takes the focus along', async () => {
    const element = await showLog();
    table(element).dispatchEvent(new CustomEvent('view', { detail: 'two' }));
    await settle();
    one<HTMLElement>(element, 'c-run-detail').dispatchEvent(new CustomEvent('follow', { detail: 'new' }));
    await settle();
    let answer = (_page: object): void => {};
    logged.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    one<HTMLElement>(element, '[data-back]').click();
    await settle();
    expect(all(element, 'c-run-table')).toEqual([]);
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    answer({ total: 3, rows: [runWith({ id: 'new' }), ...runs] });
    await settle();
    expect(table(element).runs).toHaveLength(3);
    expect((table(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('two');
  });

  it('opens at the run that was asked for, however old, without reading the others', async () => {
    const element = await showLog('ancient');
    expect(one(element, 'c-run-detail')).toMatchObject({ runId: 'ancient' });
    expect(logged).not.toHaveBeenCalled();
  });

  it('keeps up with a run that is going on', async () => {
    const running = runWith({ id: 'one', status: 'Running' });
    logged.mockResolvedValue({ total: 1, rows: [running] });
    asked.mockResolvedValue([runWith({ id: 'one' })]);
    const element = await showLog();
    await jest.advanceTimersByTimeAsync(5000);
    expect(table(element).runs[0].status).toBe('Completed');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('goes on showing what became of a run while another page is asked for', async () => {
    logged.mockResolvedValueOnce({ total: 120, rows: [runWith({ id: 'one', status: 'Running' })] });
    logged.mockReturnValueOnce(new Promise(() => {}));
    asked.mockResolvedValue([runWith({ id: 'one' })]);
    const element = await showLog();
    await jest.advanceTimersByTimeAsync(5000);
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    expect(table(element).runs[0].status).toBe('Completed');
  });

  it('says what to do when there has been no run', async () => {
    logged.mockResolvedValue({ total: 0, rows: [] });
    expect(textOf(await showLog())).toContain('Choose “Run now” from the menu of the integration.');
  });

  it('says why it could not be loaded, and tries again', async () => {
    logged.mockRejectedValueOnce({ body: { message: 'No access.' } });
    const element = await showLog();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ heading: 'The log could not be loaded', problem: { message: 'No access.' } });
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(table(element).runs).toEqual(runs);
  });

  it('closes', async () => {
    const element = await showLog();
    const closed = details(element, 'close');
    one<HTMLElement>(element, 'lightning-modal-footer lightning-button').click();
    expect(closed).toHaveLength(1);
  });
});
