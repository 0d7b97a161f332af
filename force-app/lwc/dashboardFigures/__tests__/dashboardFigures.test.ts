import DashboardFigures from 'c/dashboardFigures';
import { overviewWith } from '../../dashboard/__tests__/fixtures';
import { all, clear, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

it('shows four figures, each with that of the period before', async () => {
  const { figures, previous } = overviewWith();
  const element = show('c-dashboard-figures', DashboardFigures, { figures, previous });
  expect(all(element, 'li').map((card) => card.textContent)).toEqual([
    'Runs1Period before: 0',
    'Runs completed100%Period before: –',
    'Rows updated1,080Period before: 0',
    'Keys with a record80.5%Period before: –'
  ]);
  await expect(element).toBeAccessible();
});
