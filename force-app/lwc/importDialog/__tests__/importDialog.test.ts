import importPlan from '@salesforce/apex/IntegrationController.importPlan';
import importText from '@salesforce/apex/IntegrationController.importText';
import ImportDialog from 'c/importDialog';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/IntegrationController.importPlan', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.importText', () => ({ default: jest.fn() }), { virtual: true });

const planning = importPlan as unknown as jest.Mock;
const importing = importText as unknown as jest.Mock;
const items = [
  { name: 'One', action: 'create' },
  { name: 'Two', action: 'change' },
  { name: 'Three', action: 'same' }
];
let element: HTMLElement;

beforeEach(() => {
  jest.resetAllMocks();
  element = show('c-import-dialog', ImportDialog, { label: 'Import' });
});
afterEach(clear);

async function choose(...files: object[]): Promise<void> {
  const input = one<HTMLElement>(element, 'lightning-input');
  Object.assign(input, { files });
  input.dispatchEvent(new CustomEvent('change'));
  await settle();
}
const file = { text: () => Promise.resolve('the text') };
const button = () => one<HTMLElement & { label: string; disabled: boolean }>(element, '[data-import]');

describe('c-import-dialog', () => {
  it('shows what the file would do before it can be imported', async () => {
    expect(button().disabled).toBe(true);
    planning.mockResolvedValue({ problems: [], items });
    await choose(file);
    expect(planning.mock.calls).toEqual([[{ text: 'the text' }]]);
    expect(one(element, 'c-import-plan')).toMatchObject({ items, chosen: ['One', 'Two'] });
    expect(button()).toMatchObject({ label: 'Import 2 integrations', disabled: false });
    await expect(element).toBeAccessible();
  });

  it('imports what was chosen, and closes with it', async () => {
    planning.mockResolvedValue({ items });
    importing.mockResolvedValue(['id of two']);
    await choose(file);
    one<HTMLElement>(element, 'c-import-plan').dispatchEvent(new CustomEvent('choose', { detail: ['Two'] }));
    await settle();
    expect(button().label).toBe('Import 1 integration');
    const results = details(element, 'close');
    button().click();
    await settle();
    expect(importing.mock.calls).toEqual([[{ text: 'the text', names: ['Two'] }]]);
    expect(results).toEqual([['id of two']]);
  });

  it('forgets what was chosen of one file when another is read, or cannot be', async () => {
    planning.mockResolvedValueOnce({ items }).mockRejectedValueOnce({ body: { message: 'No access.' } });
    await choose(file);
    await choose(file);
    expect(button()).toMatchObject({ label: 'Import 0 integrations', disabled: true });
  });

  it('stays open while it imports', async () => {
    let answer = (_ids: string[]): void => {};
    planning.mockResolvedValue({ items });
    importing.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    await choose(file);
    button().click();
    await settle();
    expect(element).toMatchObject({ disableClose: true });
    expect(one(element, '[data-cancel]')).toMatchObject({ disabled: true });
    answer(['id of one']);
    await settle();
    expect(element).toMatchObject({ disableClose: false });
  });

  it('says what is wrong with the file', async () => {
    planning.mockResolvedValue({ problems: ['This is no export.'], items: [] });
    await choose(file);
    expect(one(element, 'c-problem-panel')).toMatchObject({
      heading: 'This file cannot be imported',
      problem: { message: 'This is no export.' }
    });
    expect(button().disabled).toBe(true);
  });

  it('says why it was refused, and lets another file be chosen', async () => {
    planning.mockRejectedValueOnce({ body: { message: 'No access.' } }).mockResolvedValue({ items });
    await choose(file);
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No access.' } });
    await choose(file);
    expect(all(element, 'c-problem-panel')).toEqual([]);
  });

  it('stays when nothing was imported', async () => {
    planning.mockResolvedValue({ items });
    importing.mockRejectedValue({ body: { message: 'The field is missing.' } });
    await choose(file);
    button().click();
    await settle();
    expect(one(element, 'c-problem-panel')).toMatchObject({
      heading: 'Nothing was imported',
      problem: { message: 'The field is missing.' }
    });
    expect(button().disabled).toBe(false);
  });

  it('says when there is nothing to do', async () => {
    planning.mockResolvedValue({ items: [items[2]] });
    await choose(file);
    expect(textOf(element)).toContain('There is nothing to import');
  });

  it('does nothing when no file was chosen', async () => {
    await choose();
    expect(planning).not.toHaveBeenCalled();
  });
});
