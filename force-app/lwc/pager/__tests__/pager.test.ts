import Pager from 'c/pager';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const steps = (element: HTMLElement) =>
  Object.fromEntries(
    all<HTMLElement & { disabled: boolean }>(element, 'lightning-button-icon').map((button) => [
      button.dataset.name,
      !button.disabled
    ])
  );

function click(element: HTMLElement, name: string): number[] {
  const pages = details<number>(element, 'page');
  one<HTMLElement>(element, `[data-name="${name}"]`).click();
  return pages;
}

describe('c-pager', () => {
  it('is not there for a list of one page', () => {
    expect(textOf(show('c-pager', Pager, { total: 50 }))).toBe('');
  });

  it('says where one is and goes to the pages around, the first and the last', async () => {
    const element = show('c-pager', Pager, { offset: 4950, total: 10_001 });
    expect(textOf(element)).toBe('4,951–5,000 of 10,001');
    expect(steps(element)).toEqual({ first: true, previous: true, next: true, last: true });
    expect(click(element, 'previous')).toEqual([4900]);
    expect(click(element, 'next')).toEqual([5000]);
    expect(click(element, 'first')).toEqual([0]);
    expect(click(element, 'last')).toEqual([10_000]);
    await expect(element).toBeAccessible();
  });

  it('goes no further than the ends', () => {
    expect(steps(show('c-pager', Pager, { offset: 0, total: 100 }))).toMatchObject({ first: false, previous: false });
    clear();
    const element = show('c-pager', Pager, { offset: 50, total: 100 });
    expect(steps(element)).toMatchObject({ next: false, last: false });
    expect(textOf(element)).toBe('51–100 of 100');
  });

  it('goes on where the end is not known', () => {
    const element = show('c-pager', Pager, { offset: 25, pageSize: 25, total: 51, endless: true });
    expect(textOf(element)).toBe('26–50 of more than 51');
    expect(steps(element)).toEqual({ first: true, previous: true, next: true });
  });
});
