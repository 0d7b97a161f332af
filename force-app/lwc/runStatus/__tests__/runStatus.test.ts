import RunStatus from 'c/runStatus';
import type { StatusLook } from 'c/runs';
import { clear, one, show } from '../../runs/__tests__/fixtures';

type Looking = HTMLElement & { look: StatusLook };

afterEach(clear);

describe('c-run-status', () => {
  it.each([
    ['Completed', 'utility:success', 'success'],
    ['Completed with errors', 'utility:warning', 'warning'],
    ['Failed', 'utility:error', 'error']
  ])('shows %s as word, icon and colour', async (status, icon, variant) => {
    const element = show('c-run-status', RunStatus, { status });
    expect(one<Looking>(element, 'c-status-word').look).toEqual({ label: status, icon, variant });
    await expect(element).toBeAccessible();
  });
});
