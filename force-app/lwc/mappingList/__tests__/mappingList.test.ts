import MappingList from 'c/mappingList';
import { reduce, type Draft } from 'c/wizardState';
import type { Option } from 'c/optionSearch';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { COLUMNS, actionsOf, draftWith, fieldWith, rowWith, send } from '../../wizardState/__tests__/fixtures';

type Row = HTMLElement & { row: { rowId: number }; columnOptions: Option[]; fieldOptions: Option[] };
type List = HTMLElement & { draft: Draft };
const list = (rows = [rowWith(), rowWith({ rowId: 1, column: 'Notes', field: '' })]): List => {
  const properties = { draft: draftWith({ rows }), columns: COLUMNS, fields: [fieldWith()], verdicts: new Map() };
  const element = show('c-mapping-list', MappingList, properties);
  element.addEventListener('wizardact', (event) => {
    element.draft = reduce(element.draft, (event as CustomEvent).detail);
  });
  return element;
};
const rowsOf = (element: HTMLElement): Row[] => all<Row>(element, 'c-mapping-row');

const focusedRow = (element: HTMLElement): string | undefined =>
  (element.shadowRoot!.activeElement as HTMLElement | null)?.dataset.row;

afterEach(clear);

describe('c-mapping-list', () => {
  it('shows a row for each mapping, every column to choose from, and how many are mapped', async () => {
    const element = list();
    const [first] = rowsOf(element);
    expect(first).toMatchObject({ row: rowWith(), column: COLUMNS[1], field: fieldWith() });
    expect(first.columnOptions.map(({ value }) => value)).toEqual(['Email', 'Completion (%)', 'Notes']);
    expect(first.fieldOptions).toEqual([
      { value: 'Completion__c', label: 'Completion', detail: 'Number(3, 1) · Completion__c' }
    ]);
    expect(textOf(element)).toContain('2 of 3 report columns mapped');
    await expect(element).toBeAccessible();
  });

  it('says what to do while nothing is mapped', async () => {
    const element = list([]);
    expect(textOf(element)).toContain('Nothing is mapped yet.');
    await expect(element).toBeAccessible();
  });

  it('adds a row and takes the focus there', async () => {
    const element = list();
    const actions = actionsOf(element);
    one(element, 'lightning-button').click();
    await settle();
    expect(actions).toEqual([{ type: 'rowAdded' }]);
    expect(rowsOf(element)).toHaveLength(3);
    expect(focusedRow(element)).toBe('2');
  });

  it('hands the focus of a row that goes to its neighbour, of the last one to the button', async () => {
    const element = list();
    const onButton = jest.spyOn(one(element, 'lightning-button'), 'focus');
    send(rowsOf(element)[0], 'removerow', 0);
    await settle();
    expect(focusedRow(element)).toBe('1');
    send(rowsOf(element)[0], 'removerow', 1);
    await settle();
    expect(rowsOf(element)).toHaveLength(0);
    expect(onButton).toHaveBeenCalled();
  });
});
