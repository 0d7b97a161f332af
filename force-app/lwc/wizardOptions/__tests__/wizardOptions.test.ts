import WizardOptions from 'c/wizardOptions';
import { all, clear, one, settle, show } from '../../runs/__tests__/fixtures';
import { dataWith, draftWith, send } from '../../wizardState/__tests__/fixtures';

type Section = HTMLElement & { label: string };
const options = (changes: object = {}, data = dataWith()) =>
  show('c-wizard-options', WizardOptions, { draft: draftWith(changes), data });
const labels = (element: HTMLElement): string[] =>
  all<Section>(element, 'lightning-accordion-section').map(({ label }) => label);

afterEach(clear);

describe('c-wizard-options', () => {
  it('can be read folded', async () => {
    const element = options();
    expect(labels(element)).toEqual([
      'Schedule: Daily at 09:00 UTC',
      'Safety options',
      'Alerts',
      'Automation on this object'
    ]);
    expect(labels(options({ scheduleKind: 'Hourly' }))[0]).toBe('Schedule: Every hour');
    await expect(element).toBeAccessible();
  });

  it('asks for automation only when it is looked at', async () => {
    const data = dataWith();
    const element = options({}, data);
    await settle();
    expect(data.automation).not.toHaveBeenCalled();
    send(one(element, 'lightning-accordion'), 'sectiontoggle', { openSections: ['schedule', 'automation'] });
    await settle();
    expect(data.automation).toHaveBeenCalledWith('Contact');
  });
});
