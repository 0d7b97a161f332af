import SearchPicker from 'c/searchPicker';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);
beforeAll(() => Object.assign(Element.prototype, { scrollIntoView: jest.fn() }));

const options = ['Email', 'End User ID', 'Answer'].map((label) => ({ value: label, label, detail: 'Text' }));

const picker = (changes: object = {}) =>
  show('c-search-picker', SearchPicker, { options, label: 'Report column', value: 'Email', ...changes });
const input = (element: HTMLElement): HTMLInputElement => one(element, 'input');
const isOpen = (element: HTMLElement): boolean => input(element).getAttribute('aria-expanded') === 'true';

async function press(element: HTMLElement, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    input(element).dispatchEvent(
      new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, composed: true })
    );
    await settle();
  }
}

describe('c-search-picker', () => {
  it('shows what is chosen, and its list when it is opened', async () => {
    const element = picker();
    expect(input(element).value).toBe('Email');
    await expect(element).toBeAccessible();
    input(element).click();
    await settle();
    expect(isOpen(element)).toBe(true);
    expect(one(element, '[data-active=yes]').dataset.value).toBe('Email');
    await expect(element).toBeAccessible();
  });

  it('is worked by keyboard alone', async () => {
    const element = picker();
    const chosen = details(element, 'choose');
    await press(element, 'ArrowDown', 'ArrowDown', 'Enter');
    expect(chosen).toEqual(['End User ID']);
    expect(isOpen(element)).toBe(false);
  });

  it('filters as soon as somebody types, and forgets it on the way out', async () => {
    const element = picker();
    input(element).value = 'ans';
    input(element).dispatchEvent(new Event('input'));
    await settle();
    expect(all(element, '[role=option]').map((option) => option.dataset.value)).toEqual(['Answer']);
    input(element).dispatchEvent(new FocusEvent('blur'));
    await settle();
    expect(input(element).value).toBe('Email');
    expect(isOpen(element)).toBe(false);
  });

  it('tells what is typed, means the first that is found whenever it comes, and tells what is left behind', async () => {
    const element = picker({ options: [], value: '' });
    const searched = details<string>(element, 'search');
    const left = details<string>(element, 'leave');
    const chosen = details<string>(element, 'choose');
    const type = async (text: string) => {
      input(element).value = text;
      input(element).dispatchEvent(new Event('input'));
      await settle();
    };
    await type('ans');
    Object.assign(element, { options });
    await settle();
    expect(one(element, '[data-active=yes]').dataset.value).toBe('Answer');
    await press(element, 'Enter');
    input(element).dispatchEvent(new FocusEvent('blur'));
    expect(left).toEqual([]);
    await type('nobody');
    input(element).dispatchEvent(new FocusEvent('blur'));
    expect({ searched, chosen, left }).toEqual({ searched: ['ans', 'nobody'], chosen: ['Answer'], left: ['nobody'] });
  });

  it('closes with Escape without a choice, and without telling what is around it', async () => {
    const element = picker();
    const chosen = details(element, 'choose');
    const passed = jest.fn();
    element.addEventListener('keydown', passed);
    await press(element, 'ArrowDown', 'Escape');
    expect(isOpen(element)).toBe(false);
    expect(chosen).toEqual([]);
    expect(passed.mock.calls.map(([{ key }]) => key)).toEqual(['ArrowDown']);
  });

  it('says nothing when the same is chosen again', async () => {
    const element = picker();
    const chosen = details(element, 'choose');
    input(element).click();
    await settle();
    all(element, '[role=option]')[0].click();
    expect(chosen).toEqual([]);
  });

  it('says so when nothing matches', async () => {
    const element = picker();
    input(element).value = 'zzz';
    input(element).dispatchEvent(new Event('input'));
    await settle();
    expect(textOf(element)).toContain('Nothing matches “zzz”.');
  });

  it('says so when there is nothing to choose at all', async () => {
    const element = picker({ options: [], value: '' });
    input(element).click();
    await settle();
    expect(textOf(element)).toContain('There is nothing to choose from.');
  });

  it('stays shut while it is disabled, and is marked when invalid', async () => {
    const element = picker({ disabled: true, invalid: true });
    await press(element, 'ArrowDown');
    expect(isOpen(element)).toBe(false);
    expect(input(element).getAttribute('aria-invalid')).toBe('true');
  });

  it('opens upward where there is no room below', async () => {
    const element = picker();
    input(element).getBoundingClientRect = () => ({ top: 700, bottom: 730 }) as DOMRect;
    input(element).click();
    await settle();
    expect(one(element, '.drop').className).toContain('drop_up');
  });
});
