import CsvPath from 'c/csvPath';
import { clear, details, one, settle, show } from '../../runs/__tests__/fixtures';
import { send } from '../../wizardState/__tests__/fixtures';

afterEach(clear);

describe('c-csv-path', () => {
  it('reads a file when it is asked to, not at every letter', async () => {
    const element = show('c-csv-path', CsvPath, { value: '' });
    const chosen = details(element, 'choose');
    const button = one<HTMLElement & { disabled: boolean }>(element, 'lightning-button');
    expect(button.disabled).toBe(true);
    send(one(element, 'lightning-input'), 'change', { value: ' surveys/nps ' });
    await settle();
    expect(chosen).toEqual([]);
    button.click();
    one(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(chosen).toEqual(['surveys/nps', 'surveys/nps']);
    await expect(element).toBeAccessible();
  });

  it('does not read the same file again', () => {
    const element = show('c-csv-path', CsvPath, { value: 'a.csv' });
    const chosen = details(element, 'choose');
    one(element, 'lightning-input').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(chosen).toEqual([]);
  });
});
