import { activeRunOf, attentionCount, isActive, isPausedAutomatically, needsAttention, statusLook } from 'c/runs';
import { countsWith, integrationWith, runWith } from './fixtures';

describe('the look of a status', () => {
  it('never leaves a status to colour alone', () => {
    const looks = [
      'Queued',
      'Waiting',
      'Running',
      'Completed',
      'Completed with errors',
      'Failed',
      'Stopped',
      'Cancelled'
    ].map(statusLook);
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(looks.length);
    expect(looks.map(({ label }) => label)).toContain('Completed with errors');
  });

  it('shows a status that it does not know by its own name', () => {
    expect(statusLook('Paused')).toEqual({ label: 'Paused', icon: 'utility:info', variant: '' });
  });
});

describe('what a run says', () => {
  it('is active until it ends', () => {
    expect(['Queued', 'Running', 'Completed', 'Failed'].map((status) => isActive(runWith({ status })))).toEqual([
      true,
      true,
      false,
      false
    ]);
  });

  it('counts as needing attention what makes a run end with errors', () => {
    const counts = countsWith({ read: 22, skipped: 1, unmatched: 2, invalid: 3, ambiguous: 5, rejected: 11 });
    expect(attentionCount(counts)).toBe(19);
  });
});

describe('an integration that needs attention', () => {
  it('is one whose last run failed, stopped or left rows behind', () => {
    const alarming = ['Failed', 'Stopped', 'Completed with errors', 'Completed', 'Cancelled'].filter((status) =>
      needsAttention(integrationWith({ lastRun: runWith({ status }) }))
    );
    expect(alarming).toEqual(['Failed', 'Stopped', 'Completed with errors']);
  });

  it('is not one that is running again', () => {
    const lastRun = runWith({ status: 'Failed' });
    expect(needsAttention(integrationWith({ lastRun, activeRunId: 'a02000000000002AAA' }))).toBe(false);
  });

  it('is not one that has never run', () => {
    expect(needsAttention(integrationWith({ lastRun: null }))).toBe(false);
  });
});

describe('an integration that was paused', () => {
  it('needs attention only where nobody asked for it', () => {
    const lastRun = runWith({ status: 'Failed' });
    const byRun = integrationWith({ state: 'Paused', pauseReason: 'The field is gone.', lastRun });
    const copy = integrationWith({ state: 'Paused', pauseReason: 'This is a copy.', lastRun: null });
    const byPerson = integrationWith({ state: 'Paused' });
    expect([byRun, copy, byPerson].map(isPausedAutomatically)).toEqual([true, false, false]);
    expect([byRun, copy, byPerson].map(needsAttention)).toEqual([true, false, false]);
  });
});

describe('the run that is going on', () => {
  it('is the one that bears its id, wherever it is known from', () => {
    const run = runWith({ id: 'two' });
    expect(activeRunOf(integrationWith({ activeRunId: 'two', activeRun: run }))).toBe(run);
    expect(activeRunOf(integrationWith({ activeRunId: 'two', lastRun: run }))).toBe(run);
    expect(activeRunOf(integrationWith({ activeRunId: 'two' }))).toBeNull();
    expect(activeRunOf(integrationWith())).toBeNull();
  });
});
