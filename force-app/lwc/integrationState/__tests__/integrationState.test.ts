import IntegrationState from 'c/integrationState';
import { clear, integrationWith, one, runWith, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const stateOf = (changes: Parameters<typeof integrationWith>[0]) =>
  show('c-integration-state', IntegrationState, { integration: integrationWith(changes) });

const lookOf = (element: HTMLElement) =>
  one<HTMLElement & { look: { label: string; icon: string } }>(element, 'c-status-word').look;

describe('c-integration-state', () => {
  it.each([
    [{ state: 'Active' }, 'Active', 'utility:check'],
    [{ state: 'Paused' }, 'Paused', 'utility:pause']
  ])('%j reads %s', (changes, text, iconName) => {
    const element = stateOf(changes);
    expect(lookOf(element)).toMatchObject({ label: text, icon: iconName });
    expect(textOf(element)).toBe('');
  });

  it('says why a copy waits', () => {
    const element = stateOf({ state: 'Paused', pauseReason: 'This is a copy.', lastRun: null });
    expect(textOf(element)).toBe('This is a copy.');
  });

  it('says why a run paused it', async () => {
    const lastRun = runWith({ status: 'Failed' });
    const element = stateOf({ state: 'Paused', pauseReason: 'The column Score is gone.', lastRun });
    expect(lookOf(element)).toMatchObject({ label: 'Paused automatically', icon: 'utility:warning' });
    expect(textOf(element)).toBe('The column Score is gone.');
    await expect(element).toBeAccessible();
  });
});
