import DashboardAttention from 'c/dashboardAttention';
import type { AttentionItem } from 'c/dashboardCharts';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

const items: AttentionItem[] = [
  {
    kind: 'Failed',
    name: 'Onboarding',
    integrationId: 'a01',
    runId: 'r1',
    message: 'The report is gone.',
    happenedAt: '2026-11-22T09:00:00Z'
  },
  { kind: 'Credential', name: 'Production', message: 'The secret was refused.' },
  { kind: 'UnmatchedRising', name: 'NPS', integrationId: 'a02', message: 'Only 60% of the keys found a record.' }
];

afterEach(clear);

describe('c-dashboard-attention', () => {
  it('says what is wrong with what, in a word beside its icon', async () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items });
    expect(textOf(element)).toContain('OnboardingFailed');
    expect(textOf(element)).toContain('ProductionAccount not working');
    expect(textOf(element)).toContain('NPSFewer keys find a record');
    expect(one(element, 'c-dashboard-card')).toMatchObject({ heading: 'Needs attention (3)' });
    await expect(element).toBeAccessible();
  });

  it('says when it happened, where that is known', () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items });
    const times = all(element, 'lightning-relative-date-time') as unknown as { value: number }[];
    expect(times.map(({ value }) => value)).toEqual([Date.UTC(2026, 10, 22, 9)]);
    expect(all(element, '.aside[title]')[0].title).toContain('Nov 22, 2026, 9:00 AM UTC');
  });

  it('leads to where an account or a paused integration is put right', () => {
    const paused = { kind: 'Paused', name: 'NPS', integrationId: 'a02', message: 'The column Score is gone.' };
    const element = show('c-dashboard-attention', DashboardAttention, { items: [...items, paused] });
    const asked = details<unknown>(element, 'resolve');
    const buttons = all(element, '[data-resolve]');
    expect(buttons.map((button) => button.ariaLabel)).toEqual([
      'Go to Integrations to put Production right',
      'Go to Integrations to put NPS right'
    ]);
    buttons[0].click();
    expect(asked).toHaveLength(1);
  });

  it('opens the log of the run, where it is about one', () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items });
    const opened = details<object>(element, 'open');
    const logs = all(element, '[data-key]');
    expect(logs).toHaveLength(2);
    logs[0].click();
    expect(opened).toEqual([{ integrationId: 'a01', name: 'Onboarding', runId: 'r1' }]);
  });

  it('says so when all is well', async () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items: [] });
    expect(one(element, 'c-dashboard-card')).toMatchObject({ heading: 'Needs attention' });
    expect(textOf(element)).toContain('Nothing needs attention.');
    await expect(element).toBeAccessible();
  });
});
