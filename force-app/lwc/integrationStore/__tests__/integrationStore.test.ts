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
