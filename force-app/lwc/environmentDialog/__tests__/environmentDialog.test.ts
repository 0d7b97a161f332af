import addEnvironment from '@salesforce/apex/ConnectionController.addEnvironment';
import EnvironmentDialog from 'c/environmentDialog';
import { all, clear, details, environmentWith, one, settle, show } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/ConnectionController.addEnvironment', () => ({ default: jest.fn() }), { virtual: true });

const adding = addEnvironment as unknown as jest.Mock;

beforeEach(() => jest.resetAllMocks());
afterEach(clear);

async function add(isValid: boolean): Promise<HTMLElement> {
  const element = show('c-environment-dialog', EnvironmentDialog, { label: 'Add environment' });
  ['Staging ', 'Staging_Credential', ''].forEach((value, index) => {
    const input = all(element, 'lightning-input')[index];
    Object.assign(input, { value, reportValidity: () => isValid, checkValidity: () => isValid });
  });
  one<HTMLElement>(element, '[data-add]').click();
  await settle();
  return element;
}

describe('c-environment-dialog', () => {
  it('adds the environment with what was typed', async () => {
    adding.mockResolvedValue(environmentWith({ name: 'Staging' }));
    const element = await add(true);
    expect(adding.mock.calls).toEqual([
      [{ input: { name: 'Staging', namedCredential: 'Staging_Credential', storageCredential: null } }]
    ]);
    await expect(element).toBeAccessible();
  });

  it('closes with the environment that was added', async () => {
    adding.mockResolvedValue(environmentWith({ name: 'Staging' }));
    const element = show('c-environment-dialog', EnvironmentDialog, { label: 'Add environment' });
    const results = details(element, 'close');
    for (const input of all(element, 'lightning-input')) {
      Object.assign(input, { value: 'Staging', reportValidity: () => true });
    }
    one<HTMLElement>(element, '[data-add]').click();
    await settle();
    expect(results).toMatchObject([{ name: 'Staging' }]);
  });

  it('stays open while it adds', async () => {
    adding.mockReturnValue(new Promise(() => {}));
    const element = await add(true);
    expect(element).toMatchObject({ disableClose: true });
    expect(one(element, '[data-cancel]')).toMatchObject({ disabled: true });
  });

  it('says why it was refused, and stays', async () => {
    adding.mockRejectedValue({ body: { message: 'Preview cannot be the name of an environment.' } });
    const element = await add(true);
    expect(one(element, 'c-problem-panel')).toMatchObject({
      problem: { message: 'Preview cannot be the name of an environment.' }
    });
    expect(one(element, '[data-add]')).toMatchObject({ disabled: false });
  });

  it('sends nothing while something is missing, and closes with nothing', async () => {
    const element = await add(false);
    const results = details(element, 'close');
    expect(adding).not.toHaveBeenCalled();
    one<HTMLElement>(element, '[data-cancel]').click();
    expect(results.map(Boolean)).toEqual([false]);
  });
});
