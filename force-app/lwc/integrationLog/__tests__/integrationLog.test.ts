import log from '@salesforce/apex/RunController.log';
import progress from '@salesforce/apex/RunController.progress';
import IntegrationLog from 'c/integrationLog';
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
    expect(logged).toHaveBeenCalledWith({ integrationId: 'a01', pageSize: 50, offset: 0 });
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
    expect(logged).toHaveBeenLastCalledWith({ integrationId: 'a01', pageSize: 50, offset: 50 });
    expect(table(element).runs).toHaveLength(1);
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
