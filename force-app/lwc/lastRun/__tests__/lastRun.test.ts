import LastRun from 'c/lastRun';
import {
  all,
  clear,
  countsWith,
  details,
  integrationWith,
  one,
  runWith,
  settle,
  show,
  textOf
} from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-last-run', () => {
  it('shows status, age, bar and result of a run that is over', async () => {
    const integration = integrationWith();
    const element = show('c-last-run', LastRun, { integration });
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Completed' });
    expect(one(element, 'lightning-relative-date-time')).toMatchObject({ value: Date.parse('2026-11-22T09:00:00Z') });
    expect(one(element, 'c-outcome-bar')).toMatchObject({ counts: integration.lastRun!.counts });
    expect(textOf(element)).toContain('1,100 of 1,200 rows updated, 100 already up to date; nothing needs attention');
    await expect(element).toBeAccessible();
  });

  it('gives the reason of a run that failed before it read a row', () => {
    const lastRun = runWith({ status: 'Failed', message: 'The key is wrong.', counts: countsWith() });
    const element = show('c-last-run', LastRun, { integration: integrationWith({ lastRun }) });
    expect(textOf(element)).toContain('The key is wrong.');
    expect(all(element, 'c-outcome-bar')).toHaveLength(0);
  });

  it('shows progress while a run is active', () => {
    const lastRun = runWith({ id: 'two', status: 'Running', finishedAt: null });
    const element = show('c-last-run', LastRun, { integration: integrationWith({ activeRunId: 'two', lastRun }) });
    expect(one(element, 'c-run-progress')).toMatchObject({ run: lastRun });
  });

  it('does not take the run before for the one that has just been started', () => {
    const element = show('c-last-run', LastRun, { integration: integrationWith({ activeRunId: 'two' }) });
    expect(one(element, 'c-run-progress')).toMatchObject({ run: null });
  });

  it('says that nothing has run', () => {
    const element = show('c-last-run', LastRun, { integration: integrationWith({ lastRun: null }) });
    expect(textOf(element)).toBe('Has not run yet');
  });

  it('asks for the log of the run', () => {
    const element = show('c-last-run', LastRun, { integration: integrationWith() });
    const asked = details<string>(element, 'view');
    one<HTMLElement>(element, 'button').click();
    expect(asked).toEqual(['a02000000000001AAA']);
  });

  it('cancels what is going on, and says that it was asked to', async () => {
    const integration = integrationWith({ activeRunId: 'two' });
    const element = show('c-last-run', LastRun, { integration, canConfigure: true });
    const acts = details(element, 'act');
    const button = one<HTMLButtonElement>(element, '[data-cancel]');
    expect(button.getAttribute('aria-label')).toBe('Cancel the run of Onboarding to contacts');
    button.click();
    expect(acts).toEqual(['cancel']);
    element.integration = { ...integration, isCancelling: true };
    await settle();
    expect(button.disabled).toBe(true);
    expect(button.textContent).toBe('Cancelling…');
    element.integration = integrationWith({ lastRun: runWith({ id: 'two', status: 'Cancelled' }) });
    await settle();
    expect(element.shadowRoot!.activeElement).toBe(one(element, 'button.status'));
  });

  it('offers to run anyway what was held back, with the figures', async () => {
    const lastRun = runWith({ status: 'Stopped', message: '12 rows instead of 1,200.' });
    const element = show('c-last-run', LastRun, { integration: integrationWith({ lastRun }), canConfigure: true });
    const acts = details(element, 'act');
    expect(textOf(element)).toContain('12 rows instead of 1,200.');
    one<HTMLElement>(element, '[data-anyway]').click();
    expect(acts).toEqual(['runAnyway']);
    await expect(element).toBeAccessible();
  });

  it('leads to the preview that was asked for', () => {
    const previewRun = runWith({ id: 'preview', kind: 'Preview' });
    const element = show('c-last-run', LastRun, { integration: integrationWith({ previewRun, lastRun: null }) });
    const asked = details<string>(element, 'view');
    expect(textOf(element)).toContain('Preview: 1,100 of 1,200 rows would be updated');
    one<HTMLElement>(element, '[data-preview]').click();
    expect(asked).toEqual(['preview']);
  });

  it('says how a preview ended that was not completed', () => {
    const previewRun = runWith({ kind: 'Preview', status: 'Failed', statusGroup: 'failed' });
    const element = show('c-last-run', LastRun, { integration: integrationWith({ previewRun }) });
    expect(textOf(element)).toContain('Preview: Failed');
  });

  it('does not let those cancel or start who may only look', () => {
    const lastRun = runWith({ status: 'Stopped' });
    const integrations = [integrationWith({ activeRunId: 'two' }), integrationWith({ lastRun })];
    const buttons = integrations.map((integration) =>
      all(show('c-last-run', LastRun, { integration }), '[data-cancel], [data-anyway]')
    );
    expect(buttons).toEqual([[], []]);
  });
});
