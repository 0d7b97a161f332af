import recordStory from '@salesforce/apex/DashboardController.recordStory';
import IntegrationLog from 'c/integrationLog';
import RecordStoryItem from 'c/recordStoryItem';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/DashboardController.recordStory', () => ({ default: jest.fn() }), { virtual: true });

const told = recordStory as unknown as jest.Mock;
const story = {
  runId: 'r1',
  keyFieldLabel: 'Email',
  keyValue: 'a@example.com',
  at: '2026-11-22T09:00:00Z',
  outcome: 'Updated',
  line: 12,
  reason: 'The last run updated this record.',
  changes: [{ line: 12, changes: [{ field: 'Title', before: null, after: 'Boss' }] }]
};
const properties = { recordId: '003000000000001AAA', integrationId: 'a01', name: 'Onboarding' };

beforeEach(() => told.mockReset().mockResolvedValue(story));
afterEach(clear);

async function showItem() {
  const element = show('c-record-story-item', RecordStoryItem, properties);
  await settle();
  return element;
}

const lookOf = (element: HTMLElement) =>
  one<HTMLElement & { look: { label: string; icon: string } }>(element, 'c-status-word').look;

describe('c-record-story-item', () => {
  it('tells what the last run did, when, by which key, with values before and after', async () => {
    const element = show('c-record-story-item', RecordStoryItem, properties);
    expect(textOf(element)).toContain('Looking through the log');
    await settle();
    expect(told).toHaveBeenCalledWith({ recordId: '003000000000001AAA', integrationId: 'a01' });
    expect(lookOf(element).label).toBe('Updated');
    expect(textOf(element)).toContain('Nov 22, 2026, 9:00:00 AM UTC');
    expect(textOf(element)).toContain('Email: a@example.com, line 12 of the report');
    expect(one<HTMLElement>(element, 'del').textContent).toBe('Before–');
    expect(one<HTMLElement>(element, 'ins').textContent).toBe('AfterBoss');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Unchanged', 'Nothing to update', 'utility:check'],
    ['NotInReport', 'Not in the report', 'utility:search'],
    ['Undone', 'Undone', 'utility:undo'],
    ['NotRun', 'Not run yet', 'utility:clock'],
    ['LogTooLong', 'Not known', 'utility:help'],
    ['Rejected', 'Rejected', 'utility:clear'],
    ['NoKey', 'Not updated', 'utility:warning']
  ])('tells %s by word and icon', async (outcome, label, icon) => {
    told.mockResolvedValue({ ...story, outcome, reason: 'Because.', keyValue: null, at: null, changes: [] });
    const element = await showItem();
    expect(lookOf(element)).toMatchObject({ label, icon });
    expect(textOf(element)).toContain('Because.');
    expect(textOf(element)).not.toContain('UTC');
    expect(all(element, 'ins')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('opens the log of that run', async () => {
    const opened = jest.spyOn(IntegrationLog, 'open').mockResolvedValue(undefined);
    const element = await showItem();
    const button = one<HTMLButtonElement>(element, 'button');
    expect(button.ariaLabel).toBe('View log of Onboarding');
    button.click();
    expect(opened).toHaveBeenCalledWith(expect.objectContaining({ integrationId: 'a01', runId: 'r1' }));
  });

  it('says why it could not tell, and tries again', async () => {
    told.mockRejectedValueOnce({ body: { message: 'You lack the permission set.' } });
    const element = await showItem();
    one<HTMLElement>(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(lookOf(element).label).toBe('Updated');
  });
});
