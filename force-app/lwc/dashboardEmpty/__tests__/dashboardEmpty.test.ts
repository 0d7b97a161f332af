import DashboardEmpty from 'c/dashboardEmpty';
import { clear, details, one, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-dashboard-empty', () => {
  it('says what there would be, and leads to the integrations', async () => {
    const element = show('c-dashboard-empty', DashboardEmpty, {});
    const asked = details<unknown>(element, 'resolve');
    expect(textOf(element)).toContain('No runs in this period');
    one<HTMLElement>(element, 'lightning-button').dispatchEvent(new CustomEvent('click'));
    expect(asked).toHaveLength(1);
    await expect(element).toBeAccessible();
  });
});
