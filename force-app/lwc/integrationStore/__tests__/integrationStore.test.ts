import allIntegrations from '@salesforce/apex/IntegrationController.all';
import { IntegrationStore } from 'c/integrationStore';
import { RunWatcher } from 'c/runWatcher';
import type { Integration, Run } from 'c/runs';
import { integrationWith, runWith } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/IntegrationController.all', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/runWatcher');

const listed = allIntegrations as unknown as jest.Mock;
const Watcher = RunWatcher as unknown as jest.Mock;
const onEnd = jest.fn();
const onProblem = jest.fn();
const onboarding = integrationWith({ lastRun: runWith({ id: 'before' }) });
const nps = integrationWith({ id: 'a01000000000002AAA', name: 'NPS' });
let shown: Integration[];
let store: IntegrationStore;

const watcher = (): { watch: jest.Mock; stop: jest.Mock } => Watcher.mock.instances[0];
const tell = (run: Run): void => (Watcher.mock.calls[0][0] as { onRuns(runs: Run[]): void }).onRuns([run]);

function deferred() {
  let resolve!: (integrations: Integration[]) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<Integration[]>((...settle) => ([resolve, reject] = settle));
  return { promise, resolve, reject };
}

beforeEach(async () => {
  jest.resetAllMocks();
  listed.mockResolvedValue([onboarding, nps]);
  store = new IntegrationStore({ onChange: (integrations) => (shown = integrations), onEnd, onProblem });
  await store.load();
});

describe('the integrations of a page', () => {
  it('are what Apex lists, and the runs that are going on are followed', async () => {
    expect(shown).toMatchObject([onboarding, nps]);
    listed.mockResolvedValue([{ ...onboarding, activeRunId: 'earlier' }]);
    await store.load();
    expect(watcher().watch).toHaveBeenLastCalledWith(['earlier']);
  });

  it('show a run that was started at once, and as far as it is', () => {
    store.begin(onboarding.id, 'new');
    expect(shown[0]).toMatchObject({ activeRunId: 'new', activeRun: null });
    expect(watcher().watch).toHaveBeenLastCalledWith(['new']);
    const running = runWith({ id: 'new', status: 'Running' });
    tell(running);
    expect(shown[0]).toMatchObject({ activeRunId: 'new', activeRun: running, lastRun: { id: 'before' } });
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('have a run that is over as their last', () => {
    store.begin(onboarding.id, 'new');
    store.change(onboarding.id, { isCancelling: true });
    const over = runWith({ id: 'new', kind: 'Sync' });
    tell(over);
    expect(shown[0]).toMatchObject({ activeRunId: null, activeRun: null, lastRun: over, isCancelling: false });
    expect(onEnd.mock.calls[0][1]).toBe(over);
  });

  it('keep the result of a preview beside the last run, also when they are loaded anew', async () => {
    store.begin(onboarding.id, 'new');
    const preview = runWith({ id: 'new', kind: 'Preview' });
    tell(preview);
    expect(shown[0]).toMatchObject({ lastRun: { id: 'before' }, previewRun: preview });
    await store.load();
    expect(shown[0].previewRun).toBe(preview);
    store.begin(onboarding.id, 'next');
    expect(shown[0].previewRun).toBeNull();
  });

  it('take no notice of runs of others', () => {
    tell(runWith({ id: 'unknown' }));
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('are asked for again when a run began while they were on their way: the answer lacks it', async () => {
    const [first, second] = [deferred(), deferred()];
    listed.mockReturnValueOnce(first.promise).mockReturnValueOnce(second.promise);
    const loading = store.load();
    store.begin(onboarding.id, 'new');
    first.resolve([onboarding, nps]);
    await Promise.resolve();
    expect(shown[0]).toMatchObject({ activeRunId: 'new' });
    second.resolve([{ ...onboarding, activeRunId: 'new' }, nps]);
    await loading;
    expect(shown[0]).toMatchObject({ activeRunId: 'new' });
  });

  it('are asked for again when a run ended while they were on their way, which is told once', async () => {
    store.begin(onboarding.id, 'new');
    const first = deferred();
    listed.mockReturnValueOnce(first.promise);
    const loading = store.load();
    tell(runWith({ id: 'new', kind: 'Sync' }));
    first.resolve([{ ...onboarding, activeRunId: 'new' }, nps]);
    await loading;
    expect(shown[0].activeRunId).toBeFalsy();
    expect(watcher().watch).toHaveBeenLastCalledWith([]);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  it('are those of the last question, whichever is answered last', async () => {
    const [older, newer] = [deferred(), deferred()];
    listed.mockReturnValueOnce(older.promise).mockReturnValueOnce(newer.promise);
    const loading = [store.load(), store.load()];
    newer.resolve([onboarding]);
    older.reject(new Error('Too late.'));
    await Promise.all(loading);
    expect(shown).toHaveLength(1);
    expect(listed).toHaveBeenCalledTimes(3);
  });

  it('are still being cancelled after they were loaded anew', async () => {
    store.begin(onboarding.id, 'new');
    store.change(onboarding.id, { isCancelling: true });
    listed.mockResolvedValue([{ ...onboarding, activeRunId: 'new' }, nps]);
    await store.load();
    expect(shown[0]).toMatchObject({ isCancelling: true });
    listed.mockResolvedValue([{ ...onboarding, activeRunId: 'another' }, nps]);
    await store.load();
    expect(shown[0].isCancelling).toBeFalsy();
  });

  it('are no longer followed when the page goes', () => {
    store.stop();
    expect(watcher().stop).toHaveBeenCalled();
  });

  it('are not followed either when they come after the page has gone', async () => {
    listed.mockResolvedValue([{ ...onboarding, activeRunId: 'late' }]);
    const loading = store.load();
    store.stop();
    await loading;
    expect(watcher().watch).not.toHaveBeenCalledWith(['late']);
  });
});
