import detailOf from '@salesforce/apex/RunController.detail';
import progress from '@salesforce/apex/RunController.progress';
import RunDetail from 'c/runDetail';
import type { Run } from 'c/runs';
import {
  all,
  clear,
  countsWith,
  details,
  one,
  runFields,
  runWith,
  settle,
  show,
  textOf
} from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.detail', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.rows', () => ({ default: () => new Promise(() => {}) }), { virtual: true });
jest.mock('@salesforce/apex/RunController.slices', () => ({ default: () => new Promise(() => {}) }), { virtual: true });
jest.mock('@salesforce/apex/RunController.changes', () => ({ default: () => new Promise(() => {}) }), {
  virtual: true
});

const asked = detailOf as unknown as jest.Mock;
const followed = progress as unknown as jest.Mock;

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
});
afterEach(() => {
  clear();
  jest.useRealTimers();
});

const answerWith = (run: Run, mayConfigure = true) => ({ run, fields: runFields, mayConfigure });

async function showDetail(run: Run, mayConfigure = true) {
  asked.mockResolvedValue(answerWith(run, mayConfigure));
  const element = show('c-run-detail', RunDetail, { runId: run.id });
  await settle();
  return element;
}

describe('c-run-detail', () => {
  it('shows its shape while it loads, then the result first', async () => {
    const run = runWith();
    asked.mockResolvedValue(answerWith(run));
    const element = show('c-run-detail', RunDetail, { runId: run.id });
    await Promise.resolve();
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(asked).toHaveBeenCalledWith({ runId: run.id });
    expect(one<HTMLElement>(element, 'h2').textContent).toBe(
      '1,100 of 1,200 rows updated, 100 already up to date; nothing needs attention'
    );
    expect(one(element, 'c-row-outcomes')).toMatchObject({ run, fields: runFields });
    expect(one(element, 'c-run-changes')).toMatchObject({ run, fields: runFields });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('shows the rows that were asked for at once, and all of another run', async () => {
    asked.mockResolvedValue(answerWith(runWith()));
    const element = show('c-run-detail', RunDetail, { runId: 'one', outcome: 'Unmatched' });
    await settle();
    expect(one(element, 'c-row-outcomes')).toMatchObject({ filter: 'Unmatched' });
    Object.assign(element, { runId: 'two', outcome: '' });
    await settle();
    expect(one(element, 'c-row-outcomes')).toMatchObject({ filter: '' });
  });

  it('names the integration and leads to its log where it stands for itself', async () => {
    asked.mockResolvedValue({ ...answerWith(runWith()), integrationName: 'Onboarding to contacts' });
    const element = show('c-run-detail', RunDetail, { runId: runWith().id });
    await settle();
    expect(all(element, '[data-log]')).toEqual([]);
    Object.assign(element, { alone: true });
    await settle();
    const logs = details(element, 'log');
    const button = one<HTMLElement>(element, '[data-log]');
    expect(button).toMatchObject({ label: 'Log of Onboarding to contacts' });
    button.click();
    expect(logs).toEqual([{ integrationId: runWith().integrationId, integrationName: 'Onboarding to contacts' }]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('looks again at a run of which something was refused, and keeps what was chosen', async () => {
    const run = runWith({ counts: countsWith({ read: 10, updated: 5, invalid: 5 }) });
    const element = await showDetail(run);
    one<HTMLElement>(element, 'c-run-counts').dispatchEvent(new CustomEvent('filter', { detail: 'Invalid' }));
    asked.mockResolvedValueOnce(answerWith({ ...run, undone: true, undoRunId: 'undo' }));
    one<HTMLElement>(element, 'c-run-actions').dispatchEvent(new CustomEvent('refused'));
    await settle();
    expect(all(element, '[data-undone]')).toHaveLength(1);
    expect(one(element, 'c-row-outcomes')).toMatchObject({ filter: 'Invalid' });
    asked.mockRejectedValueOnce({ body: { message: 'No answer.' } });
    one<HTMLElement>(element, 'c-run-actions').dispatchEvent(new CustomEvent('refused'));
    await settle();
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
    expect(all(element, '[data-undone]')).toHaveLength(1);
  });

  it('says of a preview that nothing was written', async () => {
    expect(textOf(await showDetail(runWith({ kind: 'Preview' })))).toContain(
      'This was a preview: nothing was written.'
    );
    clear();
    expect(textOf(await showDetail(runWith()))).not.toContain('preview');
  });

  it('says what a retry or an undo follows up, and leads there', async () => {
    const element = await showDetail(runWith({ kind: 'Undo', originalRunId: 'original' }));
    expect(textOf(element)).toContain('Brings back the values from before an earlier run.');
    const runs = details<string>(element, 'follow');
    one<HTMLElement>(element, '[data-original]').click();
    expect(runs).toEqual(['original']);
  });

  it('says which run it is, with the start in the own zone on hover', async () => {
    const identity = one<HTMLElement>(await showDetail(runWith()), '.identity');
    expect(identity.textContent).toBe('RUN-000001 · Onboarding → Contact · Nov 22, 2026, 9:00:00 AM UTC · 12 sec');
    expect(identity.title).toContain('Nov 22, 2026, 9:00 AM UTC – ');
  });

  it('says that it was undone, and leads to the undo', async () => {
    const element = await showDetail(runWith({ undone: true, undoRunId: 'undo' }));
    expect(textOf(element)).toContain('This run was undone');
    const runs = details<string>(element, 'follow');
    one<HTMLElement>(element, '[data-undo-run]').click();
    expect(runs).toEqual(['undo']);
  });

  it('gives the reason of a run that failed', async () => {
    const element = await showDetail(runWith({ status: 'Failed', message: 'The key is wrong.', counts: countsWith() }));
    expect(textOf(element)).toContain('The key is wrong.');
    expect(all(element, 'c-run-counts, h2')).toHaveLength(0);
  });

  it('filters the rows by what is chosen above them, and shows all again', async () => {
    const element = await showDetail(runWith({ counts: countsWith({ read: 2, invalid: 2 }) }));
    one<HTMLElement>(element, 'c-run-counts').dispatchEvent(new CustomEvent('filter', { detail: 'Invalid' }));
    await settle();
    expect(one(element, 'c-row-outcomes')).toMatchObject({ filter: 'Invalid' });
    expect(one(element, 'lightning-tabset')).toMatchObject({ activeTabValue: 'rows' });
    one<HTMLElement>(element, 'c-row-outcomes').dispatchEvent(new CustomEvent('filter', { detail: '' }));
    await settle();
    expect(one(element, 'c-run-counts')).toMatchObject({ filter: '' });
  });

  it('offers nothing to do to who may only look', async () => {
    expect(all(await showDetail(runWith()), 'c-run-actions')).toHaveLength(1);
    clear();
    expect(all(await showDetail(runWith(), false), 'c-run-actions')).toHaveLength(0);
  });

  it('passes on the run that was started from it', async () => {
    const element = await showDetail(runWith());
    const runs = details<string>(element, 'follow');
    one<HTMLElement>(element, 'c-run-actions').dispatchEvent(new CustomEvent('follow', { detail: 'new' }));
    expect(runs).toEqual(['new']);
  });

  it('keeps up with a run that goes on, and says why one waits in one place only', async () => {
    const run = runWith({
      status: 'Running',
      finishedAt: null,
      durationMs: null,
      message: 'The server is busy.',
      waitingUntil: '2026-11-22T09:05:00Z'
    });
    followed.mockResolvedValue([runWith()]);
    const element = await showDetail(run);
    expect(one(element, 'c-run-progress')).toMatchObject({ run, brief: true });
    expect(textOf(element)).toContain('The server is busy.');
    await jest.advanceTimersByTimeAsync(5000);
    expect(all(element, 'c-run-progress')).toHaveLength(0);
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Completed' });
  });

  it('goes to another run', async () => {
    const element = await showDetail(runWith());
    asked.mockResolvedValue(answerWith(runWith({ id: 'new', kind: 'Retry', originalRunId: 'x' })));
    element.runId = 'new';
    await settle();
    expect(asked).toHaveBeenLastCalledWith({ runId: 'new' });
    expect(textOf(element)).toContain('Tries the failed rows of an earlier run again.');
  });

  it('says why it could not be loaded, and tries again', async () => {
    asked.mockRejectedValueOnce({ body: { message: 'This run does not exist any more.' } });
    const element = show('c-run-detail', RunDetail, { runId: 'gone' });
    await settle();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'This run does not exist any more.' } });
    asked.mockResolvedValue(answerWith(runWith()));
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'h2')).toHaveLength(1);
  });
});
