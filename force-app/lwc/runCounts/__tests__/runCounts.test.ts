import RunCounts from 'c/runCounts';
import { all, clear, countsWith, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-run-counts', () => {
  it('shows every outcome with its number, in words', async () => {
    const counts = countsWith({
      read: 5000,
      updated: 4812,
      unchanged: 120,
      unmatched: 47,
      skipped: 9,
      ambiguous: 3,
      invalid: 4,
      rejected: 5
    });
    const element = show('c-run-counts', RunCounts, { counts });
    const figures = all(element, '.figure').map((figure) =>
      [...figure.children].map(({ textContent }) => textContent!.trim())
    );
    expect(figures).toEqual([
      ['Rows read', '5,000'],
      ['Updated', '4,812'],
      ['Unchanged', '120'],
      ['Unmatched', '47'],
      ['Skipped, no key', '9'],
      ['Ambiguous', '3'],
      ['Invalid', '4'],
      ['Rejected', '5']
    ]);
    await expect(element).toBeAccessible();
  });

  it('holds back what did not occur', () => {
    const element = show('c-run-counts', RunCounts, { counts: countsWith({ read: 3, updated: 3 }) });
    expect(all(element, '.none')).toHaveLength(6);
  });
});
