import WizardSteps from 'c/wizardSteps';
import { all, clear, details, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-wizard-steps', () => {
  it('shows where the wizard is, and leads to steps that were reached', async () => {
    const element = show('c-wizard-steps', WizardSteps, { step: 1, furthest: 1 });
    const steps = details(element, 'step');
    const buttons = all<HTMLButtonElement>(element, 'button');
    expect(buttons.map((button) => button.getAttribute('aria-current'))).toEqual([null, 'step', null]);
    expect(buttons.map(({ disabled }) => disabled)).toEqual([false, false, true]);
    buttons.forEach((button) => button.click());
    expect(steps).toEqual([0]);
    await expect(element).toBeAccessible();
  });
});
