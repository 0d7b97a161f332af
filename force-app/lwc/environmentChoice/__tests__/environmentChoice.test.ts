import AccountDialog from 'c/accountDialog';
import EnvironmentChoice from 'c/environmentChoice';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { actionsOf, environmentWith, orgWith } from '../../wizardState/__tests__/fixtures';

jest.mock('c/accountDialog', () => ({ __esModule: true, default: { open: jest.fn() } }));

const open = AccountDialog.open as unknown as jest.Mock;
const { environments } = orgWith();
const choice = (changes: object = {}) =>
  show('c-environment-choice', EnvironmentChoice, { environments, value: 'Production', ...changes });

afterEach(clear);

describe('c-environment-choice', () => {
  it('shows each environment with its account, the chosen one marked', async () => {
    const element = choice();
    expect(all<HTMLInputElement>(element, 'input').map(({ value, checked }) => [value, checked])).toEqual([
      ['Production', true],
      ['Test', false]
    ]);
    expect(textOf(element)).toContain('Never verified');
    await expect(element).toBeAccessible();
  });

  it('chooses', () => {
    const element = choice();
    const actions = actionsOf(element);
    const [, test] = all<HTMLInputElement>(element, 'input');
    test.dispatchEvent(new Event('change'));
    expect(actions).toEqual([{ type: 'environmentChosen', environmentName: 'Test' }]);
  });

  it('offers an account only where there is none that works, and tells when it was connected', async () => {
    const element = choice();
    const connected = details(element, 'connected');
    const test = environmentWith({ name: 'Test' });
    const button = one<HTMLElement & { label: string }>(element, 'lightning-button');
    expect(all(element, 'lightning-button')).toHaveLength(1);
    button.click();
    await settle();
    expect(connected).toEqual([]);
    const { onconnection, ...options } = open.mock.calls[0][0];
    expect(options).toEqual({ size: 'small', label: 'Connect Test', environment: environments[1] });
    onconnection(new CustomEvent('connection', { detail: test }));
    expect(connected).toEqual([test]);
  });

  it('says why one does not work', () => {
    const element = choice({ environments: [environmentWith({ status: 'Failing', statusText: 'Wrong secret.' })] });
    expect(textOf(element)).toContain('Wrong secret.');
    expect(one(element, 'lightning-button')).toMatchObject({ label: 'Reconnect' });
  });

  it('cannot be changed once an integration exists', async () => {
    const element = choice({ fixed: true });
    expect(all<HTMLInputElement>(element, 'input').every(({ disabled }) => disabled)).toBe(true);
    expect(textOf(element)).toContain('An integration keeps its environment');
    await expect(element).toBeAccessible();
  });

  it('says so when there are none', () => {
    expect(textOf(choice({ environments: [] }))).toContain('There are no WalkMe environments yet.');
  });
});
