import ObjectChoice from 'c/objectChoice';
import type { Option } from 'c/optionSearch';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { FIELDS, actionsOf, dataWith, draftWith, fieldWith, send } from '../../wizardState/__tests__/fixtures';

type List = HTMLElement & { options: Option[]; value: string };
const fields = { value: { label: 'Contact', recordCount: 54321, fields: FIELDS } };
const choice = (changes: object = {}) =>
  show('c-object-choice', ObjectChoice, { draft: draftWith(), data: dataWith(), fields, ...changes });
const list = (element: HTMLElement): List => one<List>(element, 'c-search-list');

afterEach(clear);

describe('c-object-choice', () => {
  it('shows the objects, and what the chosen one holds', async () => {
    const element = choice();
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(list(element)).toMatchObject({ value: 'Contact' });
    expect(list(element).options.map(({ label, icon }) => [label, icon])).toEqual([
      ['Account', 'standard:account'],
      ['Contact', 'standard:contact']
    ]);
    expect(textOf(element)).toContain('54,321 records · 3 fields can be updated');
    await expect(element).toBeAccessible();
  });

  it('says that there are more records than were counted', () => {
    const value = { label: 'Contact', recordCount: 50000, hasMoreRecords: true, fields: FIELDS };
    expect(textOf(choice({ fields: { value } }))).toContain('more than 50,000 records');
  });

  it('chooses an object with its plural, for the name', async () => {
    const element = choice();
    const actions = actionsOf(element);
    await settle();
    send(list(element), 'choose', 'Account');
    expect(actions).toEqual([{ type: 'objectChosen', objectApiName: 'Account', objectLabel: 'Accounts' }]);
  });

  it('adds the plural where a use case chose the object', async () => {
    const element = choice({ draft: draftWith({ objectLabel: '' }) });
    const actions = actionsOf(element);
    await settle();
    expect(actions).toEqual([{ type: 'objectChosen', objectApiName: 'Contact', objectLabel: 'Contacts' }]);
  });

  it('keeps an object in the list that may no longer be updated', async () => {
    const element = choice({ draft: draftWith({ objectApiName: 'Gone__c' }) });
    await settle();
    expect(list(element).options[0]).toMatchObject({ value: 'Gone__c', label: 'Gone__c' });
  });

  it('says so when the object has no field that could identify a record', () => {
    const value = { label: 'Memo', recordCount: 1, fields: [fieldWith({ canBeKey: false })] };
    expect(textOf(choice({ fields: { value } }))).toContain('Memo has no field that can identify a record.');
  });

  it('says what failed, on the list and on the object, and tries again', async () => {
    const objects = jest
      .fn()
      .mockRejectedValueOnce({ body: { message: 'No.' } })
      .mockResolvedValueOnce([]);
    const element = choice({ data: dataWith({ objects }), fields: { problem: { message: 'Gone.' } } });
    const retried = details(element, 'retry');
    await settle();
    const [onList, onObject] = all(element, 'c-problem-panel');
    expect([onList, onObject]).toMatchObject([{ problem: { message: 'No.' } }, { problem: { message: 'Gone.' } }]);
    send(onObject, 'retry');
    expect(retried).toHaveLength(1);
    send(onList, 'retry');
    await settle();
    expect(list(element).options.map(({ value }) => value)).toEqual(['Contact']);
  });

  it('asks for a choice, and says that it reads', () => {
    expect(textOf(choice({ draft: draftWith({ objectApiName: '' }), fields: {} }))).toContain('Choose the object');
    expect(textOf(choice({ fields: { isPending: true } }))).toContain('Reading the fields…');
  });
});
