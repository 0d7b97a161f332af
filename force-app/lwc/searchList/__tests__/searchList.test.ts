import SearchList from 'c/searchList';
import type { Option } from 'c/optionSearch';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const options: Option[] = Array.from({ length: 120 }, (_, index) => ({
  value: `v${index}`,
  label: `Report ${index}`,
  detail: `${index} rows`
}));

const list = (changes: object = {}) =>
  show('c-search-list', SearchList, { options, label: 'Report', emptyText: 'No reports.', ...changes });

async function type(element: HTMLElement, text: string): Promise<void> {
  const input = one<HTMLInputElement>(element, 'input');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await settle();
}

async function press(element: HTMLElement, key: string): Promise<void> {
  one(element, 'input').dispatchEvent(
    new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, composed: true })
  );
  await settle();
}

describe('c-search-list', () => {
  it('draws the first entries and says how many more there are', async () => {
    const element = list({ value: 'v3' });
    expect(all(element, '[role=option]')).toHaveLength(50);
    expect(textOf(element)).toContain('70 more. Type to narrow the list.');
    expect(all(element, '[aria-selected=true]').map((option) => option.dataset.value)).toEqual(['v3']);
    await expect(element).toBeAccessible();
  });

  it('filters while somebody types, and tells how many match', async () => {
    const element = list();
    await type(element, 'report 11');
    expect(all(element, '[role=option]')).toHaveLength(11);
    expect(one(element, '.slds-assistive-text').textContent).toBe('11 matches');
    await expect(element).toBeAccessible();
  });

  it('moves with arrow keys and chooses with Enter, the focus staying in the field', async () => {
    const element = list();
    const chosen = details(element, 'choose');
    await press(element, 'Enter');
    expect(chosen).toEqual([]);
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    const active = one(element, '[data-active=yes]');
    expect(active.dataset.value).toBe('v1');
    expect(one(element, 'input').getAttribute('aria-activedescendant')).toBe(active.id);
    await press(element, 'Enter');
    expect(chosen).toEqual(['v1']);
  });

  it('chooses what is clicked', () => {
    const element = list();
    const chosen = details(element, 'choose');
    all(element, '[role=option]')[4].click();
    expect(chosen).toEqual(['v4']);
  });

  it('empties the field with Escape, and only then lets it through', async () => {
    const element = list();
    await type(element, 'zzz');
    expect(textOf(element)).toContain('Nothing matches “zzz”.');
    const passed = jest.fn();
    element.addEventListener('keydown', passed);
    await press(element, 'Escape');
    expect(one<HTMLInputElement>(element, 'input').value).toBe('');
    expect(all(element, '[role=option]')).toHaveLength(50);
    expect(passed).not.toHaveBeenCalled();
    await press(element, 'Escape');
    expect(passed).toHaveBeenCalledTimes(1);
  });

  it('says so where there is nothing to choose', async () => {
    const element = list({ options: [] });
    expect(textOf(element)).toContain('No reports.');
    await expect(element).toBeAccessible();
  });
});
