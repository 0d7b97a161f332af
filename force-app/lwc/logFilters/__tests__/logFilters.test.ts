import LogFilters, { ALL_RUNS } from 'c/logFilters';
import { all, clear, details, one, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

const chooseStatus = (element: HTMLElement, value: string): boolean =>
  one<HTMLElement>(element, '[data-filter="status"]').dispatchEvent(new CustomEvent('change', { detail: { value } }));

function chooseDay(element: HTMLElement, value: string): void {
  const input = one<HTMLInputElement>(element, '[data-filter="lastDay"]');
  input.value = value;
  input.dispatchEvent(new Event('change'));
}

describe('c-log-filters', () => {
  it('offers every way in which a run can end, by its word', async () => {
    const element = show('c-log-filters', LogFilters, {});
    const { options } = one<HTMLElement & { options: { label: string }[] }>(element, '[data-filter="status"]');
    expect(options.map(({ label }) => label)).toEqual([
      'All statuses',
      'Completed',
      'Completed with errors',
      'Failed',
      'Stopped',
      'Cancelled'
    ]);
    expect(all(element, '[data-clear]')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('tells the whole filter when a part of it is changed, but for years that are not typed to their end', () => {
    const filter = { status: 'Failed', lastDay: '2026-11-01' };
    const element = show('c-log-filters', LogFilters, { filter });
    const heard = details(element, 'filter');
    chooseStatus(element, 'Stopped');
    chooseDay(element, '0020-10-01');
    chooseDay(element, '2026-10-01');
    chooseDay(element, '');
    expect(heard).toEqual([
      { ...filter, status: 'Stopped' },
      { ...filter, lastDay: '2026-10-01' },
      { ...filter, lastDay: '' }
    ]);
  });

  it('clears it', () => {
    const element = show('c-log-filters', LogFilters, { filter: { status: 'Failed', lastDay: '' } });
    const heard = details(element, 'filter');
    one<HTMLElement>(element, '[data-clear]').click();
    expect(heard).toEqual([ALL_RUNS]);
  });
});
