import IntegrationTable from 'c/integrationTable';
import { all, clear, details, integrationWith, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

function choose(element: HTMLElement, value: string): void {
  one<HTMLElement>(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value } }));
}

describe('c-integration-table', () => {
  it('shows what each integration connects and when it runs', async () => {
    const element = show('c-integration-table', IntegrationTable, { integrations: [integrationWith()] });
    const text = textOf(element);
    for (const part of [
      'Onboarding to contacts',
      'Contact',
      'End User Email = Email',
      'Daily at 09:00 UTC',
      'Active'
    ]) {
      expect(text).toContain(part);
    }
    expect(one(element, 'td lightning-relative-date-time')).toMatchObject({
      value: Date.parse('2026-11-23T09:00:00Z')
    });
    await expect(element).toBeAccessible();
  });

  it('names the menu of each row after its integration', () => {
    const element = show('c-integration-table', IntegrationTable, { integrations: [integrationWith()] });
    expect(one(element, 'lightning-button-menu')).toMatchObject({
      alternativeText: 'Actions for Onboarding to contacts'
    });
  });

  it('asks to run, for the log, and for the log of the last run', () => {
    const element = show('c-integration-table', IntegrationTable, { integrations: [integrationWith()] });
    const runs = details(element, 'run');
    const logs = details(element, 'log');
    choose(element, 'run');
    choose(element, 'log');
    one<HTMLElement>(element, 'c-last-run').dispatchEvent(new CustomEvent('view', { detail: 'a02000000000001AAA' }));
    expect(runs).toEqual(['a01000000000001AAA']);
    expect(logs).toEqual([
      { integrationId: 'a01000000000001AAA', runId: undefined },
      { integrationId: 'a01000000000001AAA', runId: 'a02000000000001AAA' }
    ]);
  });

  it('does not offer to run what is running', () => {
    const integrations = [integrationWith({ activeRunId: 'two' })];
    const element = show('c-integration-table', IntegrationTable, { integrations });
    const items = all(element, 'lightning-menu-item') as unknown as { value: string; disabled: boolean }[];
    expect(items.map(({ value, disabled }) => [value, disabled])).toEqual([
      ['run', true],
      ['log', undefined]
    ]);
  });

  it('says of an integration that it is paused or has no schedule', () => {
    const integrations = [integrationWith({ state: 'Paused', nextDueAt: null })];
    const element = show('c-integration-table', IntegrationTable, { integrations });
    expect(textOf(element)).toContain('Paused');
    expect(textOf(element)).toContain('Not scheduled');
  });

  it('says so when a search finds nothing', () => {
    const element = show('c-integration-table', IntegrationTable, { integrations: [], searchText: 'nps' });
    expect(textOf(element)).toContain('No integration matches “nps”.');
  });
});
