import WizardFields from 'c/wizardFields';
import { reduce, type Draft } from 'c/wizardState';
import { all, clear, one, settle, show } from '../../runs/__tests__/fixtures';
import { COLUMNS, FIELDS, dataWith, draftWith, rowWith, send } from '../../wizardState/__tests__/fixtures';

type Screen = HTMLElement & { check(): string; draft: Draft };

/** The screen inside something that keeps the draft, as the wizard does. */
function screen(draft = draftWith(), data = dataWith()): Screen {
  const element = show('c-wizard-fields', WizardFields, { data, draft }) as unknown as Screen;
  element.addEventListener('wizardact', (event) => {
    element.draft = reduce(element.draft, (event as CustomEvent).detail);
  });
  return element;
}

async function pass(milliseconds = 400): Promise<void> {
  jest.advanceTimersByTime(milliseconds);
  await settle();
  await settle();
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  clear();
  jest.useRealTimers();
});

describe('opening', () => {
  it('reads both sides once, and judges the mappings', async () => {
    const data = dataWith();
    const element = screen(draftWith(), data);
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    expect(element.check()).toContain('Wait a moment');
    await pass();
    expect([data.columns, data.fields, data.verdicts].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    expect(data.suggest).not.toHaveBeenCalled();
    expect(one(element, 'c-mapping-list')).toMatchObject({ columns: COLUMNS, fields: FIELDS.slice(2) });
    expect(one(element, 'c-sample-changes')).toMatchObject({ ready: true });
    expect(element.check()).toBe('');
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('suggests mappings for a new pair of report and object, once', async () => {
    const mappings = [{ column: 'Notes', field: 'Description', reason: 'alike' }];
    const data = dataWith({ suggest: jest.fn().mockResolvedValue({ mappings }) });
    const element = screen(draftWith({ rows: [], isSuggested: false }), data);
    await pass();
    expect(data.suggest).toHaveBeenCalledWith({
      columns: COLUMNS,
      objectApiName: 'Contact',
      keyField: 'Email',
      templateId: ''
    });
    expect(element.draft.rows).toMatchObject([{ column: 'Notes', field: 'Description', suggestion: 'alike' }]);
    send(one(element, 'c-mapping-toolbar'), 'suggest');
    await pass();
    expect(data.suggest).toHaveBeenCalledTimes(2);
    expect(element.draft.rows).toHaveLength(1);
    expect(one(element, 'c-mapping-toolbar')).toMatchObject({ note: expect.stringContaining('Nothing more') });
    mappings.push({ column: 'Email', field: 'Completion__c', reason: 'alike' });
    send(one(element, 'c-mapping-toolbar'), 'suggest');
    await pass(0);
    expect(one(element, 'c-mapping-toolbar')).toMatchObject({ note: '1 mapping added. Check it before you save.' });
  });

  it('suggests anew for a use case, and lives without a suggestion', async () => {
    const data = dataWith({ suggest: jest.fn().mockRejectedValue(new Error('No.')) });
    const element = screen(draftWith(), data);
    await pass();
    element.draft = reduce(element.draft, { type: 'templateChosen', templateId: 'nps' });
    await pass();
    expect(data.suggest).toHaveBeenCalledWith(expect.objectContaining({ templateId: 'nps' }));
    expect(element.draft).toMatchObject({ isSuggested: true, rows: [rowWith()] });
  });

  it('says what failed, and reads anew', async () => {
    const columns = jest.fn().mockRejectedValueOnce({ body: { message: 'The report is gone.' } });
    const data = dataWith({ columns });
    const element = screen(draftWith(), data);
    await pass();
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'The report is gone.' } });
    columns.mockResolvedValueOnce({ reportName: 'Onboarding', columns: COLUMNS });
    send(one(element, 'c-problem-panel'), 'retry');
    await pass();
    expect(data.forget).toHaveBeenCalledWith('fields', 'columns', 'suggest', 'missing');
    expect(all(element, 'c-mapping-list')).toHaveLength(1);
  });
});

describe('judging', () => {
  it('asks once for several changes, and not for rows that are half blank', async () => {
    const data = dataWith();
    const element = screen(draftWith(), data);
    await pass();
    element.draft = reduce(element.draft, { type: 'rowAdded' });
    element.draft = reduce(element.draft, { type: 'rowChanged', rowId: 1, changes: { column: 'Notes' } });
    await pass(399);
    expect(data.verdicts).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(data.verdicts).toHaveBeenCalledTimes(2);
    expect(data.verdicts.mock.calls[1][0]).toMatchObject({ mappings: [{ column: 'Completion (%)' }] });
  });

  it('asks nothing where nothing is mapped', async () => {
    const data = dataWith();
    screen(draftWith({ rows: [] }), data);
    await pass();
    expect(data.verdicts).not.toHaveBeenCalled();
  });

  it('says when the mappings could not be judged', async () => {
    const data = dataWith({ verdicts: jest.fn().mockRejectedValue({ body: { message: 'No.' } }) });
    const element = screen(draftWith(), data);
    await pass();
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'No.' } });
  });
});

describe('saving', () => {
  it.each([
    [{ name: ' ' }, 'Give the integration a name.'],
    [{ rows: [rowWith(), rowWith({ rowId: 1, column: 'Notes' })] }, 'Some mappings cannot work.'],
    [{ rows: [rowWith({ field: '' })] }, 'Some mappings lack a column or a field.'],
    [{ rows: [] }, 'Map at least one column to a field.']
  ])('is held up by %j', async (changes: Partial<Draft>, sentence) => {
    const element = screen(draftWith(changes));
    await pass();
    expect(element.check()).toContain(sentence);
    await settle();
    expect(one(element, 'c-mapping-list')).toMatchObject({ checked: true });
  });

  it('is held up by a conflict that Apex found, and no sample is made', async () => {
    const verdict = { column: 'Completion (%)', field: 'Completion__c', verdict: 'conflict', message: 'Text.' };
    const element = screen(draftWith(), dataWith({ verdicts: jest.fn().mockResolvedValue([verdict]) }));
    await pass();
    expect(element.check()).toContain('Some mappings cannot work.');
    expect(one(element, 'c-sample-changes')).toMatchObject({ ready: false });
  });
});
