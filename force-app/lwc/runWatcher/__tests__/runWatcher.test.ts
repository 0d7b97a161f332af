import progress from '@salesforce/apex/RunController.progress';
import { RunWatcher } from 'c/runWatcher';
import { runWith } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.progress', () => ({ default: jest.fn() }), { virtual: true });

const ask = progress as unknown as jest.Mock;
const onRuns = jest.fn();
const onProblem = jest.fn();
let watcher: RunWatcher;

beforeEach(() => {
  jest.useFakeTimers();
  jest.resetAllMocks();
  watcher = new RunWatcher({ onRuns, onProblem });
});

afterEach(() => {
  watcher.stop();
  jest.useRealTimers();
});

describe('following runs', () => {
  it('asks once a second until the run is over, and then no more', async () => {
    const running = runWith({ id: 'one', status: 'Running' });
    ask.mockResolvedValueOnce([running]).mockResolvedValueOnce([runWith({ id: 'one' })]);
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask.mock.calls).toEqual([[{ runIds: ['one'] }], [{ runIds: ['one'] }]]);
    expect(onRuns).toHaveBeenCalledTimes(2);
  });

  it('does not ask when there is nothing to follow', async () => {
    watcher.watch([]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks for all runs in one question', async () => {
    ask.mockResolvedValue([]);
    watcher.watch(['one']);
    watcher.watch(['two', 'one']);
    await jest.advanceTimersByTimeAsync(1000);
    expect(ask.mock.calls).toEqual([[{ runIds: ['one', 'two'] }]]);
  });

  it('asks less and less often while answers fail, and says so', async () => {
    ask.mockRejectedValue(new Error('No answer.'));
    watcher.watch(['one']);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ask.mock.calls.length).toBeLessThan(9);
    expect(onProblem).toHaveBeenCalledTimes(ask.mock.calls.length);
  });

  it('stops when told to', async () => {
    watcher.watch(['one']);
    watcher.stop();
    await jest.advanceTimersByTimeAsync(10_000);
    expect(ask).not.toHaveBeenCalled();
  });
});
