import ReportFacts from 'c/reportFacts';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';
import { COLUMNS, send } from '../../wizardState/__tests__/fixtures';

const facts = (changes: object = {}) => show('c-report-facts', ReportFacts, { chosen: 'onboarding', ...changes });

afterEach(clear);

describe('c-report-facts', () => {
  it('says how many rows and columns there are, and how old they are', async () => {
    const value = { reportName: 'A', rowCount: 1200, refreshedAt: '2026-11-22T09:00:00Z', columns: COLUMNS };
    const element = facts({ columns: { value } });
    expect(textOf(element)).toContain('1,200 rows · 3 columns');
    expect(one(element, 'lightning-relative-date-time')).toMatchObject({ value: Date.parse('2026-11-22T09:00:00Z') });
    await expect(element).toBeAccessible();
  });

  it('takes the age from the list where the report does not say it, or leaves it out', () => {
    const columns = { value: { reportName: 'A', rowCount: null, columns: COLUMNS.slice(0, 1) } };
    expect(textOf(facts({ columns }))).toBe('1 column');
    expect(all(facts({ columns, listedAt: '2026-11-22T09:00:00Z' }), 'lightning-relative-date-time')).toHaveLength(1);
  });

  it('says of an estimate that it is one', () => {
    const value = { reportName: 'A', rowCount: 1200, rowCountIsEstimate: true, columns: COLUMNS };
    expect(textOf(facts({ columns: { value } }))).toContain('about 1,200 rows');
  });

  it('says so when there are no rows, nothing is chosen, or it is being read', () => {
    const value = { reportName: 'A', rowCount: 0, columns: COLUMNS };
    expect(textOf(facts({ columns: { value } }))).toContain('The report has no rows at present.');
    expect(textOf(facts({ chosen: '' }))).toContain('Choose the report whose values are to arrive.');
    expect(textOf(facts({ columns: { isPending: true } }))).toContain('Reading the report…');
  });

  it('says why a report cannot be used, and has it read again', async () => {
    const element = facts({ columns: { problem: { message: 'Two columns are named “A”.' } } });
    const retried = details(element, 'retry');
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'Two columns are named “A”.' } });
    send(one(element, 'c-problem-panel'), 'retry');
    expect(retried).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
