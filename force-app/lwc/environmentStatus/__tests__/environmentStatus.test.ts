import EnvironmentStatus from 'c/environmentStatus';
import { clear, environmentWith, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-environment-status', () => {
  it('says the state in a word beside its icon', async () => {
    const environment = environmentWith({ status: 'Failing' });
    const element = show('c-environment-status', EnvironmentStatus, { environment });
    expect(textOf(element)).toBe('Not working');
    expect(one(element, 'lightning-icon')).toMatchObject({ iconName: 'utility:error', variant: 'error' });
    await expect(element).toBeAccessible();
  });
});
