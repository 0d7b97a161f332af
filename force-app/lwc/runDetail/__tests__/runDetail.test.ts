import RunDetail from 'c/runDetail';
import { all, clear, countsWith, one, runWith, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.rows', () => ({ default: () => new Promise(() => {}) }), { virtual: true });

afterEach(clear);

const facts = (element: HTMLElement): Record<string, string> =>
  Object.fromEntries(
    all(element, '.fact').map((fact) => [...fact.children].map(({ textContent }) => textContent!.replace(/\s+/g, ' ')))
  );

describe('c-run-detail', () => {
  it('puts the result first, then the facts', async () => {
    const run = runWith();
    const element = show('c-run-detail', RunDetail, { run });
    expect(one<HTMLElement>(element, 'h2').textContent).toBe(
      '1,100 of 1,200 rows updated, 100 already up to date; nothing needs attention'
    );
    expect(facts(element)).toEqual({
      Run: 'RUN-000001',
      'Start (UTC)': 'Nov 22, 2026, 9:00:00 AM',
      'End (UTC)': 'Nov 22, 2026, 9:00:12 AM',
      Duration: '12 sec',
      'Started by': 'Run now',
      Transactions: '3',
      Callouts: '4',
      Queries: '9',
      'Records saved, log included': '1,106'
    });
    expect(one(element, 'c-row-outcomes')).toMatchObject({ run });
    await expect(element).toBeAccessible();
  });

  it('gives the reason of a run that failed', () => {
    const run = runWith({ status: 'Failed', message: 'The key is wrong.', counts: countsWith() });
    const element = show('c-run-detail', RunDetail, { run });
    expect(textOf(element)).toContain('The key is wrong.');
    expect(all(element, 'c-run-counts, h2')).toHaveLength(0);
  });

  it('shows progress and leaves out what is not known yet while the run goes on', () => {
    const run = runWith({ status: 'Running', finishedAt: null, durationMs: null });
    const element = show('c-run-detail', RunDetail, { run });
    expect(one(element, 'c-run-progress')).toMatchObject({ run });
    expect(Object.keys(facts(element))).not.toContain('End (UTC)');
  });
});
