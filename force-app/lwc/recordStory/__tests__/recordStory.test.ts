import integrationsOf from '@salesforce/apex/DashboardController.integrationsOf';
import recordStory from '@salesforce/apex/DashboardController.recordStory';
import RecordStory from 'c/recordStory';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/DashboardController.integrationsOf', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/DashboardController.recordStory', () => ({ default: jest.fn() }), { virtual: true });

const known = integrationsOf as unknown as jest.Mock;
const integrations = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `a${index}`, name: `Integration ${index}` }));

beforeEach(() => {
  known.mockReset().mockResolvedValue(integrations(2));
  (recordStory as unknown as jest.Mock).mockResolvedValue({ keyFieldLabel: 'Email', outcome: 'NotRun', changes: [] });
});
afterEach(clear);

async function showStory() {
  const element = show('c-record-story', RecordStory, { recordId: '003000000000001AAA' });
  await settle();
  return element;
}

describe('c-record-story', () => {
  it('names the integrations at once, and lets each tell its part', async () => {
    const element = show('c-record-story', RecordStory, { recordId: '003000000000001AAA' });
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(known).toHaveBeenCalledWith({ recordId: '003000000000001AAA' });
    const items = all(element, 'c-record-story-item') as unknown as Record<string, string>[];
    expect(items.map(({ recordId, integrationId, name }) => [recordId, integrationId, name])).toEqual([
      ['003000000000001AAA', 'a0', 'Integration 0'],
      ['003000000000001AAA', 'a1', 'Integration 1']
    ]);
    expect(all(element, 'button')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('shows ten at a time where there are many, and leaves none out', async () => {
    known.mockResolvedValue(integrations(23));
    const element = await showStory();
    expect(all(element, 'c-record-story-item')).toHaveLength(10);
    one<HTMLButtonElement>(element, 'button').click();
    await settle();
    expect(all(element, 'c-record-story-item')).toHaveLength(20);
    expect(one<HTMLElement>(element, 'button').textContent).toBe('Show 3 more integrations');
    one<HTMLButtonElement>(element, 'button').click();
    await settle();
    expect(all(element, 'c-record-story-item')).toHaveLength(23);
    expect(all(element, 'button')).toHaveLength(0);
  });

  it('is accessible with the button for more', async () => {
    known.mockResolvedValue(integrations(11));
    await expect(await showStory()).toBeAccessible();
  });

  it('says that nothing targets such records', async () => {
    known.mockResolvedValue([]);
    const element = await showStory();
    expect(textOf(element)).toContain('No integration brings values onto this kind of record.');
    await expect(element).toBeAccessible();
  });

  it('says why it could not tell, and tries again', async () => {
    known.mockRejectedValueOnce({ body: { message: 'You lack the permission set.' } });
    const element = await showStory();
    one<HTMLElement>(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'c-record-story-item')).toHaveLength(2);
  });
});
