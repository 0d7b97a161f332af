import MappingRow from 'c/mappingRow';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';
import { COLUMNS, actionsOf, fieldWith, rowWith, send } from '../../wizardState/__tests__/fixtures';

type Picker = HTMLElement & { value: string; invalid: boolean };
const row = (changes: object = {}) =>
  show('c-mapping-row', MappingRow, {
    row: rowWith({ rowId: 3 }),
    column: COLUMNS[1],
    field: fieldWith(),
    verdict: { verdict: 'fits', message: '' },
    columnOptions: [],
    fieldOptions: [],
    ...changes
  });
const pickers = (element: HTMLElement): Picker[] => all<Picker>(element, 'c-search-picker');

afterEach(clear);

describe('c-mapping-row', () => {
  it('shows column and field with type, samples and verdict', async () => {
    const element = row();
    expect(pickers(element).map(({ value }) => value)).toEqual(['Completion (%)', 'Completion__c']);
    expect(textOf(element)).toContain('Number87.5, 12');
    expect(textOf(element)).toContain('Number(3, 1)');
    expect(textOf(element)).not.toContain('Suggested');
    expect(one(element, 'c-mapping-verdict')).toMatchObject({ verdict: { verdict: 'fits' } });
    await expect(element).toBeAccessible();
  });

  it('has a name before it has a column', () => {
    const element = row({ row: rowWith({ column: '' }), column: undefined });
    expect(one(element, '[role=group]').getAttribute('aria-label')).toBe('New mapping');
  });

  it('marks a suggestion as one', () => {
    const element = row({ row: rowWith({ suggestion: 'The names are alike.' }) });
    expect(one(element, '.suggested').title).toBe('The names are alike.');
  });

  it('chooses column and field of its own row, and goes', () => {
    const element = row();
    const actions = actionsOf(element);
    const removed = details(element, 'removerow');
    const [column, field] = pickers(element);
    send(column, 'choose', 'Notes');
    send(field, 'choose', 'Description');
    const button = one<HTMLElement & { alternativeText: string }>(element, 'lightning-button-icon');
    expect(button.alternativeText).toBe('Remove the mapping of Completion (%)');
    button.click();
    expect(actions).toEqual([
      { type: 'rowChanged', rowId: 3, changes: { column: 'Notes' } },
      { type: 'rowChanged', rowId: 3, changes: { field: 'Description' } }
    ]);
    expect(removed).toEqual([3]);
  });

  it('marks a conflict, and what is missing once somebody has tried to save', () => {
    const conflict = row({ verdict: { verdict: 'conflict', message: 'No.' } });
    expect(one(conflict, '.row').className).toContain('row_conflict');
    expect(pickers(conflict).map(({ invalid }) => invalid)).toEqual([false, true]);
    const blank = { row: rowWith({ field: '' }), field: undefined, verdict: { verdict: 'blank', message: 'Choose.' } };
    expect(pickers(row(blank)).map(({ invalid }) => invalid)).toEqual([false, false]);
    expect(one(row(blank), 'c-mapping-verdict')).toMatchObject({ verdict: undefined });
    const checked = row({ ...blank, checked: true });
    expect(pickers(checked).map(({ invalid }) => invalid)).toEqual([false, true]);
    expect(one(checked, 'c-mapping-verdict')).toMatchObject({ verdict: { message: 'Choose.' } });
  });
});
