import DashboardCard from 'c/dashboardCard';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-dashboard-card', () => {
  it('puts content and what can be done under a heading', async () => {
    const element = show('c-dashboard-card', DashboardCard, { heading: 'Duration' });
    expect(one<HTMLElement>(element, 'h2').textContent).toBe('Duration');
    expect(all(element, 'slot').map((slot) => slot.getAttribute('name'))).toEqual(['actions', null]);
    await expect(element).toBeAccessible();
  });

  it('says so where there is nothing to show', async () => {
    const element = show('c-dashboard-card', DashboardCard, { heading: 'Duration', empty: 'No runs.' });
    expect(textOf(element)).toBe('DurationNo runs.');
    expect(all(element, 'slot')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
