import ReportChoice from 'c/reportChoice';
import type { Option } from 'c/optionSearch';
import { all, clear, details, one, settle, show } from '../../runs/__tests__/fixtures';
import { actionsOf, dataWith, draftWith, send } from '../../wizardState/__tests__/fixtures';

type List = HTMLElement & { options: Option[]; value: string; emptyText: string };
const choice = (changes: object = {}) =>
  show('c-report-choice', ReportChoice, { draft: draftWith(), data: dataWith(), columns: {}, ...changes });
const list = (element: HTMLElement): List => one<List>(element, 'c-search-list');

afterEach(clear);

describe('c-report-choice', () => {
  it('shows its shape, then the reports, the chosen one marked', async () => {
    const element = choice();
    expect(all(element, 'c-table-skeleton')).toHaveLength(1);
    await settle();
    expect(list(element)).toMatchObject({
      value: 'onboarding',
      options: [{ value: 'onboarding', label: 'Onboarding', detail: '1,200 rows' }]
    });
    await expect(element).toBeAccessible();
  });

  it('chooses a report by its name', async () => {
    const element = choice();
    const actions = actionsOf(element);
    await settle();
    send(list(element), 'choose', 'onboarding');
    expect(actions).toEqual([{ type: 'reportChosen', reportId: 'onboarding', reportName: 'Onboarding' }]);
  });

  it('keeps a chosen report in the list that the environment no longer has', async () => {
    const element = choice({ draft: draftWith({ reportId: 'gone', reportName: 'Gone' }) });
    await settle();
    expect(list(element).options.map(({ label }) => label)).toEqual(['Gone', 'Onboarding']);
  });

  it('asks anew when the list is refreshed, and says what failed', async () => {
    const reports = jest
      .fn()
      .mockRejectedValueOnce({ body: { message: 'The API is down.' } })
      .mockResolvedValue([]);
    const data = dataWith({ reports });
    const element = choice({ data });
    await settle();
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'The API is down.' } });
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(data.forget).toHaveBeenCalledWith('reports');
    expect(list(element).emptyText).toContain('This environment has no reports');
  });

  it('takes the path of a CSV file, and names the report after the file', async () => {
    const data = dataWith();
    const element = choice({ data, draft: draftWith({ sourceKind: 'Csv', reportId: '' }) });
    const actions = actionsOf(element);
    await settle();
    expect(data.reports).not.toHaveBeenCalled();
    send(one(element, 'c-csv-path'), 'choose', 'surveys/NPS answers');
    expect(actions).toEqual([{ type: 'reportChosen', reportId: 'surveys/NPS answers', reportName: 'NPS answers' }]);
  });

  it('chooses a file that was just uploaded, and forgets what was known of it', async () => {
    const data = dataWith();
    const element = choice({ data, draft: draftWith({ sourceKind: 'Upload' }) });
    const actions = actionsOf(element);
    const retried = details(element, 'retry');
    await settle();
    expect(one(element, 'c-csv-upload')).toMatchObject({ documentId: '' });
    send(one(element, 'c-csv-upload'), 'uploaded', { id: '069', name: 'NPS' });
    await settle();
    expect(actions).toEqual([{ type: 'reportChosen', reportId: '069', reportName: 'NPS' }]);
    expect(data.forget).toHaveBeenCalledWith('reports', 'columns', 'keys', 'sample');
    expect(retried).toEqual([]);
    expect(data.reports).toHaveBeenCalledTimes(2);
  });

  it('uploads the next version of the file of an integration that exists', async () => {
    const element = choice({ draft: draftWith({ id: 'a01', sourceKind: 'Upload', reportId: '069' }) });
    await settle();
    expect(one(element, 'c-csv-upload')).toMatchObject({ documentId: '069' });
    const retried = details(element, 'retry');
    send(one(element, 'c-csv-upload'), 'uploaded', { id: '069', name: 'NPS' });
    expect(retried).toHaveLength(1);
  });
});
