import read from '@salesforce/apex/IntegrationController.read';
import save from '@salesforce/apex/IntegrationController.save';
import templates from '@salesforce/apex/ReportController.templates';
import IntegrationWizard from 'c/integrationWizard';
import { forget, mayLeave } from 'c/wizardLeave';
import { act, inputOf, type Action, type Draft } from 'c/wizardState';
import { all, clear, details, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { draftWith, send, templateWith } from '../../wizardState/__tests__/fixtures';

jest.mock('@salesforce/apex/IntegrationController.read', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/IntegrationController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/ReportController.templates', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/wizardLeave', () => ({ ...jest.requireActual('c/wizardLeave'), mayLeave: jest.fn() }));

type Screen = HTMLElement & { check(): string; draft: Draft };
type Footer = HTMLElement & { problem: string; saving: boolean; last: boolean };

const reading = read as unknown as jest.Mock;
const saving = save as unknown as jest.Mock;
const leaving = mayLeave as unknown as jest.Mock;
const SAVED = inputOf(draftWith({ id: 'a01' }));

async function wizard(properties: object = {}): Promise<HTMLElement> {
  const element = show('c-integration-wizard', IntegrationWizard, properties);
  await settle();
  return element;
}

const screen = (element: HTMLElement): Screen => one<Screen>(element, '[data-screen]');
const footer = (element: HTMLElement): Footer => one<Footer>(element, 'c-wizard-footer');
const nameOf = (element: HTMLElement): string => screen(element).tagName.toLowerCase();

async function happen(element: HTMLElement, action: Action): Promise<void> {
  act(screen(element), action);
  await settle();
}

/** Presses a button of the footer, after making the screen content or not. */
async function press(element: HTMLElement, name: string, detail?: unknown, problem = ''): Promise<void> {
  Object.defineProperty(screen(element), 'check', { value: () => problem, configurable: true });
  send(footer(element), name, detail);
  await settle();
}

/** Whether closing the browser's tab would be asked about. */
function isGuarded(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

beforeEach(() => {
  jest.resetAllMocks();
  reading.mockResolvedValue(SAVED);
  saving.mockResolvedValue('a09');
  Element.prototype.scrollIntoView = jest.fn();
});
afterEach(() => {
  clear();
  ['', 'a01'].forEach(forget);
});

describe('moving', () => {
  it('begins a new integration at the first screen', async () => {
    const element = await wizard();
    expect(nameOf(element)).toBe('c-wizard-environment');
    expect(one(element, 'h1').textContent).toBe('New integration');
    expect(reading).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('opens one that exists at the last screen, with everything loaded', async () => {
    const element = await wizard({ integrationId: 'a01' });
    expect(reading).toHaveBeenCalledWith({ integrationId: 'a01' });
    expect(nameOf(element)).toBe('c-wizard-fields');
    expect(one(element, 'h1').textContent).toBe('Edit Onboarding to contacts');
    expect(inputOf(screen(element).draft)).toEqual(SAVED);
    expect(footer(element).last).toBe(true);
  });

  it('goes on from a screen that has what it needs, and takes the focus to the new heading', async () => {
    const element = await wizard();
    await press(element, 'continue', undefined, 'Choose the environment.');
    expect(footer(element).problem).toBe('Choose the environment.');
    expect(nameOf(element)).toBe('c-wizard-environment');
    await press(element, 'continue');
    expect(nameOf(element)).toBe('c-wizard-report');
    expect(footer(element).problem).toBe('');
    expect(element.shadowRoot!.activeElement).toBe(one(element, 'h2'));
    expect(one(element, 'h2').textContent).toBe('Report and object');
  });

  it('keeps everything on the way back and forth', async () => {
    const element = await wizard();
    await happen(element, { type: 'environmentChosen', environmentName: 'Test' });
    await press(element, 'continue');
    await happen(element, { type: 'reportChosen', reportId: 'nps', reportName: 'NPS' });
    await press(element, 'back');
    expect(nameOf(element)).toBe('c-wizard-environment');
    await press(element, 'continue');
    expect(screen(element).draft).toMatchObject({ environmentName: 'Test', reportId: 'nps' });
  });

  it('goes by its steps: back freely, on only from a screen that has what it needs', async () => {
    const element = await wizard({ integrationId: 'a01' });
    send(one(element, 'c-wizard-steps'), 'step', 0);
    await settle();
    expect(nameOf(element)).toBe('c-wizard-environment');
    Object.defineProperty(screen(element), 'check', { value: () => 'No.' });
    send(one(element, 'c-wizard-steps'), 'step', 2);
    await settle();
    expect(nameOf(element)).toBe('c-wizard-environment');
    expect(footer(element).problem).toBe('No.');
  });

  it('locks the fields again while one side is missing', async () => {
    const element = await wizard({ integrationId: 'a01' });
    expect(one(element, 'c-wizard-steps')).toMatchObject({ furthest: 2 });
    await happen(element, { type: 'reportChosen', reportId: '', reportName: '' });
    expect(one(element, 'c-wizard-steps')).toMatchObject({ furthest: 1 });
  });

  it('forgets what held it up as soon as something changes', async () => {
    const element = await wizard();
    await press(element, 'continue', undefined, 'No.');
    await happen(element, { type: 'sourceChosen', sourceKind: 'Csv' });
    expect(footer(element).problem).toBe('');
  });

  it('starts from a use case', async () => {
    (templates as unknown as jest.Mock).mockResolvedValue([templateWith()]);
    const element = await wizard({ templateId: 'nps' });
    expect(screen(element).draft).toMatchObject({ templateId: 'nps', objectApiName: 'Contact' });
  });

  it('says what failed on opening, and tries again', async () => {
    reading.mockRejectedValueOnce({ body: { message: 'It does not exist any more.' } });
    const element = await wizard({ integrationId: 'a01' });
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'It does not exist any more.' } });
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(nameOf(element)).toBe('c-wizard-fields');
  });
});

describe('saving', () => {
  it('saves, says so, and hands over whether a preview is to follow', async () => {
    for (const preview of [false, true]) {
      const element = await wizard({ integrationId: 'a01' });
      const saved = details(element, 'saved');
      const toasts = details<{ title: string }>(element, 'lightning__showtoast');
      await press(element, 'save', preview);
      expect(saving).toHaveBeenLastCalledWith({ input: SAVED });
      expect(saved).toEqual([{ integrationId: 'a09', preview }]);
      expect(toasts).toMatchObject([{ title: 'Onboarding to contacts is saved' }]);
      expect(isGuarded()).toBe(false);
    }
  });

  it('does not save what is not ready, nor twice', async () => {
    const element = await wizard({ integrationId: 'a01' });
    await press(element, 'save', false, 'Give it a name.');
    expect(saving).not.toHaveBeenCalled();
    saving.mockReturnValue(new Promise(() => undefined));
    await press(element, 'save', false);
    await press(element, 'save', false);
    expect(saving).toHaveBeenCalledTimes(1);
    expect(footer(element).saving).toBe(true);
  });

  it('says why it could not, and keeps everything', async () => {
    saving.mockRejectedValue({ body: { message: 'The report has no column “A”.' } });
    const element = await wizard({ integrationId: 'a01' });
    const saved = details(element, 'saved');
    await happen(element, { type: 'nameChanged', name: 'Mine' });
    await press(element, 'save', false);
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'The report has no column “A”.' } });
    const { contexts } = (Element.prototype.scrollIntoView as jest.Mock).mock;
    expect(contexts).toContain(one(element, '[data-problem]'));
    expect(saved).toEqual([]);
    expect(screen(element).draft.name).toBe('Mine');
    expect(footer(element).saving).toBe(false);
  });
});

describe('leaving', () => {
  it('goes at once where nothing was changed', async () => {
    const element = await wizard({ integrationId: 'a01' });
    const cancelled = details(element, 'cancel');
    expect(isGuarded()).toBe(false);
    send(footer(element), 'cancel');
    await settle();
    expect(leaving).not.toHaveBeenCalled();
    expect(cancelled).toHaveLength(1);
  });

  it('asks where something would be lost', async () => {
    const element = await wizard({ integrationId: 'a01' });
    const cancelled = details(element, 'cancel');
    await happen(element, { type: 'nameChanged', name: 'Mine' });
    expect(isGuarded()).toBe(true);
    leaving.mockResolvedValueOnce(false);
    send(footer(element), 'cancel');
    await settle();
    expect(cancelled).toEqual([]);
    leaving.mockResolvedValueOnce(true);
    send(footer(element), 'cancel');
    await settle();
    expect(cancelled).toHaveLength(1);
    element.remove();
    expect(screen(await wizard({ integrationId: 'a01' })).draft.name).toBe(SAVED.name);
  });

  it('brings a draft back that was left without an answer, until somebody starts over', async () => {
    const left = await wizard({ integrationId: 'a01' });
    await happen(left, { type: 'nameChanged', name: 'Mine' });
    left.remove();
    expect(isGuarded()).toBe(false);
    const element = await wizard({ integrationId: 'a01' });
    expect(screen(element).draft.name).toBe('Mine');
    expect(textOf(element)).toContain('Your unsaved changes are back.');
    expect(isGuarded()).toBe(true);
    all(element, 'p lightning-button')[0].click();
    await settle();
    expect(screen(element).draft.name).toBe(SAVED.name);
    expect(textOf(element)).not.toContain('Your unsaved changes are back.');
  });
});
