import slicesOf from '@salesforce/apex/RunController.slices';
import RunTimeline from 'c/runTimeline';
import { all, clear, countsWith, one, runWith, settle, show, textOf, usageWith } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.slices', () => ({ default: jest.fn() }), { virtual: true });

const ask = slicesOf as unknown as jest.Mock;

const slice = (number: number, changes = {}) => ({
  ...countsWith({ read: 1000, updated: 1000 }),
  sliceNumber: number,
  firstLine: (number - 1) * 1000 + 2,
  lastLine: number * 1000 + 1,
  usage: usageWith({ cpuMs: 45_000, heapPeak: 3_000_000, queries: 10 }),
  startedAt: '2026-11-22T09:00:00Z',
  durationMs: 4200,
  ...changes
});
const slices = (from: number, count: number) => Array.from({ length: count }, (_, index) => slice(from + index));

beforeEach(() => ask.mockReset());
afterEach(clear);

async function showTimeline(run = runWith()) {
  const element = show('c-run-timeline', RunTimeline, { run });
  await settle();
  return element;
}

describe('c-run-timeline', () => {
  it('shows lines, time and rows of each part, and its share of every limit', async () => {
    ask.mockResolvedValue([slice(1)]);
    const element = await showTimeline();
    const cells = all(element, 'tbody tr > *').map(({ textContent }) => textContent!.replace(/\s+/g, ' ').trim());
    expect(cells.slice(0, 5)).toEqual(['1', '2–1,001', 'Nov 22, 2026, 9:00:00 AM', '4.2 sec', '1,000']);
    expect(one(element, 'c-outcome-bar')).toMatchObject({ counts: { read: 1000, updated: 1000 } });
    expect(
      all<HTMLElement & { used: number; limit: number }>(element, 'c-limit-share').map(({ used, limit }) => [
        used,
        limit
      ])
    ).toEqual([
      [45_000, 60_000],
      [3000, 12_000],
      [10, 200],
      [2400, 50_000],
      [1106, 10_000],
      [4, 100]
    ]);
    await expect(element).toBeAccessible();
  });

  it('reads a very long run to its end and draws a page of it', async () => {
    ask.mockResolvedValueOnce(slices(1, 1000)).mockResolvedValueOnce(slices(1001, 7));
    const element = await showTimeline();
    expect(ask.mock.calls.map(([{ afterSlice }]) => afterSlice)).toEqual([null, 1000]);
    expect(all(element, 'tbody tr')).toHaveLength(50);
    const pager = one<HTMLElement>(element, 'c-pager');
    expect(pager).toMatchObject({ total: 1007, offset: 0 });
    pager.dispatchEvent(new CustomEvent('page', { detail: 1000 }));
    await settle();
    expect(all(element, 'tbody tr')).toHaveLength(7);
  });

  it('reads what came since when the run has got further', async () => {
    ask.mockResolvedValueOnce([slice(1)]).mockResolvedValueOnce([slice(2)]);
    const element = await showTimeline(runWith({ status: 'Running', counts: countsWith({ read: 1000 }) }));
    element.run = runWith({ status: 'Running', counts: countsWith({ read: 2000 }) });
    await settle();
    expect(ask).toHaveBeenLastCalledWith({ runId: runWith().id, afterSlice: 1 });
    expect(all(element, 'tbody tr')).toHaveLength(2);
  });

  it('says that nothing is finished yet', async () => {
    ask.mockResolvedValue([]);
    expect(textOf(await showTimeline())).toContain('No part of the run is finished yet.');
  });

  it('shows an error and tries again', async () => {
    ask.mockRejectedValueOnce({ body: { message: 'No access.' } }).mockResolvedValueOnce([slice(1)]);
    const element = await showTimeline();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'No access.' } });
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'tbody tr')).toHaveLength(1);
  });
});
