import recordsNotInReport from '@salesforce/apex/DashboardController.recordsNotInReport';
import Reconciliation from 'c/reconciliation';
import { all, clear, details, settle, show, textOf } from '../../runs/__tests__/fixtures';

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
    expect(opened).toEqual([{ integrationId: 'a01', name: 'Onboarding', runId: 'r1' }]);
    await expect(element).toBeAccessible();
  });

  it('counts records that are not in the report when asked', async () => {
    counted.mockResolvedValue({ recordsWithKey: 6000, rowsWithRecord: 3800, atLeast: 2200, more: false });
    const element = show('c-reconciliation', Reconciliation, { rows });
    buttons(element)[1].click();
    await Promise.resolve();
    expect(textOf(element)).toContain('Counting…');
    await settle();
    expect(counted).toHaveBeenCalledWith({ integrationId: 'a01' });
    expect(textOf(element)).toContain('At least 2,200 of 6,000');
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
    expect(textOf(element)).toContain('No integration has completed a run yet.');
    await expect(element).toBeAccessible();
  });
});
