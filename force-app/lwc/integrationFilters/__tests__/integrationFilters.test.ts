import IntegrationFilters from 'c/integrationFilters';
import { NO_FILTERS } from 'c/integrationFilter';
import { all, clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const change = (element: HTMLElement, filter: string, value: string): boolean =>
  one<HTMLElement>(element, `[data-filter="${filter}"]`).dispatchEvent(
    new CustomEvent('change', { detail: { value } })
  );

describe('c-integration-filters', () => {
  it('tells all filters when one is changed', async () => {
    const filters = { ...NO_FILTERS, text: 'nps' };
    const element = show('c-integration-filters', IntegrationFilters, { filters, environmentNames: ['A', 'B'] });
    const heard = details(element, 'filter');
    change(element, 'state', 'Paused');
    change(element, 'text', 'onboarding');
    change(element, 'environment', 'B');
    expect(heard).toEqual([
      { ...filters, state: 'Paused' },
      { ...filters, text: 'onboarding' },
      { ...filters, environment: 'B' }
    ]);
    await expect(element).toBeAccessible();
  });

  it('says how many are left, and clears all filters', () => {
    const filters = { ...NO_FILTERS, state: 'Paused' };
    const element = show('c-integration-filters', IntegrationFilters, { filters, shownCount: 3, totalCount: 1200 });
    expect(textOf(element)).toBe('3 of 1,200 shown');
    const heard = details(element, 'filter');
    one<HTMLElement>(element, 'lightning-button').click();
    expect(heard).toEqual([NO_FILTERS]);
  });

  it('says nothing while nothing is filtered, and has no choice of one environment', () => {
    const element = show('c-integration-filters', IntegrationFilters, { environmentNames: ['Production'] });
    expect(textOf(element)).toBe('');
    expect(all(element, 'lightning-button, [data-filter="environment"]')).toEqual([]);
  });
});
