import MappingPolicies from 'c/mappingPolicies';
import { all, clear, one, show } from '../../runs/__tests__/fixtures';
import { actionsOf, rowWith, send } from '../../wizardState/__tests__/fixtures';

type Item = HTMLElement & { value: string; checked: boolean };
const policies = (changes: object = {}) =>
  show('c-mapping-policies', MappingPolicies, { row: rowWith({ rowId: 4, ...changes }) });

afterEach(clear);

describe('c-mapping-policies', () => {
  it('shows what is chosen, and that something is other than usual', async () => {
    const usual = policies();
    expect(all<Item>(usual, 'lightning-menu-item').map(({ checked }) => checked)).toEqual([false, false]);
    expect(one(usual, 'lightning-button-menu')).toMatchObject({
      variant: 'border',
      alternativeText: 'Options of Completion (%)'
    });
    expect(one(policies({ column: '' }), 'lightning-button-menu')).toMatchObject({
      alternativeText: 'Options of New mapping'
    });
    const other = policies({ blankPolicy: 'Clear', truncate: true });
    expect(all<Item>(other, 'lightning-menu-item').map(({ checked }) => checked)).toEqual([true, true]);
    expect(one(other, 'lightning-button-menu')).toMatchObject({ variant: 'brand' });
    await expect(other).toBeAccessible();
  });

  it('switches each on and off', () => {
    const changesOf = (row: object, value: string): unknown => {
      const element = policies(row);
      const actions = actionsOf(element);
      send(one(element, 'lightning-button-menu'), 'select', { value });
      return actions;
    };
    const change = (changes: object): object[] => [{ type: 'rowChanged', rowId: 4, changes }];
    expect(changesOf({}, 'clear')).toEqual(change({ blankPolicy: 'Clear' }));
    expect(changesOf({ blankPolicy: 'Clear' }, 'clear')).toEqual(change({ blankPolicy: 'Keep' }));
    expect(changesOf({}, 'truncate')).toEqual(change({ truncate: true }));
    expect(changesOf({ truncate: true }, 'truncate')).toEqual(change({ truncate: false }));
  });
});
