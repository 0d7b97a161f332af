import progress from '@salesforce/apex/RunController.progress';
import { RunEvents, type RunEvent } from 'c/runEvents';
import { RunWatcher } from 'c/runWatcher';
import { runWith } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/runEvents');

const ask = progress as unknown as jest.Mock;
const Events = RunEvents as unknown as jest.Mock;
const onRuns = jest.fn();
const onProblem = jest.fn();
const running = runWith({ id: 'one', status: 'Running' });
const over = runWith({ id: 'one' });
let watcher: RunWatcher;

/** What the org tells the watcher. */
const hear = (event: Partial<RunEvent>): void =>
  (Events.mock.calls[0][0] as (event: RunEvent) => void)({ runId: 'one', hasEnded: false, ...event });
const channel = (): { open: jest.Mock; close: jest.Mock } => Events.mock.instances[0];

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  watcher = new RunWatcher({ onRuns, onProblem });
});

afterEach(() => {
  watcher.stop();
  jest.useRealTimers();
});

describe('following runs by asking', () => {
  it('goes on until the run is over, and then no more', async () => {
    ask.mockResolvedValueOnce([running]).mockResolvedValueOnce([over]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(ask.mock.calls).toEqual([[{ runIds: ['one'] }], [{ runIds: ['one'] }]]);
    expect(onRuns.mock.calls).toEqual([[[running]], [[over]]]);
    expect(channel().close).toHaveBeenCalled();
  });

  it('does not begin when there is nothing to follow', async () => {
    watcher.watch([]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).not.toHaveBeenCalled();
    expect(channel().open).not.toHaveBeenCalled();
  });

  it('puts all runs in one question', async () => {
    ask.mockResolvedValue([]);
    watcher.watch(['one']);
    watcher.watch(['two', 'one']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask.mock.calls).toEqual([[{ runIds: ['one', 'two'] }]]);
  });

  it('forgets a run that is no longer there', async () => {
    ask.mockResolvedValue([]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is done less often the longer a run takes', async () => {
    ask.mockResolvedValue([running]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask.mock.calls.length).toBeGreaterThan(12);
    expect(ask.mock.calls.length).toBeLessThan(20);
  });

  it('is done less and less often while answers fail, and says so', async () => {
    ask.mockRejectedValue(new Error('No answer.'));
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask.mock.calls.length).toBeLessThan(9);
    expect(onProblem).toHaveBeenCalledTimes(ask.mock.calls.length);
  });

  it('tells nobody of a question that failed after it was told to stop', async () => {
    let refuse = (_error: Error): void => {};
    ask.mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));
    watcher.watch(['run']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask).toHaveBeenCalledTimes(1);
    watcher.stop();
    refuse(new Error('Gone.'));
    await jest.advanceTimersByTimeAsync(1000);
    expect(onProblem).not.toHaveBeenCalled();
  });

  it('stops when told to', async () => {
    watcher.watch(['one']);
    watcher.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).not.toHaveBeenCalled();
    expect(channel().close).toHaveBeenCalled();
  });
});

describe('following runs by their events', () => {
  async function beginWithRunning(): Promise<void> {
    ask.mockResolvedValueOnce([running]).mockResolvedValue([over]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(1000);
    onRuns.mockClear();
  }

  it('tells what they say without asking', async () => {
    await beginWithRunning();
    hear({ rowsRead: 300, rowsTotal: 900 });
    const counts = { ...running.counts, read: 300 };
    expect(onRuns.mock.calls).toEqual([[[{ ...running, counts, rowsTotal: 900 }]]]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks after every one of them where all numbers are to fit each other', async () => {
    Events.mockClear();
    watcher = new RunWatcher({ onRuns, onProblem, exact: true });
    const further = { ...running, counts: { ...running.counts, read: 900, updated: 900 } };
    ask.mockResolvedValueOnce([running]).mockResolvedValueOnce([further]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(1000);
    hear({ rowsRead: 800 });
    await jest.advanceTimersByTimeAsync(10);
    expect(onRuns.mock.calls).toEqual([[[running]], [[further]]]);
  });

  it('asks at once for a run that is over', async () => {
    await beginWithRunning();
    hear({ hasEnded: true });
    await jest.advanceTimersByTimeAsync(0);
    expect(onRuns.mock.calls).toEqual([[[over]]]);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks again when the run ended while it was asking', async () => {
    let answer = (_runs: unknown): void => {};
    ask.mockReturnValueOnce(new Promise((resolve) => (answer = resolve))).mockResolvedValue([over]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(1000);
    hear({ hasEnded: true });
    answer([running]);
    await jest.advanceTimersByTimeAsync(0);
    expect(onRuns.mock.calls).toEqual([[[running]], [[over]]]);
  });

  it('asks now and then all the same, for an event may be lost', async () => {
    ask.mockResolvedValue([running]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(1000);
    hear({ rowsRead: 1 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask.mock.calls.length).toBeGreaterThan(3);
    expect(ask.mock.calls.length).toBeLessThan(8);
  });

  it('takes no notice of runs that it does not follow', async () => {
    await beginWithRunning();
    hear({ runId: 'other', hasEnded: true });
    await jest.advanceTimersByTimeAsync(100);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(onRuns).not.toHaveBeenCalled();
  });
});
