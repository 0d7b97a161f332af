import AttentionStrip from 'c/attentionStrip';
import type { AttentionEntry } from 'c/attention';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

const entry = (key: string): AttentionEntry => ({
  key,
  subject: `Integration ${key}`,
  status: 'Failed',
  icon: 'utility:error',
  variant: 'error',
  message: 'The report is gone.',
  actions: [{ name: 'log', label: 'View log' }],
  integrationId: key
});

afterEach(clear);

describe('c-attention-strip', () => {
  it('says what is wrong with what, and hands on what is pressed', async () => {
    const element = show('c-attention-strip', AttentionStrip, { entries: [entry('one')] });
    const acts = details(element, 'act');
    expect(textOf(element)).toContain('Integration oneFailedThe report is gone.');
    const button = one<HTMLButtonElement>(element, '[data-action="log"]');
    expect(button.getAttribute('aria-label')).toBe('View log: Integration one');
    button.click();
    expect(acts).toEqual([{ action: 'log', entry: entry('one') }]);
    await expect(element).toBeAccessible();
  });

  it('shows three at first, and all when asked', async () => {
    const entries = ['one', 'two', 'three', 'four', 'five'].map(entry);
    const element = show('c-attention-strip', AttentionStrip, { entries });
    expect(all(element, 'li')).toHaveLength(3);
    const fold = one<HTMLButtonElement>(element, '.fold');
    expect(fold.textContent).toBe('Show 2 more');
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    fold.click();
    await settle();
    expect(all(element, 'li')).toHaveLength(5);
    expect(fold.textContent).toBe('Show fewer');
  });
});
