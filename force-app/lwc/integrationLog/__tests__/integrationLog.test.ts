import log from '@salesforce/apex/RunController.log';
import progress from '@salesforce/apex/RunController.progress';
import IntegrationLog from 'c/integrationLog';
import type { Run } from 'c/runs';
import { all, clear, details, one, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.log', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.rows', () => ({ default: () => new Promise(() => {}) }), { virtual: true });

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
    expect(logged).toHaveBeenCalledWith({ integrationId: 'a01', pageSize: 25, offset: 0 });
    expect(table(element).runs).toEqual(runs);
    expect(one(element, 'lightning-modal-header')).toMatchObject({ label: 'Log of Onboarding' });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('reads earlier runs when asked', async () => {
    logged.mockResolvedValueOnce({ total: 3, rows: runs }).mockResolvedValueOnce({ total: 3, rows: [runWith()] });
    const element = await showLog();
    table(element).dispatchEvent(new CustomEvent('more'));
    await settle();
    expect(logged).toHaveBeenLastCalledWith({ integrationId: 'a01', pageSize: 25, offset: 2 });
    expect(table(element).runs).toHaveLength(3);
  });

  it('goes to a run and back, and takes the focus along', async () => {
    const element = await showLog();
    table(element).dispatchEvent(new CustomEvent('view', { detail: 'two' }));
    await settle();
    expect(one(element, 'c-run-detail')).toMatchObject({ run: runs[1] });
    expect(all(element, 'c-run-table')).toHaveLength(0);
    one<HTMLElement>(element, '[data-back]').click();
    await settle();
    const focused = table(element).shadowRoot!.activeElement as HTMLElement;
    expect(focused.dataset.id).toBe('two');
  });

  it('opens at the run that was asked for', async () => {
    const element = await showLog('two');
    expect(one(element, 'c-run-detail')).toMatchObject({ run: runs[1] });
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
