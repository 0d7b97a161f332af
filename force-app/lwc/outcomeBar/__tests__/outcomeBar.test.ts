import OutcomeBar from 'c/outcomeBar';
import { all, clear, countsWith, details, one, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-outcome-bar', () => {
  const counts = countsWith({
    read: 1210,
    updated: 1000,
    unchanged: 100,
    unmatched: 60,
    skipped: 40,
    invalid: 4,
    rejected: 6
  });

  it('divides the bar as the rows were divided', () => {
    const element = show('c-outcome-bar', OutcomeBar, { counts });
    const shares = all(element, '.segment').map((segment) => [segment.classList[1], segment.style.flexGrow]);
    expect(shares).toEqual([
      ['updated', '1000'],
      ['unchanged', '100'],
      ['unmatched', '100'],
      ['attention', '10']
    ]);
  });

  it('says the same in words', async () => {
    const element = show('c-outcome-bar', OutcomeBar, { counts });
    expect(one<HTMLElement>(element, '[role=img]').getAttribute('aria-label')).toBe(
      '1,000 updated, 100 unchanged, 100 without a record, 10 need attention'
    );
    await expect(element).toBeAccessible();
  });

  it('draws nothing for outcomes that did not occur', () => {
    const element = show('c-outcome-bar', OutcomeBar, { counts: countsWith({ read: 3, updated: 3 }) });
    expect(all(element, '.segment')).toHaveLength(1);
  });

  it('tells which part was clicked', () => {
    const element = show('c-outcome-bar', OutcomeBar, { counts });
    const chosen = details<string>(element, 'choose');
    one<HTMLElement>(element, '.segment.attention').click();
    one<HTMLElement>(element, '.bar').click();
    expect(chosen).toEqual(['attention']);
  });
});
