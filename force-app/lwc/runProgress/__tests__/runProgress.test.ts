import RunProgress from 'c/runProgress';
import { clear, countsWith, one, runWith, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-run-progress', () => {
  const running = { status: 'Running', counts: countsWith({ read: 2400 }) };

  it('shows rows read of rows in all, as text and as a bar', async () => {
    const element = show('c-run-progress', RunProgress, { run: runWith({ ...running, rowsTotal: 10_000 }) });
    expect(textOf(element)).toBe('2,400 of 10,000 rows');
    const bar = one<HTMLElement>(element, '[role=progressbar]');
    expect(bar.getAttribute('aria-valuenow')).toBe('24');
    expect(bar.querySelector<HTMLElement>('.slds-progress-bar__value')!.style.width).toBe('24%');
    await expect(element).toBeAccessible();
  });

  it('shows rows read while the total is not known', () => {
    const element = show('c-run-progress', RunProgress, { run: runWith({ ...running, rowsTotal: null }) });
    expect(textOf(element)).toBe('2,400 rows');
  });

  it('never claims more than all', () => {
    const element = show('c-run-progress', RunProgress, { run: runWith({ ...running, rowsTotal: 2000 }) });
    expect(one<HTMLElement>(element, '[role=progressbar]').getAttribute('aria-valuenow')).toBe('100');
  });

  it('waits when there is no run yet', () => {
    const element = show('c-run-progress', RunProgress, { run: null });
    expect(textOf(element)).toBe('Waiting to start');
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Queued' });
  });

  it('says until when it waits for the source, and why', async () => {
    const run = runWith({
      ...running,
      status: 'Queued',
      waitingUntil: '2026-11-22T14:05:00Z',
      message: 'The server is busy.'
    });
    const element = show('c-run-progress', RunProgress, { run });
    expect(textOf(element)).toBe('until 14:05 UTCThe server is busy.');
    expect(one(element, 'c-run-status')).toMatchObject({ status: 'Waiting' });
    await expect(element).toBeAccessible();
  });

  it('leaves the reason to who tells it beside the progress', () => {
    const run = runWith({ ...running, waitingUntil: '2026-11-22T14:05:00Z', message: 'The server is busy.' });
    expect(textOf(show('c-run-progress', RunProgress, { run, brief: true }))).toBe('until 14:05 UTC');
  });

  it('says of a run that is no plain synchronization what it is', () => {
    const element = show('c-run-progress', RunProgress, { run: runWith({ ...running, kind: 'Preview' }) });
    expect(textOf(element)).toContain('Preview');
  });
});
