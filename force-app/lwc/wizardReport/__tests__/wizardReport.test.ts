import WizardReport from 'c/wizardReport';
import type { Draft } from 'c/wizardState';
import { clear, one, settle, show } from '../../runs/__tests__/fixtures';
import { actionsOf, dataWith, draftWith, later, send } from '../../wizardState/__tests__/fixtures';

type Screen = HTMLElement & { check(): string; draft: Draft };
const screen = (changes: object = {}) =>
  show('c-wizard-report', WizardReport, { data: dataWith(), draft: draftWith(), ...changes }) as unknown as Screen;
const address = { environmentName: 'Production', sourceKind: 'Api', reportId: 'onboarding' };
const keys = { objectApiName: 'Contact', keyColumn: 'Email', keyField: 'Email' };

afterEach(clear);

describe('c-wizard-report', () => {
  it('reads report and object, and checks the identifiers, each once', async () => {
    const data = dataWith();
    const element = screen({ data });
    expect(element.check()).toContain('Wait a moment');
    await settle();
    await settle();
    expect(data.columns.mock.calls).toEqual([[address]]);
    expect(data.fields.mock.calls).toEqual([['Contact']]);
    expect(data.checkKeys.mock.calls).toEqual([[{ ...address, ...keys }]]);
    expect(data.suggest).not.toHaveBeenCalled();
    expect(one(element, 'c-key-check')).toMatchObject({ check: { value: { one: 182 } }, idle: false });
    expect(element.check()).toBe('');
    await expect(element).toBeAccessible();
  });

  it('asks nothing while nothing is chosen', async () => {
    const data = dataWith();
    const element = screen({
      data,
      draft: draftWith({ reportId: '', objectApiName: '', keyColumn: '', keyField: '' })
    });
    await settle();
    expect(data.columns).not.toHaveBeenCalled();
    expect(data.fields).not.toHaveBeenCalled();
    expect(element.check()).toContain('Choose a report');
  });

  it('suggests identifiers as soon as both sides are known', async () => {
    const data = dataWith();
    const element = screen({ data, draft: draftWith({ keyColumn: '', keyField: '' }) });
    const actions = actionsOf(element);
    await settle();
    await settle();
    expect(actions).toContainEqual({ type: 'keysSuggested', keyColumn: 'Email', keyField: 'Email' });
    expect(data.checkKeys).not.toHaveBeenCalled();
  });

  it('lives without a suggestion', async () => {
    const suggest = jest.fn().mockRejectedValue(new Error('No.'));
    const element = screen({ data: dataWith({ suggest }), draft: draftWith({ keyField: '' }) });
    await settle();
    await settle();
    expect(element.check()).toContain('Choose the Salesforce field');
  });

  it('follows what is chosen', async () => {
    const data = dataWith();
    const element = screen({ data });
    await settle();
    await settle();
    element.draft = draftWith({ keyColumn: 'Notes' });
    await settle();
    expect(data.checkKeys).toHaveBeenLastCalledWith({ ...address, ...keys, keyColumn: 'Notes' });
    element.draft = draftWith({ keyColumn: 'Notes', reportId: 'nps' });
    await settle();
    expect(data.columns).toHaveBeenLastCalledWith({ ...address, reportId: 'nps' });
    element.draft = draftWith({ reportId: 'nps', objectApiName: 'Account', keyField: '' });
    await settle();
    expect(data.fields).toHaveBeenLastCalledWith('Account');
    expect(one(element, 'c-key-check')).toMatchObject({ check: {}, idle: true });
  });

  it('drops the columns of a report that is no longer chosen', async () => {
    const slow = later<object>();
    const columns = jest.fn().mockReturnValueOnce(slow.promise).mockResolvedValue({ reportName: 'NPS', columns: [] });
    const element = screen({ data: dataWith({ columns }) });
    element.draft = draftWith({ reportId: 'nps' });
    await settle();
    slow.answer({ reportName: 'Onboarding', columns: [] });
    await settle();
    expect(one(element, 'c-report-choice')).toMatchObject({ columns: { value: { reportName: 'NPS' } } });
  });

  it('shows why a report cannot be read, does not go on, and reads it again', async () => {
    const columns = jest.fn().mockRejectedValueOnce({ body: { message: 'The report is gone.' } });
    columns.mockResolvedValueOnce({
      reportName: 'Onboarding',
      columns: [{ name: 'Email', type: 'text', samples: [] }]
    });
    const element = screen({ data: dataWith({ columns }) });
    await settle();
    await settle();
    expect(one(element, 'c-report-choice')).toMatchObject({ columns: { problem: { message: 'The report is gone.' } } });
    expect(element.check()).toContain('Choose a report that can be read');
    send(one(element, 'c-report-choice'), 'retry');
    await settle();
    expect(element.check()).toBe('');
  });
});
