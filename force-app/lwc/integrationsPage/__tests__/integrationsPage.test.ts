import confirmSandboxCopy from '@salesforce/apex/SetupController.confirmSandboxCopy';
import org from '@salesforce/apex/SetupController.org';
import takeOverSchedule from '@salesforce/apex/SetupController.takeOverSchedule';
import { exportAll, importFile, performAction } from 'c/integrationActions';
import IntegrationLog from 'c/integrationLog';
import IntegrationsPage from 'c/integrationsPage';
import { IntegrationStore, type IntegrationStoreCallbacks } from 'c/integrationStore';
import type { Integration } from 'c/runs';
import {
  all,
  clear,
  countsWith,
  details,
  environmentWith,
  integrationWith,
  one,
  orgWith,
  runWith,
  settle,
  show
} from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/SetupController.org', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.confirmSandboxCopy', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SetupController.takeOverSchedule', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/integrationLog', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/integrationStore');
jest.mock('c/integrationActions', () => ({
  performAction: jest.fn(),
  exportAll: jest.fn(),
  importFile: jest.fn(),
  failureHeading: (action: string, { name }: { name: string }) => `${name}: ${action} failed`
}));

const mock = (call: unknown): jest.Mock => call as jest.Mock;
const Store = IntegrationStore as unknown as jest.Mock;
const onboarding = integrationWith();
const nps = integrationWith({ id: 'a01000000000002AAA', name: 'NPS', reportName: 'Answers', lastRun: null });
let listed: () => Promise<Integration[]>;

beforeEach(() => {
  jest.resetAllMocks();
  listed = () => Promise.resolve([onboarding, nps]);
  mock(org).mockResolvedValue(orgWith());
  Store.mockImplementation(({ onChange }: IntegrationStoreCallbacks) => {
    let integrations: Integration[] = [];
    return {
      load: jest.fn(async () => onChange((integrations = await listed()))),
      find: (id: string) => integrations.find((integration) => integration.id === id),
      begin: jest.fn(),
      change: jest.fn(),
      stop: jest.fn()
    };
  });
});
afterEach(clear);

const store = (): { load: jest.Mock; begin: jest.Mock; change: jest.Mock; stop: jest.Mock } =>
  Store.mock.results[0].value;
const callbacks = (): IntegrationStoreCallbacks => Store.mock.calls[0][0];
const table = (element: HTMLElement) =>
  one<
    HTMLElement & { integrations?: Integration[]; problem?: object; rowProblems: Record<string, object | undefined> }
  >(element, 'c-integration-list');

async function showPage(properties: object = {}): Promise<HTMLElement> {
  const element = show('c-integrations-page', IntegrationsPage, properties);
  await settle();
  return element;
}

async function act(element: HTMLElement, action: string, more: object = {}): Promise<void> {
  const detail = { action, integrationId: onboarding.id, ...more };
  table(element).dispatchEvent(new CustomEvent('act', { detail }));
  await settle();
}

async function attend(element: HTMLElement, action: string, entry: object = {}): Promise<void> {
  one(element, 'c-attention-strip').dispatchEvent(new CustomEvent('act', { detail: { action, entry } }));
  await settle();
}

describe('the page', () => {
  it('shows its shape while it loads, then integrations and accounts, with one call for each', async () => {
    const element = show('c-integrations-page', IntegrationsPage, {});
    expect(table(element).integrations).toBeUndefined();
    await settle();
    expect(table(element).integrations).toEqual([onboarding, nps]);
    expect(one(element, 'c-accounts')).toMatchObject({ environments: orgWith().environments });
    expect([store().load, mock(org)].map((call) => call.mock.calls.length)).toEqual([1, 1]);
    await expect(element).toBeAccessible();
  });

  it('leads to a first integration', async () => {
    listed = () => Promise.resolve([]);
    const element = await showPage();
    const created = details(element, 'create');
    table(element).dispatchEvent(new CustomEvent('create'));
    expect(created).toHaveLength(1);
  });

  it('says why the list could not be loaded, and tries again', async () => {
    listed = () => Promise.reject({ body: { message: 'No access.' } });
    const element = await showPage();
    expect(table(element)).toMatchObject({ problem: { message: 'No access.' } });
    listed = () => Promise.resolve([nps]);
    table(element).dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(table(element)).toMatchObject({ integrations: [nps], problem: undefined });
  });

  it('shows the list even if the accounts could not be loaded, and tries again', async () => {
    mock(org).mockRejectedValueOnce({ body: { message: 'No access.' } });
    const element = await showPage();
    expect(table(element).integrations).toHaveLength(2);
    one(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'c-accounts')).toHaveLength(1);
  });

  it('tells those who may see nothing so once, and offers them nothing', async () => {
    const refusal = { body: { message: 'This takes a permission set.' } };
    listed = () => Promise.reject(refusal);
    mock(org).mockRejectedValueOnce(refusal);
    const element = await showPage();
    expect(all(element, 'c-problem-panel, c-accounts')).toEqual([]);
    expect(table(element)).toMatchObject({ problem: { message: 'This takes a permission set.' }, canConfigure: false });
    listed = () => Promise.resolve([nps]);
    table(element).dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'c-accounts')).toHaveLength(1);
  });

  it('takes over what became of an account', async () => {
    const element = await showPage();
    const environments = [environmentWith({ status: 'Failing', statusText: 'The secret is wrong.' })];
    one(element, 'c-accounts').dispatchEvent(new CustomEvent('change', { detail: environments }));
    await settle();
    expect(one(element, 'c-accounts')).toMatchObject({ environments });
    expect(one(element, 'c-center-header')).toMatchObject({ alarmingCount: 1 });
  });

  it('takes the focus when it comes in place of something that had it', async () => {
    const element = await showPage({ takesFocus: true });
    expect(element.shadowRoot!.activeElement?.tagName).toBe('C-CENTER-HEADER');
  });

  it('offers those who may only look no change', async () => {
    mock(org).mockResolvedValue(orgWith({ canConfigure: false }));
    const element = await showPage();
    const told = ['c-center-header', 'c-accounts', 'c-integration-list'].map((name) => one(element, name));
    expect(told.map((part) => (part as unknown as { canConfigure: boolean }).canConfigure)).toEqual([
      false,
      false,
      false
    ]);
  });

  it('loads the list anew when it comes to sight again, and follows nothing once it is gone', async () => {
    const element = await showPage();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(store().load).toHaveBeenCalledTimes(2);
    element.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(store().load).toHaveBeenCalledTimes(2);
    expect(store().stop).toHaveBeenCalled();
  });
});

describe('an action', () => {
  it('that starts a run is followed', async () => {
    mock(performAction).mockResolvedValue({ said: 'It has started', runId: 'new' });
    const element = await showPage();
    await act(element, 'run');
    expect(mock(performAction)).toHaveBeenCalledWith('run', onboarding);
    expect(store().begin).toHaveBeenCalledWith(onboarding.id, 'new');
    expect(one<HTMLElement>(element, '[aria-live]').textContent).toBe('It has started');
  });

  it('that cancels a run says so until the run is over', async () => {
    mock(performAction).mockResolvedValue({ said: '', isCancelling: true });
    await act(await showPage(), 'cancel');
    expect(store().change).toHaveBeenCalledWith(onboarding.id, { isCancelling: true });
  });

  it('that changes the list tells what it did as soon as the list shows it', async () => {
    mock(performAction).mockResolvedValue({ said: 'It is paused', isListChanged: true });
    const element = await showPage();
    const toasts = details(element, 'lightning__showtoast');
    let answer = (_integrations: Integration[]): void => {};
    listed = () => new Promise((resolve) => (answer = resolve));
    await act(element, 'pause');
    expect(store().load).toHaveBeenCalledTimes(2);
    expect(toasts).toEqual([]);
    answer([onboarding, nps]);
    await settle();
    expect(toasts).toMatchObject([{ title: 'It is paused', variant: 'success' }]);
  });

  it('that was thought better of does nothing', async () => {
    mock(performAction).mockResolvedValue(undefined);
    await act(await showPage(), 'delete');
    expect(store().load).toHaveBeenCalledTimes(1);
  });

  it('that is refused leaves the reason in its row, until it is read or tried again', async () => {
    mock(performAction).mockRejectedValue({ body: { message: 'It is running already.' } });
    const element = await showPage();
    await act(element, 'run');
    expect(table(element).rowProblems[onboarding.id]).toMatchObject({
      heading: 'Onboarding to contacts: run failed',
      message: 'It is running already.'
    });
    table(element).dispatchEvent(new CustomEvent('dismiss', { detail: onboarding.id }));
    await settle();
    expect(table(element).rowProblems[onboarding.id]).toBeUndefined();
  });

  it('to edit or to see the log leads there', async () => {
    const element = await showPage();
    const edits = details(element, 'edit');
    await act(element, 'edit');
    await act(element, 'log', { runId: 'run' });
    expect(edits).toEqual([onboarding.id]);
    expect(mock(IntegrationLog.open).mock.calls[0][0]).toMatchObject({
      label: onboarding.name,
      integrationId: onboarding.id,
      runId: 'run'
    });
    expect(mock(performAction)).not.toHaveBeenCalled();
    expect(store().load).toHaveBeenCalledTimes(2);
  });
});

describe('what was found out of an account', () => {
  it('is not forgotten for an answer that is older', async () => {
    const element = await showPage();
    let answer = (_org: object): void => {};
    mock(org).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    one(element, 'c-center-header').dispatchEvent(new CustomEvent('refresh'));
    const failing = [environmentWith({ status: 'Failing' })];
    one(element, 'c-accounts').dispatchEvent(new CustomEvent('change', { detail: failing }));
    answer(orgWith());
    await settle();
    expect(one(element, 'c-accounts')).toMatchObject({ environments: failing });
  });
});

describe('a run', () => {
  it('that is over is told', async () => {
    const element = await showPage();
    const toasts = details(element, 'lightning__showtoast');
    const counts = countsWith({ read: 10, updated: 9, rejected: 1 });
    callbacks().onEnd(onboarding, runWith({ status: 'Completed with errors', counts }));
    await settle();
    expect(toasts).toMatchObject([{ title: 'Onboarding to contacts has run', variant: 'warning' }]);
    expect(one<HTMLElement>(element, '[aria-live]').textContent).toContain('9 of 10 rows updated');
  });

  it('whose progress cannot be had is said to be out of date', async () => {
    const element = await showPage();
    callbacks().onProblem(new Error('No answer.'));
    await settle();
    const panel = one(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'No answer.' } });
    panel.dispatchEvent(new CustomEvent('dismiss'));
    await settle();
    expect(all(element, 'c-problem-panel')).toEqual([]);
  });

  it('whose progress can be had again is no longer said to be', async () => {
    const element = await showPage();
    callbacks().onProblem(new Error('No answer.'));
    callbacks().onChange([onboarding]);
    await settle();
    expect(all(element, 'c-problem-panel')).toEqual([]);
  });

  it('is previewed where the wizard asked for it', async () => {
    mock(performAction).mockResolvedValue({ said: '', runId: 'new' });
    await showPage({ previewId: nps.id });
    expect(mock(performAction).mock.calls).toEqual([['preview', nps]]);
  });
});

describe('a link', () => {
  it('opens the log of an integration, at a run', async () => {
    await showPage({ logId: nps.id, runId: 'run' });
    expect(mock(IntegrationLog.open).mock.calls[0][0]).toMatchObject({ integrationId: nps.id, runId: 'run' });
  });

  it('to an integration that is gone leads to the list', async () => {
    const element = await showPage({ logId: 'gone', previewId: 'gone' });
    expect(table(element).integrations).toHaveLength(2);
    expect(mock(IntegrationLog.open)).not.toHaveBeenCalled();
  });
});

describe('what needs attention', () => {
  const failed = integrationWith({ lastRun: runWith({ status: 'Failed' }) });

  it('is said, and leads to the log', async () => {
    listed = () => Promise.resolve([failed]);
    const element = await showPage();
    expect(one(element, 'c-attention-strip')).toMatchObject({ entries: [{ subject: failed.name }] });
    await attend(element, 'log', { integrationId: failed.id, runId: 'run' });
    expect(mock(IntegrationLog.open).mock.calls[0][0]).toMatchObject({ integrationId: failed.id, runId: 'run' });
  });

  it('moves nothing while the pointer is over the list, and is said when it leaves', async () => {
    const element = await showPage();
    const list = one<HTMLElement>(element, 'c-integration-list');
    list.dispatchEvent(new CustomEvent('pointerenter'));
    callbacks().onChange([failed]);
    await settle();
    expect(all(element, 'c-attention-strip')).toHaveLength(0);
    expect(one(element, 'c-center-header')).toMatchObject({ alarmingCount: 1 });
    list.dispatchEvent(new CustomEvent('pointerleave'));
    await settle();
    expect(all(element, 'c-attention-strip')).toHaveLength(1);
  });

  it('is a schedule to take over, a copy to confirm, after which all is loaded anew', async () => {
    mock(org).mockResolvedValue(orgWith({ sandboxCopy: { confirmed: false } }));
    const element = await showPage();
    await attend(element, 'confirmCopy');
    expect(mock(confirmSandboxCopy)).toHaveBeenCalledTimes(1);
    await attend(element, 'takeOver');
    expect(mock(takeOverSchedule)).toHaveBeenCalledTimes(1);
    expect(mock(org)).toHaveBeenCalledTimes(3);
  });

  it('says why that could not be done', async () => {
    mock(org).mockResolvedValue(orgWith({ sandboxCopy: { confirmed: false } }));
    mock(confirmSandboxCopy).mockRejectedValue({ body: { message: 'No access.' } });
    const element = await showPage();
    await attend(element, 'confirmCopy');
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No access.' } });
  });
});

describe('files', () => {
  it('take all integrations along', async () => {
    mock(exportAll).mockResolvedValue({ said: 'Exported' });
    const element = await showPage();
    one(element, 'c-center-header').dispatchEvent(new CustomEvent('export'));
    await settle();
    expect(mock(exportAll)).toHaveBeenCalledWith([onboarding, nps]);
    expect(one<HTMLElement>(element, '[aria-live]').textContent).toBe('Exported');
  });

  it('bring integrations, which are told and listed', async () => {
    mock(importFile).mockResolvedValue({ said: 'Two were imported', isListChanged: true });
    const element = await showPage();
    const toasts = details(element, 'lightning__showtoast');
    one(element, 'c-center-header').dispatchEvent(new CustomEvent('import'));
    await settle();
    expect(toasts).toMatchObject([{ title: 'Two were imported' }]);
    expect(store().load).toHaveBeenCalledTimes(2);
  });

  it('change nothing when the dialog is left', async () => {
    const element = await showPage();
    one(element, 'c-center-header').dispatchEvent(new CustomEvent('import'));
    await settle();
    expect(store().load).toHaveBeenCalledTimes(1);
  });
});
