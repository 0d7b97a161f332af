import KeySentence from 'c/keySentence';
import type { Option } from 'c/optionSearch';
import { all, clear, show } from '../../runs/__tests__/fixtures';
import { COLUMNS, FIELDS, actionsOf, draftWith, fieldWith, send } from '../../wizardState/__tests__/fixtures';

type Picker = HTMLElement & { options: Option[]; value: string; disabled: boolean; invalid: boolean };
const sentence = (changes: object = {}) =>
  show('c-key-sentence', KeySentence, {
    draft: draftWith(),
    columns: COLUMNS,
    fields: FIELDS,
    objectLabel: 'Contact',
    ...changes
  });
const pickers = (element: HTMLElement): Picker[] => all<Picker>(element, 'c-search-picker');

afterEach(clear);

describe('c-key-sentence', () => {
  it('reads as a sentence', async () => {
    const element = sentence();
    const words = all(element, '.word').map((word) => word.textContent!.trim());
    expect(words).toEqual(['A report row belongs to one', 'Contact', 'when', 'equals']);
    expect(pickers(element).map(({ value }) => value)).toEqual(['Email', 'Email']);
    await expect(element).toBeAccessible();
  });

  it('offers all columns, and the fields that can identify a record', () => {
    const fields = [...FIELDS, fieldWith({ name: 'Key__c', label: 'Key', canBeKey: true, unique: true })];
    const [column, field] = pickers(sentence({ fields }));
    expect(column.options.map(({ value }) => value)).toEqual(['Email', 'Completion (%)', 'Notes']);
    expect(field.options.map(({ value }) => value)).toEqual(['Id', 'Email', 'Key__c']);
    expect(field.options[2].detail).toContain('unique');
  });

  it('chooses', () => {
    const element = sentence();
    const actions = actionsOf(element);
    const [column, field] = pickers(element);
    send(column, 'choose', 'Notes');
    send(field, 'choose', 'Id');
    expect(actions).toEqual([
      { type: 'keyColumnChosen', keyColumn: 'Notes' },
      { type: 'keyFieldChosen', keyField: 'Id' }
    ]);
  });

  it('marks an identifier that the report no longer has, and waits where there is nothing to choose', () => {
    const [gone] = pickers(sentence({ draft: draftWith({ keyColumn: 'Gone' }) }));
    expect(gone.invalid).toBe(true);
    expect(pickers(sentence({ columns: [], fields: [] })).map(({ disabled }) => disabled)).toEqual([true, true]);
  });
});
