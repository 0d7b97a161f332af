import WizardFooter from 'c/wizardFooter';
import { all, clear, details, show, textOf } from '../../runs/__tests__/fixtures';

type Button = HTMLElement & { label: string; disabled?: boolean };

const footer = (changes: object = {}) =>
  show('c-wizard-footer', WizardFooter, { step: 0, ready: {}, problem: '', ...changes });
const labelsOf = (element: HTMLElement): string[] => all<Button>(element, 'lightning-button').map(({ label }) => label);
const press = (element: HTMLElement, label: string): void =>
  all<Button>(element, 'lightning-button')
    .find((button) => button.label === label)!
    .click();

afterEach(clear);

describe('c-wizard-footer', () => {
  it('offers what makes sense on each screen', async () => {
    expect(labelsOf(footer())).toEqual(['Cancel', 'Continue']);
    expect(labelsOf(footer({ step: 1 }))).toEqual(['Cancel', 'Back', 'Continue']);
    const last = footer({ step: 2, last: true });
    expect(labelsOf(last)).toEqual(['Cancel', 'Back', 'Save and preview', 'Save']);
    await expect(last).toBeAccessible();
  });

  it('tells what was pressed', () => {
    const element = footer({ step: 2, last: true });
    const heard = ['cancel', 'back', 'save'].map((name) => details(element, name));
    ['Cancel', 'Back', 'Save and preview', 'Save'].forEach((label) => press(element, label));
    expect(heard).toEqual([[null], [null], [true, false]]);
    const first = footer();
    const on = details(first, 'continue');
    press(first, 'Continue');
    expect(on).toHaveLength(1);
  });

  it('says why it does not go on', async () => {
    const element = footer({ problem: 'Choose a report.' });
    expect(textOf(element)).toContain('Choose a report.');
    await expect(element).toBeAccessible();
  });

  it('waits while it loads or saves', () => {
    const disabled = (element: HTMLElement) =>
      all<Button>(element, 'lightning-button')
        .filter((button) => button.disabled)
        .map(({ label }) => label);
    expect(disabled(footer({ ready: undefined }))).toEqual(['Continue']);
    expect(disabled(footer({ step: 2, last: true, saving: true }))).toEqual([
      'Cancel',
      'Back',
      'Save and preview',
      'Saving…'
    ]);
  });
});
