import connect from '@salesforce/apex/ConnectionController.connect';
import verify from '@salesforce/apex/ConnectionController.verify';
import AccountDialog from 'c/accountDialog';
import { all, clear, details, environmentWith, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/ConnectionController.connect', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ConnectionController.verify', () => ({ default: jest.fn() }), { virtual: true });

const connecting = connect as unknown as jest.Mock;
const verifying = verify as unknown as jest.Mock;
const connected = environmentWith({ name: 'Test', status: 'Unknown', verifiedAt: null });
const works = { ok: true, message: 'Works.', verifiedAt: '2026-11-22T10:00:00Z', reports: 4 };

beforeEach(() => jest.resetAllMocks());
afterEach(clear);

interface Input extends HTMLElement {
  value: string;
  reportValidity: () => boolean;
  checkValidity: () => boolean;
}

function dialogFor(changes: Parameters<typeof environmentWith>[0] = {}, isValid = true) {
  const environment = environmentWith({ name: 'Test', status: 'NotConnected', ...changes });
  const element = show('c-account-dialog', AccountDialog, { label: 'Account', environment });
  ['a key ', 'a secret'].forEach((value, index) => {
    const input = all<Input>(element, 'lightning-input')[index];
    if (input) {
      Object.assign(input, { value, reportValidity: () => isValid, checkValidity: () => isValid });
    }
  });
  return element;
}

async function press(element: HTMLElement, button: string): Promise<void> {
  one<HTMLElement>(element, `[data-${button}]`).click();
  await settle();
}

describe('connecting an account', () => {
  it('sends key and secret once, tests the connection, and tells at once how the environment is then', async () => {
    connecting.mockResolvedValue(connected);
    verifying.mockResolvedValue(works);
    const element = dialogFor();
    const [results, closed] = [details(element, 'connection'), details(element, 'close')];
    await press(element, 'connect');
    expect(connecting.mock.calls).toEqual([[{ environmentName: 'Test', key: 'a key', secret: 'a secret' }]]);
    expect(verifying.mock.calls).toEqual([[{ environmentName: 'Test' }]]);
    expect(one(element, 'c-connection-result')).toMatchObject({ verification: works });
    expect(results).toEqual([
      connected,
      { ...connected, status: 'Connected', statusText: 'Works.', verifiedAt: works.verifiedAt }
    ]);
    expect(closed).toEqual([]);
    await press(element, 'done');
    expect(closed).toHaveLength(1);
  });

  it('takes the focus along, so that keys are still heard', async () => {
    connecting.mockReturnValue(new Promise(() => {}));
    const element = dialogFor();
    await press(element, 'connect');
    expect(element.shadowRoot!.activeElement).toBe(one(element, '[data-status]'));
  });

  it('keeps neither key nor secret on the page once they are sent', async () => {
    connecting.mockRejectedValue({ body: { message: 'Not allowed.' } });
    const element = dialogFor();
    await press(element, 'connect');
    expect(one(element, 'c-problem-panel')).toMatchObject({
      heading: 'The account Test could not be connected',
      problem: { message: 'Not allowed.' }
    });
    expect(all<Input>(element, 'lightning-input').map(({ value }) => value)).toEqual([undefined, undefined]);
    expect(verifying).not.toHaveBeenCalled();
  });

  it('sends nothing while something is missing', async () => {
    await press(dialogFor({}, false), 'connect');
    expect(connecting).not.toHaveBeenCalled();
  });

  it('hides what is typed, and does not let the browser keep it', async () => {
    const element = dialogFor();
    for (const input of all(element, 'lightning-input')) {
      expect(input).toMatchObject({ type: 'password', autocomplete: 'off' });
    }
    await expect(element).toBeAccessible();
  });

  it('can be begun with the Enter key', async () => {
    connecting.mockResolvedValue(connected);
    verifying.mockResolvedValue(works);
    const element = dialogFor();
    one(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(connecting).not.toHaveBeenCalled();
    one(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settle();
    expect(connecting).toHaveBeenCalledTimes(1);
  });
});

describe('an account that does not work', () => {
  const refused = { ok: false, message: 'The secret is wrong.', remedy: 'Enter it again.' };

  async function failing(): Promise<HTMLElement> {
    connecting.mockResolvedValue(connected);
    verifying.mockResolvedValueOnce(refused);
    const element = dialogFor();
    await press(element, 'connect');
    return element;
  }

  it('says why, and lets the key be changed', async () => {
    const element = await failing();
    expect(one(element, 'c-connection-result')).toMatchObject({ verification: refused });
    await expect(element).toBeAccessible();
    await press(element, 'change');
    expect(all(element, 'lightning-input')).toHaveLength(2);
  });

  it('can be checked again, and is failing', async () => {
    const element = await failing();
    const results = details(element, 'connection');
    verifying.mockResolvedValueOnce(refused);
    await press(element, 'check');
    expect(verifying).toHaveBeenCalledTimes(2);
    expect(results).toMatchObject([{ name: 'Test', status: 'Failing', statusText: 'The secret is wrong.' }]);
  });

  it('says so when it could not even be checked', async () => {
    connecting.mockResolvedValue(connected);
    verifying.mockRejectedValue({ body: { message: 'No answer.' } });
    const element = dialogFor();
    await press(element, 'connect');
    expect(one(element, 'c-problem-panel')).toMatchObject({ heading: 'The account Test could not be checked' });
  });
});

describe('an account that Apex may not enter', () => {
  it('is entered in Setup, and checked here', async () => {
    verifying.mockResolvedValue(works);
    const element = dialogFor({ canConnectHere: false, namedCredential: 'Own_Credential' });
    expect(textOf(element)).toContain('Own_Credential');
    expect(one<HTMLAnchorElement>(element, 'a').href).toBe('https://example.org/setup');
    expect(all(element, 'lightning-input')).toEqual([]);
    await expect(element).toBeAccessible();
    await press(element, 'check');
    expect(all(element, '[data-done]')).toHaveLength(1);
  });
});
