import ImportPlan, { isChoosable } from 'c/importPlan';
import { all, clear, details, show, textOf } from '../../runs/__tests__/fixtures';

const items = [
  { name: 'New one', action: 'create', differences: [{ what: 'Source', before: null, after: 'CSV export' }] },
  {
    name: 'Changed one',
    action: 'change',
    differences: [
      { what: 'Schedule', before: 'Daily at 09:00 UTC', after: 'Hourly' },
      { what: 'Column Score', before: null, after: 'Score__c' }
    ]
  },
  { name: 'Same one', action: 'same' },
  { name: 'Refused one', action: 'refused', reason: 'This org has no environment Staging.' }
];

afterEach(clear);

describe('c-import-plan', () => {
  it('says what would become of each integration, and why not', async () => {
    const element = show('c-import-plan', ImportPlan, { items, chosen: ['New one'] });
    expect(all(element, '.look').map(({ textContent }) => textContent)).toEqual([
      'New',
      'Will be changed',
      'Same as here',
      'Cannot be imported'
    ]);
    expect(textOf(element)).toContain('This org has no environment Staging.');
    await expect(element).toBeAccessible();
  });

  it('shows every difference with both values', () => {
    const element = show('c-import-plan', ImportPlan, { items, chosen: [] });
    const rows = all(element, 'tbody tr').map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows).toEqual([
      ['Source', '(nothing)', 'CSV export'],
      ['Schedule', 'Daily at 09:00 UTC', 'Hourly'],
      ['Column Score', '(nothing)', 'Score__c']
    ]);
    expect(all(element, 'summary').map(({ textContent }) => textContent)).toEqual(['1 setting', '2 differences']);
  });

  it('lets those be chosen that would do anything', () => {
    const element = show('c-import-plan', ImportPlan, { items, chosen: ['New one'] });
    const choices = details(element, 'choose');
    const boxes = all(element, 'lightning-input') as unknown as { label: string; checked: boolean }[];
    expect(boxes.map(({ label, checked }) => [label, checked])).toEqual([
      ['New one', true],
      ['Changed one', false]
    ]);
    const [first, second] = all(element, 'lightning-input');
    second.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    first.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
    expect(choices).toEqual([['New one', 'Changed one'], []]);
    expect(items.map(isChoosable)).toEqual([true, true, false, false]);
  });
});
