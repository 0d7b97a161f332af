import allIntegrations from '@salesforce/apex/IntegrationController.all';
import start from '@salesforce/apex/RunController.start';
import progress from '@salesforce/apex/RunController.progress';
import IntegrationCenter from 'c/integrationCenter';
import IntegrationLog from 'c/integrationLog';
import type { Integration } from 'c/runs';
import {
  all,
  clear,
  countsWith,
  details,
  integrationWith,
  one,
  runWith,
  settle,
  show
} from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/IntegrationController.all', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/integrationLog', () => ({ __esModule: true, default: { open: jest.fn() } }));

const listed = allIntegrations as unknown as jest.Mock;
const started = start as unknown as jest.Mock;
const asked = progress as unknown as jest.Mock;
const openLog = IntegrationLog.open as jest.Mock;
const onboarding = integrationWith();
const nps = integrationWith({ id: 'a01000000000002AAA', name: 'NPS', reportName: 'Answers', lastRun: null });

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  listed.mockResolvedValue([onboarding, nps]);
});
afterEach(() => {
  clear();
  jest.useRealTimers();
});

async function showCenter() {
  const element = show('c-integration-center', IntegrationCenter, {});
  await settle();
  return element;
}

const table = (element: HTMLElement) =>
  one<HTMLElement & { integrations: Integration[] }>(element, 'c-integration-table');
const runFirst = async (element: HTMLElement): Promise<void> => {
  table(element).dispatchEvent(new CustomEvent('run', { detail: onboarding.id }));
  await settle();
};

describe('the list', () => {
  it('shows its shape while it loads, then the integrations', async () => {
    const element = show('c-integration-center', IntegrationCenter, {});
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(all(element, 'c-table-skeleton')).toHaveLength(0);
    expect(table(element).integrations).toEqual([onboarding, nps]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('explains itself when there is nothing to list', async () => {
    listed.mockResolvedValue([]);
    const element = await showCenter();
    expect(all(element, 'c-empty-integrations')).toHaveLength(1);
    expect(all(element, 'c-integration-table')).toHaveLength(0);
  });

  it('says why it could not be loaded, and tries again', async () => {
    listed.mockRejectedValueOnce({ body: { message: 'No access.' } });
    const element = await showCenter();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'No access.' }, retryable: true });
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(table(element).integrations).toHaveLength(2);
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
  });

  it('finds by name, report and object', async () => {
    const element = await showCenter();
    one<HTMLElement>(element, 'c-center-header').dispatchEvent(new CustomEvent('search', { detail: ' ANSWERS ' }));
    await settle();
    expect(table(element).integrations).toEqual([nps]);
  });

  it('puts what needs attention first', async () => {
    const failed = integrationWith({ lastRun: runWith({ status: 'Failed' }) });
    listed.mockResolvedValue([failed, nps]);
    const element = await showCenter();
    expect(one(element, 'c-attention-strip')).toMatchObject({ integrations: [failed] });
    expect(one(element, 'c-center-header')).toMatchObject({ alarmingCount: 1 });
  });
});

describe('a run', () => {
  it('is started, followed, and told about when it is over', async () => {
    const running = runWith({ id: 'new', status: 'Running', finishedAt: null });
    const counts = countsWith({ read: 10, updated: 9, rejected: 1 });
    const over = runWith({ id: 'new', status: 'Completed with errors', counts });
    started.mockResolvedValue('new');
    asked.mockResolvedValueOnce([running]).mockResolvedValueOnce([over]);
    const element = await showCenter();
    const toasts = details(element, 'lightning__showtoast');
    await runFirst(element);
    expect(started).toHaveBeenCalledWith({ integrationId: onboarding.id });
    expect(table(element).integrations[0].activeRunId).toBe('new');
    await jest.advanceTimersByTimeAsync(1000);
    expect(table(element).integrations[0]).toMatchObject({ activeRunId: 'new', lastRun: running });
    await jest.advanceTimersByTimeAsync(1000);
    expect(table(element).integrations[0]).toMatchObject({ activeRunId: null, lastRun: over });
    expect(toasts).toMatchObject([{ title: 'Onboarding to contacts has run', variant: 'warning' }]);
    expect(one<HTMLElement>(element, '[aria-live]').textContent).toContain('9 of 10 rows updated');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('that was going on before is followed too', async () => {
    listed.mockResolvedValue([integrationWith({ activeRunId: 'earlier' })]);
    asked.mockResolvedValue([runWith({ id: 'earlier' })]);
    await showCenter();
    await jest.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveBeenCalledWith({ runIds: ['earlier'] });
  });

  it('that is refused leaves a sentence on the page', async () => {
    started.mockRejectedValue({ body: { message: 'It is running already.' } });
    const element = await showCenter();
    await runFirst(element);
    expect(one(element, 'c-problem-panel')).toMatchObject({
      heading: 'Onboarding to contacts could not be started',
      problem: { message: 'It is running already.' }
    });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('whose progress cannot be had is said to be out of date, until it can', async () => {
    started.mockResolvedValue('new');
    asked.mockRejectedValueOnce(new Error('No answer.')).mockResolvedValue([runWith({ id: 'new' })]);
    const element = await showCenter();
    await runFirst(element);
    await jest.advanceTimersByTimeAsync(1000);
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No answer.' } });
    await jest.advanceTimersByTimeAsync(2000);
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
  });

  it('is not followed once the page is gone', async () => {
    listed.mockResolvedValue([integrationWith({ activeRunId: 'earlier' })]);
    const element = await showCenter();
    element.remove();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('the log', () => {
  it('opens for the integration, and at the run that was asked for', async () => {
    const element = await showCenter();
    const detail = { integrationId: onboarding.id, runId: 'run' };
    table(element).dispatchEvent(new CustomEvent('log', { detail }));
    expect(openLog).toHaveBeenCalledWith({
      label: 'Onboarding to contacts',
      size: 'large',
      integrationId: onboarding.id,
      integrationName: 'Onboarding to contacts',
      runId: 'run'
    });
  });
});
