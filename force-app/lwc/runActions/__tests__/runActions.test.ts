import cancel from '@salesforce/apex/RunController.cancel';
import retryFailed from '@salesforce/apex/RunController.retryFailed';
import start from '@salesforce/apex/RunController.start';
import startAnyway from '@salesforce/apex/RunController.startAnyway';
import undo from '@salesforce/apex/RunController.undo';
import undoPlan from '@salesforce/apex/RunController.undoPlan';
import Confirmation from 'c/confirmation';
import RunActions from 'c/runActions';
import { all, clear, countsWith, details, one, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.cancel', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.retryFailed', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.startAnyway', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.undo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/RunController.undoPlan', () => ({ default: jest.fn() }), { virtual: true });

const mocked = (method: unknown): jest.Mock => method as jest.Mock;
const failing = countsWith({ read: 10, updated: 5, invalid: 2, rejected: 3 });
const run = runWith({ kind: 'Sync' });

beforeEach(() => {
  jest.resetAllMocks();
  [retryFailed, start, startAnyway, undo].forEach((method) => mocked(method).mockResolvedValue('new'));
});
afterEach(clear);

const labels = (element: HTMLElement): string[] =>
  all<HTMLElement & { label: string }>(element, '[data-name]').map(({ label }) => label);

async function act(shown: typeof run, name: string) {
  const element = show('c-run-actions', RunActions, { run: shown });
  const followed = details<string>(element, 'follow');
  const refusals = details(element, 'refused');
  one<HTMLElement>(element, `[data-name="${name}"]`).click();
  await settle();
  return { element, followed, refusals };
}

describe('what is offered', () => {
  it.each([
    ['a run that changed records', run, ['Undo this run']],
    ['a run with failed rows', runWith({ kind: 'Sync', counts: failing }), ['Retry 5 failed rows', 'Undo this run']],
    ['a run that was undone', runWith({ kind: 'Sync', undone: true }), []],
    ['a preview', runWith({ kind: 'Preview', counts: failing }), ['Run now']],
    ['a run that failed', runWith({ kind: 'Sync', status: 'Failed', counts: countsWith() }), ['Run now']],
    ['a run that was cancelled', runWith({ kind: 'Sync', status: 'Cancelled' }), ['Run now', 'Undo this run']],
    ['a retry that failed', runWith({ kind: 'Retry', status: 'Failed', counts: countsWith() }), []],
    ['an undo', runWith({ kind: 'Undo', counts: failing }), []],
    ['a run that was held back', runWith({ kind: 'Sync', status: 'Stopped', counts: countsWith() }), ['Run anyway']],
    ['a run that goes on', runWith({ kind: 'Sync', status: 'Running', counts: failing }), ['Cancel the run']]
  ])('for %s', async (_, shown, expected) => {
    const element = show('c-run-actions', RunActions, { run: shown });
    expect(labels(element)).toEqual(expected);
    await expect(element).toBeAccessible();
  });
});

describe('what is done', () => {
  it('retries the failed rows and goes to the new run', async () => {
    const { followed } = await act(runWith({ kind: 'Sync', counts: failing }), 'retry');
    expect(retryFailed).toHaveBeenCalledWith({ runId: run.id });
    expect(followed).toEqual(['new']);
  });

  it('runs anyway what was held back', async () => {
    const { followed } = await act(runWith({ status: 'Stopped' }), 'anyway');
    expect(startAnyway).toHaveBeenCalledWith({ integrationId: run.integrationId });
    expect(followed).toEqual(['new']);
  });

  it('runs what was previewed', async () => {
    const { followed } = await act(runWith({ kind: 'Preview' }), 'run');
    expect(start).toHaveBeenCalledWith({ integrationId: run.integrationId });
    expect(followed).toEqual(['new']);
  });

  it('cancels once, and says what that takes', async () => {
    const { element, followed } = await act(runWith({ status: 'Running' }), 'cancel');
    expect(cancel).toHaveBeenCalledWith({ runId: run.id });
    expect(labels(element)).toEqual([]);
    expect(textOf(element)).toContain('The run ends after the rows it is working on.');
    expect(followed).toEqual([]);
  });

  it('says why something was refused, also to those who can look why', async () => {
    mocked(retryFailed).mockRejectedValue({ body: { message: 'The report has another version.' } });
    const { element, refusals } = await act(runWith({ kind: 'Sync', counts: failing }), 'retry');
    expect(refusals).toHaveLength(1);
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'The report has another version.' } });
    panel.dispatchEvent(new CustomEvent('dismiss'));
    await settle();
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
  });
});

describe('undoing', () => {
  const fields = [
    { name: 'Score__c', label: 'Score' },
    { name: 'Stage__c', label: 'Stage' }
  ];

  it('says first what will come back and what will not, then does it', async () => {
    mocked(undoPlan).mockResolvedValue({ possible: true, fields, message: 'All 5 changes were looked at.' });
    mocked(Confirmation.open).mockResolvedValue(true);
    const { followed } = await act(run, 'undo');
    expect(Confirmation.open).toHaveBeenCalledWith(
      expect.objectContaining({
        text: 'All 5 changes were looked at.',
        losses: [
          'Fields that get their old values back: Score, Stage.',
          expect.stringContaining('edited since stay'),
          expect.stringContaining('next run')
        ],
        destructive: true
      })
    );
    expect(undo).toHaveBeenCalledWith({ runId: run.id });
    expect(followed).toEqual(['new']);
  });

  it('leaves everything as it is for who thinks better of it', async () => {
    mocked(undoPlan).mockResolvedValue({ possible: true, fields, message: '' });
    mocked(Confirmation.open).mockResolvedValue(undefined);
    const { followed } = await act(run, 'undo');
    expect(undo).not.toHaveBeenCalled();
    expect(followed).toEqual([]);
  });

  it('says why it cannot be, without asking', async () => {
    mocked(undoPlan).mockResolvedValue({ possible: false, fields: [], message: 'That run was undone already.' });
    const { element } = await act(run, 'undo');
    expect(Confirmation.open).not.toHaveBeenCalled();
    expect(one(element, 'c-problem-panel')).toMatchObject({
      problem: { message: 'This run cannot be undone: That run was undone already.' }
    });
  });
});
