import IntegrationTable from 'c/integrationTable';
import { all, clear, details, integrationWith, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const show1 = (properties: object = {}) =>
  show('c-integration-table', IntegrationTable, {
    integrations: [integrationWith()],
    canConfigure: true,
    ...properties
  });
const ID = integrationWith().id;

describe('c-integration-table', () => {
  it('shows what each integration connects and when it runs', async () => {
    const element = show1();
    const parts = ['Onboarding to contacts', 'Production', 'Contact', 'End User Email = Email', 'Daily at 09:00 UTC'];
    for (const part of parts) {
      expect(textOf(element)).toContain(part);
    }
    expect(one(element, 'td lightning-relative-date-time')).toMatchObject({
      value: Date.parse('2026-11-23T09:00:00Z')
    });
    await expect(element).toBeAccessible();
  });

  it('hands on what was asked for in a row', () => {
    const element = show1();
    const acts = details(element, 'act');
    one<HTMLElement>(element, 'c-integration-menu').dispatchEvent(new CustomEvent('act', { detail: 'pause' }));
    one<HTMLElement>(element, 'c-last-run').dispatchEvent(new CustomEvent('act', { detail: 'cancel' }));
    one<HTMLElement>(element, 'c-last-run').dispatchEvent(new CustomEvent('view', { detail: 'run' }));
    one<HTMLElement>(element, 'th button').click();
    expect(acts).toEqual([
      { action: 'pause', integrationId: ID, runId: undefined },
      { action: 'cancel', integrationId: ID, runId: undefined },
      { action: 'log', integrationId: ID, runId: 'run' },
      { action: 'edit', integrationId: ID, runId: undefined }
    ]);
  });

  it('does not offer those who may only look to edit', () => {
    expect(all(show1({ canConfigure: false }), 'th button')).toEqual([]);
  });

  it('says of an integration that it has no schedule', () => {
    const integrations = [integrationWith({ nextDueAt: null, scheduleText: 'On demand' })];
    expect(textOf(show1({ integrations }))).toContain('Not scheduledOn demand');
  });

  it('does not promise a run while it is paused', () => {
    const element = show1({ integrations: [integrationWith({ state: 'Paused' })] });
    expect(textOf(element)).toContain('Not while pausedDaily at 09:00 UTC');
    expect(all(element, 'td > span lightning-relative-date-time')).toEqual([]);
  });

  it('says below a row what went wrong in it, until it was read', async () => {
    const element = show1({ problems: { [ID]: { heading: 'It could not be paused', message: 'No access.' } } });
    const dismissals = details(element, 'dismiss');
    const panel = one<HTMLElement>(element, 'tr.problem c-problem-panel');
    expect(panel).toMatchObject({ heading: 'It could not be paused', problem: { message: 'No access.' } });
    panel.dispatchEvent(new CustomEvent('dismiss'));
    expect(dismissals).toEqual([ID]);
    await expect(element).toBeAccessible();
  });

  it('draws fifty rows, and fifty more when asked', async () => {
    const integrations = Array.from({ length: 120 }, (_, index) => integrationWith({ id: `id ${index}` }));
    const element = show1({ integrations });
    expect(all(element, 'tr.row')).toHaveLength(50);
    expect(textOf(element)).toContain('50 of 120 shown');
    one<HTMLElement>(element, '.more lightning-button').click();
    await settle();
    expect(all(element, 'tr.row')).toHaveLength(100);
    one<HTMLElement>(element, '.more lightning-button').click();
    await settle();
    expect(all(element, 'tr.row')).toHaveLength(120);
    expect(all(element, '.more')).toEqual([]);
  });
});
