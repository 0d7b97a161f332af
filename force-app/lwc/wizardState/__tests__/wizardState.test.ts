import { EMPTY_DRAFT, act, differs, draftOf, inputOf, reduce, type Action, type Draft } from 'c/wizardState';
import type { IntegrationInput } from 'c/wizardTypes';
import { actionsOf, draftWith, rowWith } from './fixtures';

const after = (draft: Draft, ...actions: Action[]): Draft => actions.reduce(reduce, draft);

describe('choosing where to read', () => {
  it('forgets the report of another environment or source, and nothing else', () => {
    for (const action of [
      { type: 'environmentChosen', environmentName: 'Test' },
      { type: 'sourceChosen', sourceKind: 'Csv' }
    ] as const) {
      const draft = after(draftWith(), action);
      expect(draft).toMatchObject({ reportId: '', reportName: '', keyColumn: 'Email', rows: [rowWith()] });
    }
  });

  it('keeps everything when the same is chosen again', () => {
    const draft = draftWith();
    expect(after(draft, { type: 'environmentChosen', environmentName: 'Production' })).toBe(draft);
  });
});

describe('choosing report and object', () => {
  it('proposes a name until a person writes one', () => {
    const chosen = after(
      EMPTY_DRAFT,
      { type: 'reportChosen', reportId: 'nps', reportName: 'NPS' },
      { type: 'objectChosen', objectApiName: 'Contact', objectLabel: 'Contacts' }
    );
    expect(chosen.name).toBe('NPS to Contacts');
    const named = after(chosen, { type: 'nameChanged', name: 'Mine' });
    expect(after(named, { type: 'reportChosen', reportId: 'b', reportName: 'B' }).name).toBe('Mine');
  });

  it('cuts a proposed name to what the field takes', () => {
    const reportName = 'x'.repeat(100);
    const action: Action = { type: 'reportChosen', reportId: 'x', reportName };
    expect(after(draftWith({ name: '' }), action).name).toHaveLength(80);
  });

  it('forgets the fields of another object, but not those of the same', () => {
    const other = after(draftWith(), { type: 'objectChosen', objectApiName: 'Account', objectLabel: 'Accounts' });
    expect(other).toMatchObject({ keyColumn: 'Email', keyField: '', rows: [], isSuggested: false });
    const same = after(draftWith(), { type: 'objectChosen', objectApiName: 'Contact', objectLabel: 'Contacts' });
    expect(same).toMatchObject({ keyField: 'Email', rows: [rowWith()] });
  });

  it('takes suggested identifiers only where none is chosen', () => {
    const suggestion: Action = { type: 'keysSuggested', keyColumn: 'ID', keyField: 'Id' };
    expect(after(draftWith({ keyField: '' }), suggestion)).toMatchObject({ keyColumn: 'Email', keyField: 'Id' });
  });

  it('starts from a use case with its object', () => {
    const started = after(EMPTY_DRAFT, { type: 'templateChosen', templateId: 'nps', objectApiName: 'Contact' });
    expect(started).toMatchObject({ templateId: 'nps', objectApiName: 'Contact', isSuggested: false });
    const later = after(draftWith(), { type: 'templateChosen', templateId: 'nps' });
    expect(later).toMatchObject({ templateId: 'nps', keyField: 'Email', rows: [rowWith()] });
  });
});

describe('mapping', () => {
  it('adds, changes and removes rows, each by its own number', () => {
    const added = after(draftWith(), { type: 'rowAdded' }, { type: 'rowAdded' });
    expect(added.rows.map(({ rowId }) => rowId)).toEqual([0, 1, 2]);
    const changed = after(added, { type: 'rowChanged', rowId: 1, changes: { column: 'Notes' } });
    expect(changed.rows[1]).toMatchObject({ column: 'Notes', field: '', blankPolicy: 'Keep', truncate: false });
    const removed = after(changed, { type: 'rowRemoved', rowId: 0 });
    expect(removed.rows.map(({ rowId }) => rowId)).toEqual([1, 2]);
  });

  it('marks what is suggested until a person changes what is mapped', () => {
    const suggested = after(draftWith({ rows: [] }), {
      type: 'mappingsSuggested',
      mappings: [{ column: 'Notes', field: 'Description', reason: 'alike' }]
    });
    expect(suggested).toMatchObject({ isSuggested: true, rows: [{ rowId: 0, suggestion: 'alike' }] });
    const cut = after(suggested, { type: 'rowChanged', rowId: 0, changes: { truncate: true } });
    expect(cut.rows[0].suggestion).toBe('alike');
    const own = after(cut, { type: 'rowChanged', rowId: 0, changes: { field: 'Title' } });
    expect(own.rows[0].suggestion).toBe('');
  });

  it('never suggests over what a person mapped, nor one field twice', () => {
    const draft = after(draftWith({ rows: [rowWith(), rowWith({ rowId: 7, column: '', field: '' })] }), {
      type: 'mappingsSuggested',
      mappings: [
        { column: 'Other', field: 'Completion__c' },
        { column: 'Completion (%)', field: 'Other__c' },
        { column: 'Notes', field: 'Description' }
      ]
    });
    expect(draft.rows.map(({ column, field }) => [column, field])).toEqual([
      ['Completion (%)', 'Completion__c'],
      ['Notes', 'Description']
    ]);
  });
});

describe('saving', () => {
  it('leaves out rows that are wholly blank, and what only the wizard knows', () => {
    const input = inputOf(
      draftWith({ name: ' Mine ', rows: [rowWith(), rowWith({ rowId: 1, column: '', field: '' })] })
    );
    expect(input).toMatchObject({ name: 'Mine', mappings: [{ column: 'Completion (%)', field: 'Completion__c' }] });
    expect(Object.keys(input)).not.toEqual(expect.arrayContaining(['objectLabel']));
    expect(Object.keys(input.mappings[0])).toEqual(['column', 'field', 'blankPolicy', 'truncate']);
  });

  it('sends hour and day only with a schedule that has them', () => {
    const times = (scheduleKind: Draft['scheduleKind']): unknown[] => {
      const { scheduleHour, scheduleDay } = inputOf(draftWith({ scheduleKind }));
      return [scheduleHour, scheduleDay];
    };
    expect(times('Hourly')).toEqual([null, null]);
    expect(times('Daily')).toEqual([9, null]);
    expect(times('Weekly')).toEqual([9, 1]);
  });

  it('opens what was saved without a difference, and with usual values for what was never set', () => {
    const saved: IntegrationInput = { ...inputOf(draftWith({ id: 'a01' })), scheduleDay: null, mostRowsLost: null };
    const draft = draftOf(saved);
    expect(draft).toMatchObject({ id: 'a01', scheduleDay: 1, mostRowsLost: 50, isNameOwn: true, isSuggested: true });
    expect(differs(draft, draftOf(saved))).toBe(false);
    expect(differs(after(draft, { type: 'optionsChanged', changes: { onAmbiguous: 'All' } }), draft)).toBe(true);
    expect(differs(after(draft, { type: 'rowAdded' }), draft)).toBe(false);
  });
});

it('carries actions out of any component', () => {
  const outer = document.createElement('div');
  const inner = outer.appendChild(document.createElement('div'));
  const actions = actionsOf(outer);
  act(inner, { type: 'rowAdded' });
  expect(actions).toEqual([{ type: 'rowAdded' }]);
});
