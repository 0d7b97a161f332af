import recordsNotInReport from '@salesforce/apex/DashboardController.recordsNotInReport';
import Reconciliation from 'c/reconciliation';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/DashboardController.recordsNotInReport', () => ({ default: jest.fn() }), { virtual: true });

const counted = recordsNotInReport as unknown as jest.Mock;
const rows = [
  { integrationId: 'a01', name: 'Onboarding', runId: 'r1', unmatchedRows: 1200, blankKeys: 3, rowsRead: 5000 }
];

beforeEach(() => counted.mockReset());
afterEach(clear);

const buttons = (element: HTMLElement) => all(element, 'button');

describe('c-reconciliation', () => {
  it('shows keys without a record, and opens the run that found them', async () => {
    const element = show('c-reconciliation', Reconciliation, { rows });
    const opened = details<object>(element, 'open');
    expect(textOf(element)).toContain('1,200');
    buttons(element)[0].click();
    expect(opened).toEqual([{ integrationId: 'a01', name: 'Onboarding', runId: 'r1', outcome: 'Unmatched' }]);
    await expect(element).toBeAccessible();
  });

  it('counts records that are not in the report when asked', async () => {
    counted.mockResolvedValue({ recordsWithKey: 6000, missing: 2200, exact: true, more: false });
    const element = show('c-reconciliation', Reconciliation, { rows });
    buttons(element)[1].click();
    await Promise.resolve();
    expect(textOf(element)).toContain('Counting…');
    await settle();
    expect(counted).toHaveBeenCalledWith({ integrationId: 'a01' });
    expect(textOf(element)).toContain('2,200 of 6,000');
    await expect(element).toBeAccessible();
  });

  it.each([
    [{ exact: false, more: false }, 'About 2,200 of 6,000'],
    [{ exact: true, more: true }, 'At least 2,200 of more than 6,000']
  ])('says how sure the figure is: %j', async (certainty, text) => {
    counted.mockResolvedValue({ recordsWithKey: 6000, missing: 2200, ...certainty });
    const element = show('c-reconciliation', Reconciliation, { rows });
    buttons(element)[1].click();
    await settle();
    expect(textOf(element)).toContain(text);
  });

  it('shows those with the most rows without a record first', () => {
    const fewer = { ...rows[0], integrationId: 'a00', name: 'Fewer', unmatchedRows: 7 };
    const element = show('c-reconciliation', Reconciliation, { rows: [fewer, ...rows] });
    expect(all(element, 'tbody th').map((cell) => cell.textContent)).toEqual(['Onboarding', 'Fewer']);
    expect(textOf(element)).toContain('1,200 of 5,000');
  });

  it('says why it could not count', async () => {
    counted.mockRejectedValue({ body: { message: 'The object is gone.' } });
    const element = show('c-reconciliation', Reconciliation, { rows });
    buttons(element)[1].click();
    await settle();
    expect(textOf(element)).toContain('The object is gone.');
  });

  it('says that nothing has completed yet', async () => {
    const element = show('c-reconciliation', Reconciliation, { rows: [] });
    expect(one(element, 'c-dashboard-card')).toMatchObject({ empty: 'No integration has completed a run yet.' });
    await expect(element).toBeAccessible();
  });
});
