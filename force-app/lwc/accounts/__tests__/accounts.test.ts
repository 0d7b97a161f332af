import disconnect from '@salesforce/apex/ConnectionController.disconnect';
import removeEnvironment from '@salesforce/apex/ConnectionController.removeEnvironment';
import verify from '@salesforce/apex/ConnectionController.verify';
import AccountDialog from 'c/accountDialog';
import Accounts from 'c/accounts';
import Confirmation from 'c/confirmation';
import EnvironmentDialog from 'c/environmentDialog';
import type { Environment } from 'c/environments';
import {
  all,
  clear,
  details,
  environmentWith,
  integrationWith,
  one,
  settle,
  show
} from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/ConnectionController.disconnect', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionController.removeEnvironment', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionController.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/accountDialog', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/confirmation', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/environmentDialog', () => ({ __esModule: true, default: { open: jest.fn() } }));

const mock = (call: unknown): jest.Mock => call as jest.Mock;
const production = environmentWith();
const test = environmentWith({ name: 'Test', kind: 'Test', status: 'NotConnected' });
const integrations = [integrationWith(), integrationWith({ name: 'Other', environmentName: 'Test' })];
let element: HTMLElement;
let changes: Environment[][];

beforeEach(() => {
  jest.resetAllMocks();
  element = show('c-accounts', Accounts, { environments: [production, test], integrations, canConfigure: true });
  changes = details(element, 'change');
});
afterEach(clear);

async function act(index: number, action: string): Promise<void> {
  all(element, 'c-account-card')[index].dispatchEvent(new CustomEvent('act', { detail: action }));
  await settle();
}

describe('the accounts', () => {
  it('are one card each', async () => {
    expect(all(element, 'c-account-card')).toMatchObject([{ environment: production }, { environment: test }]);
    await expect(element).toBeAccessible();
  });

  it('have their place before they are known', async () => {
    clear();
    element = show('c-accounts', Accounts, { canConfigure: true });
    expect(all(element, '.placeholder')).toHaveLength(2);
    expect(one(element, '[data-add-environment]')).toMatchObject({ disabled: true });
    await expect(element).toBeAccessible();
  });
});

describe('an account', () => {
  it('is connected by the dialog', async () => {
    const connected = { ...test, status: 'Connected' };
    mock(AccountDialog.open).mockReturnValue(new Promise(() => {}));
    await act(1, 'connect');
    const { environment, label, onconnection } = mock(AccountDialog.open).mock.calls[0][0];
    expect([environment, label]).toEqual([test, 'WalkMe account for Test']);
    onconnection(new CustomEvent('connection', { detail: connected }));
    expect(changes).toEqual([[production, connected]]);
  });

  it('stays as it is when the dialog is left', async () => {
    await act(1, 'connect');
    expect(changes).toEqual([]);
  });

  it('can be reconnected by whoever knows that it fails', async () => {
    await (element as unknown as { reconnect(name: string): Promise<void> }).reconnect('Production');
    expect(mock(AccountDialog.open).mock.calls[0][0]).toMatchObject({ environment: production });
  });

  it('is checked in place', async () => {
    let answer = (_verification: unknown): void => {};
    mock(verify).mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await act(0, 'check');
    expect(all(element, 'c-account-card')[0]).toMatchObject({ checking: true });
    answer({ ok: false, message: 'The secret is wrong.' });
    await settle();
    expect(all(element, 'c-account-card')[0]).toMatchObject({ checking: false });
    expect(changes).toMatchObject([[{ status: 'Failing', statusText: 'The secret is wrong.' }, test]]);
  });

  it('is still being checked when another one is answered first', async () => {
    const answers: ((verification: unknown) => void)[] = [];
    mock(verify).mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    await act(0, 'check');
    await act(1, 'check');
    answers[1]({ ok: true, message: 'Works.' });
    await settle();
    expect(all(element, 'c-account-card')).toMatchObject([{ checking: true }, { checking: false }]);
  });

  it('says why it could not be checked, until that was read', async () => {
    mock(verify).mockRejectedValue({ body: { message: 'No answer.' } });
    await act(0, 'check');
    const panel = one(element, 'c-problem-panel');
    expect(panel).toMatchObject({
      heading: 'The account Production could not be checked',
      problem: { message: 'No answer.' }
    });
    panel.dispatchEvent(new CustomEvent('dismiss'));
    await settle();
    expect(all(element, 'c-problem-panel')).toEqual([]);
  });

  it('is disconnected after a question that names the integrations that stop working', async () => {
    mock(Confirmation.open).mockResolvedValue(true);
    mock(disconnect).mockResolvedValue({ ...production, status: 'NotConnected' });
    await act(0, 'disconnect');
    expect(mock(Confirmation.open).mock.calls[0][0]).toMatchObject({
      losses: ['Onboarding to contacts'],
      destructive: true
    });
    expect(mock(disconnect).mock.calls).toEqual([[{ environmentName: 'Production' }]]);
    expect(changes).toMatchObject([[{ status: 'NotConnected' }, test]]);
  });

  it('stays connected when the user thinks better of it', async () => {
    await act(0, 'disconnect');
    expect(mock(disconnect)).not.toHaveBeenCalled();
  });
});

describe('an environment', () => {
  it('is added', async () => {
    const staging = environmentWith({ name: 'Staging', kind: 'Custom' });
    mock(EnvironmentDialog.open).mockResolvedValue(staging);
    one<HTMLElement>(element, '[data-add-environment]').click();
    await settle();
    expect(changes).toEqual([[production, test, staging]]);
  });

  it('is removed after a question', async () => {
    mock(Confirmation.open).mockResolvedValue(true);
    await act(1, 'remove');
    expect(mock(removeEnvironment).mock.calls).toEqual([[{ name: 'Test' }]]);
    expect(changes).toEqual([[production]]);
  });
});
