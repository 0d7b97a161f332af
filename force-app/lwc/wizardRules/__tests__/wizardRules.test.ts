import { environmentBlocker, reportBlocker, rowVerdicts, targetFields } from 'c/wizardRules';
import type { Draft } from 'c/wizardState';
import { COLUMNS, FIELDS, draftWith, environmentWith, orgWith, rowWith } from '../../wizardState/__tests__/fixtures';

describe('screen 1', () => {
  it('is passed with all permissions and a connected environment', () => {
    expect(environmentBlocker(draftWith(), orgWith())).toBe('');
  });

  it('names a missing permission, a missing choice and a missing account', () => {
    expect(environmentBlocker(draftWith(), orgWith({ canConfigure: false }))).toContain('You lack a permission');
    expect(environmentBlocker(draftWith({ environmentName: null }), orgWith())).toContain('Choose the WalkMe');
    expect(environmentBlocker(draftWith({ environmentName: 'Test' }), orgWith())).toContain('Connect Test first');
  });

  it('needs no account for a file, and lets a failing one try', () => {
    const draft = draftWith({ environmentName: 'Test', sourceKind: 'Upload' });
    expect(environmentBlocker(draft, orgWith())).toBe('');
    const environments = [environmentWith({ status: 'Failing' })];
    expect(environmentBlocker(draftWith(), orgWith({ environments }))).toBe('');
  });
});

describe('screen 2', () => {
  it.each([
    [{ reportId: '' }, 'Choose a report'],
    [{ objectApiName: '' }, 'Choose the Salesforce object'],
    [{ keyColumn: '' }, 'Choose the report column'],
    [{ keyColumn: 'Gone' }, 'The report has no column “Gone”'],
    [{ keyField: '' }, 'Choose the Salesforce field']
  ])('asks for what is missing: %j', (changes: Partial<Draft>, sentence) => {
    expect(reportBlocker(draftWith(changes), COLUMNS)).toContain(sentence);
  });

  it('is passed with all four, as long as the report can be read', () => {
    expect(reportBlocker(draftWith(), COLUMNS)).toBe('');
    expect(reportBlocker(draftWith(), undefined)).toContain('Choose a report that can be read');
  });
});

describe('screen 3', () => {
  const verdictOf = (row: Parameters<typeof rowWith>[0], more: Partial<Draft> = {}) =>
    rowVerdicts(draftWith({ rows: [rowWith(row)], ...more }), COLUMNS, FIELDS, [
      { column: 'Completion (%)', field: 'Completion__c', verdict: 'converted', message: 'Rounded.' }
    ]).get(0);

  it('offers every field that may be changed but the identifier', () => {
    expect(targetFields(FIELDS, 'Email').map(({ name }) => name)).toEqual(['Completion__c', 'Description']);
  });

  it('passes on what Apex found, or says that nothing is known yet', () => {
    expect(verdictOf({})).toEqual({ verdict: 'converted', message: 'Rounded.' });
    expect(verdictOf({ field: 'Description' })).toEqual({ verdict: 'unknown', message: '' });
  });

  it.each([
    [{ column: 'Gone' }, 'no column “Gone”'],
    [{ field: 'Gone__c' }, 'no field “Gone__c”'],
    [{ field: 'Email' }, 'Email finds the record'],
    [{ field: 'Id' }, 'You may not change Contact ID']
  ])('names a conflict at once: %j', (row, sentence) => {
    expect(verdictOf(row)).toEqual({ verdict: 'conflict', message: expect.stringContaining(sentence) });
  });

  it('names a field that two columns fill, on both rows', () => {
    const rows = [rowWith(), rowWith({ rowId: 1, column: 'Notes' })];
    const verdicts = rowVerdicts(draftWith({ rows }), COLUMNS, FIELDS, []);
    expect(verdicts.get(0)?.message).toBe('Completion is filled by Notes as well. Keep one of the two.');
    expect(verdicts.get(1)?.message).toContain('Completion (%)');
  });

  it('asks for the missing half of a row, and lets a blank row be', () => {
    expect(verdictOf({ field: '' })).toEqual({ verdict: 'blank', message: 'Choose a field.' });
    expect(verdictOf({ column: '' })).toEqual({ verdict: 'blank', message: 'Choose a column.' });
    expect(verdictOf({ column: '', field: '' })).toEqual({ verdict: 'blank', message: '' });
  });
});
