import IntegrationState from 'c/integrationState';
import { clear, integrationWith, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const stateOf = (changes: Parameters<typeof integrationWith>[0]) =>
  show('c-integration-state', IntegrationState, { integration: integrationWith(changes) });

describe('c-integration-state', () => {
  it.each([
    [{ state: 'Active' }, 'Active', 'utility:check'],
    [{ state: 'Paused' }, 'Paused', 'utility:pause']
  ])('%j reads %s', (changes, text, iconName) => {
    const element = stateOf(changes);
    expect(textOf(element)).toBe(text);
    expect(one(element, 'lightning-icon')).toMatchObject({ iconName });
  });

  it('says why the package paused it', async () => {
    const element = stateOf({ state: 'Paused', pauseReason: 'The column Score is gone.' });
    expect(textOf(element)).toBe('Paused automaticallyThe column Score is gone.');
    await expect(element).toBeAccessible();
  });
});
