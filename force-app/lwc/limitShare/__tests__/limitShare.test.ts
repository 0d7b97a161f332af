import LimitShare from 'c/limitShare';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const titleOf = (element: HTMLElement): string => one<HTMLElement>(element, '.share').title.replace(/\s/g, ' ');

describe('c-limit-share', () => {
  it('says the share, and the figures behind it', async () => {
    const element = show('c-limit-share', LimitShare, { used: 7200, limit: 60_000, unit: 'millisecond' });
    expect(textOf(element)).toBe('12%');
    expect(titleOf(element)).toBe('7,200 ms of 60,000 ms');
    expect(all(element, 'lightning-icon')).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it('says with an icon that a limit is near', async () => {
    const element = show('c-limit-share', LimitShare, { used: 70, limit: 100 });
    expect(one(element, 'lightning-icon')).toMatchObject({ alternativeText: 'Near the limit' });
    expect(titleOf(element)).toBe('70 of 100');
    await expect(element).toBeAccessible();
  });

  it('never shows something as nothing', () => {
    expect(textOf(show('c-limit-share', LimitShare, { used: 1, limit: 50_000 }))).toBe('1%');
    clear();
    expect(textOf(show('c-limit-share', LimitShare, { used: 0, limit: 50_000 }))).toBe('0%');
  });
});
