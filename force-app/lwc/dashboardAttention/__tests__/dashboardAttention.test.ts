import DashboardAttention from 'c/dashboardAttention';
import type { AttentionItem } from 'c/dashboardCharts';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

const items: AttentionItem[] = [
  { kind: 'Failed', name: 'Onboarding', integrationId: 'a01', runId: 'r1', message: 'The report is gone.' },
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
    await expect(element).toBeAccessible();
  });

  it('opens the log of the run, where it is about one', () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items });
    const opened = details<object>(element, 'open');
    expect(all(element, 'button')).toHaveLength(2);
    one<HTMLElement>(element, 'button').click();
    expect(opened).toEqual([{ integrationId: 'a01', name: 'Onboarding', runId: 'r1' }]);
  });

  it('says so when all is well', async () => {
    const element = show('c-dashboard-attention', DashboardAttention, { items: [] });
    expect(textOf(element)).toContain('Nothing needs attention.');
    await expect(element).toBeAccessible();
  });
});
