import IntegrationList from 'c/integrationList';
import { all, clear, details, integrationWith, one, settle, show, textOf } from '../../runs/__tests__/fixtures';

afterEach(clear);

const listOf = (properties: object) =>
  show('c-integration-list', IntegrationList, { canConfigure: true, ...properties });
const many = Array.from({ length: 8 }, (_, index) => integrationWith({ id: `id ${index}`, name: `Number ${index}` }));

describe('c-integration-list', () => {
  it('shows its shape while it loads', async () => {
    const element = listOf({});
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says why it could not be loaded, and asks to try again', () => {
    const element = listOf({ problem: { message: 'No access.' } });
    const asked = details(element, 'retry');
    const panel = one(element, 'c-problem-panel');
    expect(panel).toMatchObject({ problem: { message: 'No access.' }, retryable: true });
    panel.dispatchEvent(new CustomEvent('retry'));
    expect(asked).toHaveLength(1);
    expect(all(element, 'c-table-skeleton')).toEqual([]);
  });

  it('explains itself when there is nothing to list', () => {
    const element = listOf({ integrations: [] });
    const created = details(element, 'create');
    one(element, 'c-empty-integrations').dispatchEvent(new CustomEvent('create'));
    expect(created).toHaveLength(1);
    expect(all(element, 'c-integration-table')).toEqual([]);
  });

  it('hands on what is asked for in a row', () => {
    const element = listOf({ integrations: [integrationWith()] });
    const [acts, dismissals] = [details(element, 'act'), details(element, 'dismiss')];
    const table = one(element, 'c-integration-table');
    table.dispatchEvent(new CustomEvent('act', { detail: { action: 'run' } }));
    table.dispatchEvent(new CustomEvent('dismiss', { detail: 'id' }));
    expect([acts, dismissals]).toEqual([[{ action: 'run' }], ['id']]);
  });

  it('offers filters only where there is something to find', () => {
    expect(all(listOf({ integrations: many.slice(1) }), 'c-integration-filters')).toEqual([]);
    expect(all(listOf({ integrations: many }), 'c-integration-filters')).toHaveLength(1);
  });

  it('shows what passes the filters, and says when nothing does', async () => {
    const element = listOf({ integrations: many });
    const filters = { text: 'number 7', state: '', result: '', environment: '' };
    one(element, 'c-integration-filters').dispatchEvent(new CustomEvent('filter', { detail: filters }));
    await settle();
    expect(one(element, 'c-integration-table')).toMatchObject({ integrations: [many[7]] });
    const none = { ...filters, text: 'nothing like it' };
    one(element, 'c-integration-filters').dispatchEvent(new CustomEvent('filter', { detail: none }));
    await settle();
    expect(all(element, 'c-integration-table')).toEqual([]);
    expect(textOf(element)).toContain('No integration matches.');
    await expect(element).toBeAccessible();
  });
});
