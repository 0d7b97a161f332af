import CenterHeader from 'c/centerHeader';
import { all, clear, details, integrationWith, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const several = (count: number) => Array.from({ length: count }, (_, index) => integrationWith({ id: `a0${index}` }));

describe('c-center-header', () => {
  it.each([
    [1, 0, '1 integration · all is well'],
    [3, 1, '3 integrations · 1 needs attention'],
    [3, 2, '3 integrations · 2 need attention']
  ])('says of %i integrations, %i of them alarming: %s', async (count, alarmingCount, text) => {
    const element = show('c-center-header', CenterHeader, { integrations: several(count), alarmingCount });
    expect(textOf(element)).toContain(text);
    await expect(element).toBeAccessible();
  });

  it('says nothing about integrations before it knows', () => {
    const element = show('c-center-header', CenterHeader, {});
    expect(one<HTMLElement>(element, '.meta').textContent).toBe('');
  });

  it('offers a search only where there is something to search', () => {
    const element = show('c-center-header', CenterHeader, { integrations: several(3) });
    expect(all(element, 'lightning-input')).toHaveLength(0);
  });

  it('passes on search and refresh', () => {
    const element = show('c-center-header', CenterHeader, { integrations: several(20) });
    const searched = details<string>(element, 'search');
    const refreshed = details(element, 'refresh');
    const change = new CustomEvent('change', { detail: { value: 'nps' } });
    one<HTMLElement>(element, 'lightning-input').dispatchEvent(change);
    one<HTMLElement>(element, 'lightning-button-icon').click();
    expect(searched).toEqual(['nps']);
    expect(refreshed).toHaveLength(1);
  });
});
