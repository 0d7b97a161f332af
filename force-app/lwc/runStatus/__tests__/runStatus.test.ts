import RunStatus from 'c/runStatus';
import { clear, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-run-status', () => {
  it.each([
    ['Completed', 'utility:success', 'success'],
    ['Completed with errors', 'utility:warning', 'warning'],
    ['Failed', 'utility:error', 'error']
  ])('shows %s as word, icon and colour', async (status, icon, variant) => {
    const element = show('c-run-status', RunStatus, { status });
    expect(textOf(element)).toBe(status);
    expect(one(element, 'lightning-icon')).toMatchObject({ iconName: icon, variant });
    await expect(element).toBeAccessible();
  });
});
