import TableSkeleton from 'c/tableSkeleton';
import { all, clear, one, show } from '../../runs/__tests__/fixtures';

afterEach(clear);

describe('c-table-skeleton', () => {
  it('has the shape of the table to come, and says what is loading', async () => {
    const element = show('c-table-skeleton', TableSkeleton, { label: 'Loading the log', rows: 2, columns: 3 });
    expect(all(element, '.line')).toHaveLength(2);
    expect(all(element, '.cell')).toHaveLength(6);
    expect(one<HTMLElement>(element, '[role=status]').textContent).toBe('Loading the log');
    await expect(element).toBeAccessible();
  });
});
