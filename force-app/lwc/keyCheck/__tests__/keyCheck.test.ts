import KeyCheck from 'c/keyCheck';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';
import { send } from '../../wizardState/__tests__/fixtures';

const CHECK = { sampled: 200, one: 182, several: 3, none: 15, blank: 0, message: '182 of 200.', warnings: [] };
const check = (value: object) => show('c-key-check', KeyCheck, { check: { value: { ...CHECK, ...value } } });
const icon = (element: HTMLElement): string => one<{ variant: string }>(element, '.line lightning-icon').variant;

afterEach(clear);

describe('c-key-check', () => {
  it('says how well the identifiers match', async () => {
    const element = check({});
    expect(textOf(element)).toBe('182 of 200.');
    expect(all(element, '.segment').map(({ className, style }) => [className, style.width])).toEqual([
      ['segment one', '91%'],
      ['segment several', '1.5%'],
      ['segment none', '7.5%']
    ]);
    await expect(element).toBeAccessible();
  });

  it('looks good, doubtful or bad', () => {
    expect(icon(check({}))).toBe('success');
    expect(icon(check({ one: 20, none: 180 }))).toBe('warning');
    expect(icon(check({ warnings: ['Email is not unique.'] }))).toBe('warning');
    expect(icon(check({ one: 0, none: 200 }))).toBe('error');
  });

  it('warns in words', () => {
    expect(textOf(check({ warnings: ['The values look hashed.'] }))).toContain('The values look hashed.');
  });

  it('says so when there was nothing to check, or nothing is chosen, or it is under way', () => {
    expect(textOf(check({ sampled: 0, one: 0, several: 0, none: 0 }))).toContain('so nothing could be checked');
    expect(textOf(show('c-key-check', KeyCheck, { check: {}, idle: true }))).toContain('Choose both');
    expect(textOf(show('c-key-check', KeyCheck, { check: { isPending: true } }))).toContain('Checking a sample');
  });

  it('says what failed, and asks again', () => {
    const element = show('c-key-check', KeyCheck, { check: { problem: { message: 'No access.' } } });
    const retried = details(element, 'retry');
    send(one(element, 'c-problem-panel'), 'retry');
    expect(retried).toHaveLength(1);
  });
});
