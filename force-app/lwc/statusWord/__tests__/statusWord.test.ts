import StatusWord from 'c/statusWord';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-status-word', () => {
  it('says a status by its icon and by its word', async () => {
    const look = { label: 'Failed', icon: 'utility:ban', variant: 'error' };
    const element = show('c-status-word', StatusWord, { look });
    expect(textOf(element)).toContain('Failed');
    expect(one<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe('utility:ban');
    await expect(element).toBeAccessible();
  });

  it('says nothing before there is a status', () => {
    expect(all(show('c-status-word', StatusWord, {}), 'lightning-icon')).toHaveLength(0);
  });
});
