import EnvironmentStatus from 'c/environmentStatus';
import type { EnvironmentLook } from 'c/environments';
import { clear, environmentWith, one, show } from '../../runs/__tests__/fixtures';

type Looking = HTMLElement & { look: EnvironmentLook };

afterEach(clear);

describe('c-environment-status', () => {
  it('says the state in a word beside its icon', async () => {
    const environment = environmentWith({ status: 'Failing' });
    const element = show('c-environment-status', EnvironmentStatus, { environment });
    const look = { label: 'Not working', icon: 'utility:error', variant: 'error' };
    expect(one<Looking>(element, 'c-status-word').look).toMatchObject(look);
    await expect(element).toBeAccessible();
  });
});
