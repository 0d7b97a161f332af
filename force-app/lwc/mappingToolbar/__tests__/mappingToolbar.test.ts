import MappingToolbar from 'c/mappingToolbar';
import { all, clear, details, one, settle, show } from '../../runs/__tests__/fixtures';
import { actionsOf, dataWith, draftWith, send, templateWith } from '../../wizardState/__tests__/fixtures';

type Item = HTMLElement & { value: string; label: string; disabled: boolean; checked: boolean };
const bar = (changes: object = {}) =>
  show('c-mapping-toolbar', MappingToolbar, { draft: draftWith(), data: dataWith(), ...changes });
const items = (element: HTMLElement): Item[] => all<Item>(element, 'lightning-menu-item');

async function openMenu(element: HTMLElement): Promise<void> {
  send(one(element, 'lightning-button-menu'), 'open');
  await settle();
}

afterEach(clear);

describe('c-mapping-toolbar', () => {
  it('asks for suggestions', async () => {
    const element = bar({ note: 'Two added.' });
    expect(one(element, '[role=status]').textContent).toBe('Two added.');
    const asked = details(element, 'suggest');
    one(element, 'lightning-button').click();
    expect(asked).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('loads the use cases when they are looked at, and starts from one for this object', async () => {
    const other = templateWith({ id: 'churn', name: 'Churn', objectApiName: 'Account' });
    const templates = jest.fn().mockResolvedValue([templateWith(), other]);
    const element = bar({ data: dataWith({ templates }), draft: draftWith({ templateId: 'nps' }) });
    const actions = actionsOf(element);
    expect(templates).not.toHaveBeenCalled();
    await openMenu(element);
    await openMenu(element);
    expect(templates).toHaveBeenCalledTimes(1);
    expect(items(element).map(({ label, disabled, checked }) => [label, disabled, checked])).toEqual([
      ['NPS follow-up', false, true],
      ['Churn (for Account)', true, false]
    ]);
    send(one(element, 'lightning-button-menu'), 'select', { value: 'nps' });
    expect(actions).toEqual([{ type: 'templateChosen', templateId: 'nps' }]);
  });

  it('says so when there are none, or they cannot be loaded', async () => {
    const none = bar({ data: dataWith({ templates: jest.fn().mockResolvedValue([]) }) });
    await openMenu(none);
    expect(items(none)).toMatchObject([{ label: 'There are no use cases.', disabled: true }]);
    const failing = bar({ data: dataWith({ templates: jest.fn().mockRejectedValue({ body: { message: 'No.' } }) }) });
    await openMenu(failing);
    expect(one(failing, 'c-problem-panel')).toMatchObject({ problem: { message: 'No.' } });
  });
});
