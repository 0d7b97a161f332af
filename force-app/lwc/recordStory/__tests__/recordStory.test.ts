import recordStory from '@salesforce/apex/DashboardController.recordStory';
import RecordStory from 'c/recordStory';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/DashboardController.recordStory', () => ({ default: jest.fn() }), { virtual: true });

const told = recordStory as unknown as jest.Mock;
const item = {
  integrationId: 'a01',
  integrationName: 'Onboarding',
  keyFieldLabel: 'Email',
  keyValue: 'a@example.com',
  at: '2026-11-22T09:00:00Z',
  outcome: 'Updated',
  line: 12,
  reason: 'The last run updated this record.',
  changes: [{ line: 12, changes: [{ field: 'Title', before: null, after: 'Boss' }] }]
};

beforeEach(() => told.mockReset().mockResolvedValue([item]));
afterEach(clear);

async function showStory() {
  const element = show('c-record-story', RecordStory, { recordId: '003000000000001AAA' });
  await settle();
  return element;
}

describe('c-record-story', () => {
  it('tells what the last run did, when, by which key, with values before and after', async () => {
    const element = show('c-record-story', RecordStory, { recordId: '003000000000001AAA' });
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(told).toHaveBeenCalledWith({ recordId: '003000000000001AAA' });
    expect(textOf(element)).toContain('Email: a@example.com, line 12 of the report');
    expect(one<HTMLElement>(element, 'del').textContent).toBe('Before–');
    expect(one<HTMLElement>(element, 'ins').textContent).toBe('AfterBoss');
    await expect(element).toBeAccessible();
  });

  it('says that it was not updated, and why', async () => {
    told.mockResolvedValue([{ ...item, outcome: 'NoKey', reason: 'Email is empty.', keyValue: null, changes: [] }]);
    const element = await showStory();
    expect(textOf(element)).toContain('Not updated');
    expect(textOf(element)).toContain('Email is empty.');
  });

  it('says that nothing targets such records', async () => {
    told.mockResolvedValue([]);
    expect(textOf(await showStory())).toContain('No integration brings values onto this kind of record.');
  });

  it('says why it could not tell, and tries again', async () => {
    told.mockRejectedValueOnce({ body: { message: 'You lack the permission set.' } });
    const element = await showStory();
    one<HTMLElement>(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(textOf(element)).toContain('Onboarding');
  });
});
