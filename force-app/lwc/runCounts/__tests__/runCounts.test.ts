import RunCounts from 'c/runCounts';
import { all, clear, countsWith, details, one, show } from '../../runs/__tests__/fixtures';

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

  it('shows of an undo what may become of a change', () => {
    const counts = countsWith({ read: 4, updated: 3, skipped: 1 });
    const element = show('c-run-counts', RunCounts, { counts, kind: 'Undo' });
    expect(all(element, 'dt').map(({ textContent }) => textContent!.trim())).toEqual([
      'Changes looked at',
      'Restored',
      'As before already',
      'Left as they are',
      'Rejected'
    ]);
  });

  it('filters by what is kept row by row, by outcome or by a part of the bar', async () => {
    const counts = countsWith({ read: 9, updated: 5, unmatched: 1, invalid: 3 });
    const element = show('c-run-counts', RunCounts, { counts, filter: 'Invalid' });
    expect(all(element, 'button').map(({ dataset, ariaPressed }) => [dataset.outcome, ariaPressed])).toEqual([
      ['Unmatched', 'false'],
      ['Invalid', 'true']
    ]);
    const filters = details<string>(element, 'filter');
    one<HTMLElement>(element, 'button[data-outcome="Unmatched"]').click();
    one<HTMLElement>(element, 'button[data-outcome="Invalid"]').click();
    const bar = one<HTMLElement>(element, 'c-outcome-bar');
    bar.dispatchEvent(new CustomEvent('choose', { detail: 'attention' }));
    bar.dispatchEvent(new CustomEvent('choose', { detail: 'updated' }));
    expect(filters).toEqual(['Unmatched', '', 'attention']);
    await expect(element).toBeAccessible();
  });
});
