import mayConfigure from '@salesforce/apex/RunController.mayConfigure';
import progress from '@salesforce/apex/RunController.progress';
import readRun from '@salesforce/apex/RunController.run';
import RunDetail from 'c/runDetail';
import type { Run } from 'c/runs';
import { all, clear, countsWith, details, one, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.run', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.mayConfigure', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.rows', () => ({ default: () => new Promise(() => {}) }), { virtual: true });
jest.mock('@salesforce/apex/RunController.slices', () => ({ default: () => new Promise(() => {}) }), { virtual: true });
jest.mock('@salesforce/apex/RunController.changes', () => ({ default: () => new Promise(() => {}) }), {
  virtual: true
});

const asked = readRun as unknown as jest.Mock;
const allowed = mayConfigure as unknown as jest.Mock;
const followed = progress as unknown as jest.Mock;

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  allowed.mockResolvedValue(true);
});
afterEach(() => {
  clear();
  jest.useRealTimers();
});

async function showDetail(run: Run) {
  asked.mockResolvedValue(run);
  const element = show('c-run-detail', RunDetail, { runId: run.id });
  await settle();
  return element;
}

describe('c-run-detail', () => {
  it('shows its shape while it loads, then the result first', async () => {
    const run = runWith();
    asked.mockResolvedValue(run);
    const element = show('c-run-detail', RunDetail, { runId: run.id });
    await Promise.resolve();
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(asked).toHaveBeenCalledWith({ runId: run.id });
    expect(one<HTMLElement>(element, 'h2').textContent).toBe(
      '1,100 of 1,200 rows updated, 100 already up to date; nothing needs attention'
    );
    expect(one(element, 'c-row-outcomes')).toMatchObject({ run });
    jest.useRealTimers();
    await expect(element).toBeAccessible();
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

  it('says that it was undone', async () => {
    expect(textOf(await showDetail(runWith({ undone: true })))).toContain('This run was undone');
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
    allowed.mockResolvedValue(false);
    expect(all(await showDetail(runWith()), 'c-run-actions')).toHaveLength(0);
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
    expect(one(element, 'c-run-progress')).toMatchObject({ run });
    expect(textOf(element)).not.toContain('The server is busy.');
    await jest.advanceTimersByTimeAsync(5000);
    expect(all(element, 'c-run-progress')).toHaveLength(0);
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Completed' });
  });

  it('goes to another run', async () => {
    const element = await showDetail(runWith());
    asked.mockResolvedValue(runWith({ id: 'new', kind: 'Retry', originalRunId: 'x' }));
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
    asked.mockResolvedValue(runWith());
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'h2')).toHaveLength(1);
  });
});
