import namesOf from '@salesforce/apex/RunController.recordNames';
import changesOf from '@salesforce/apex/RunController.changes';
import RunChanges from 'c/runChanges';
import { all, clear, countsWith, one, runFields, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.changes', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('@salesforce/apex/RunController.recordNames', () => ({ default: jest.fn() }), { virtual: true });

const named = namesOf as unknown as jest.Mock;
const ask = changesOf as unknown as jest.Mock;

const change = (line: number) => ({
  line,
  recordId: '003000000000001AAA',
  changes: [
    { field: 'Score__c', before: '3', after: '1200.5' },
    { field: 'Gone__c', before: null, after: 'Done' }
  ]
});
const changes = (count: number) => Array.from({ length: count }, (_, index) => change(index + 2));

beforeEach(() => {
  ask.mockReset();
  named.mockReset().mockResolvedValue({ '003000000000001AAA': 'Ada' });
});
afterEach(clear);

async function showChanges(run = runWith()) {
  const element = show('c-run-changes', RunChanges, { run, fields: runFields });
  await settle();
  return element;
}

describe('c-run-changes', () => {
  it('shows each field before and after, with the record once', async () => {
    ask.mockResolvedValue({ rows: [change(1042)] });
    const element = await showChanges();
    const cells = all(element, 'tbody tr').map((row) =>
      [...row.children].map(({ textContent }) => textContent!.trim())
    );
    expect(cells).toEqual([
      ['1,042', '', 'Score', '3', '1,200.5'],
      ['', '', 'Gone__c', '(empty)', 'Done']
    ]);
    expect(all(element, 'tbody tr').map((row) => row.hasAttribute('data-first'))).toEqual([true, false]);
    expect(one<HTMLElement>(element, 'tbody th').title).toBe('Score__c');
    expect(all(element, 'tbody tr:last-child del')).toHaveLength(0);
    await settle();
    expect(all(element, 'c-record-link')).toHaveLength(1);
    expect(one(element, 'c-record-link')).toMatchObject({ recordId: '003000000000001AAA', label: 'Ada' });
    await expect(element).toBeAccessible();
  });

  it('reads no more than a page needs, and further as one goes on', async () => {
    ask
      .mockResolvedValueOnce({ rows: changes(30), lastSlice: 4, nextSlice: 4 })
      .mockResolvedValueOnce({ rows: changes(30), nextSlice: null });
    const element = await showChanges();
    const pager = one<HTMLElement>(element, 'c-pager');
    expect(pager).toMatchObject({ total: 30, endless: true });
    expect(ask).toHaveBeenCalledTimes(1);
    pager.dispatchEvent(new CustomEvent('page', { detail: 25 }));
    await settle();
    expect(ask).toHaveBeenLastCalledWith({ runId: runWith().id, afterSlice: 4 });
    expect(pager).toMatchObject({ total: 60, endless: false, offset: 25 });
  });

  it('asks for the names of the records in view once, and shows Ids where there are none', async () => {
    const other = { ...change(99), recordId: '003000000000002AAA' };
    ask.mockResolvedValueOnce({ rows: [...changes(25), other], nextSlice: null });
    named.mockRejectedValueOnce({ body: { message: 'No access.' } });
    const element = await showChanges();
    expect(one(element, 'c-record-link')).toMatchObject({ label: '003000000000001AAA' });
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 25 }));
    await settle();
    expect(named.mock.calls).toEqual([
      [{ recordIds: ['003000000000001AAA'] }],
      [{ recordIds: ['003000000000002AAA'] }]
    ]);
  });

  it('says that nothing differed', async () => {
    ask.mockResolvedValue({ rows: [] });
    expect(textOf(await showChanges())).toContain('No value differed');
  });

  it('adds the changes of a run that goes on, as far as the page has room', async () => {
    const running = (read: number) => runWith({ status: 'Running', counts: countsWith({ read }) });
    ask.mockResolvedValueOnce({ rows: [change(2)], lastSlice: 1 });
    const element = await showChanges(running(200));
    expect(textOf(element)).toContain('rows are added as it gets further');
    ask.mockResolvedValueOnce({ rows: changes(30), lastSlice: 2 });
    element.run = running(400);
    await settle();
    expect(ask).toHaveBeenLastCalledWith({ runId: runWith().id, afterSlice: 1 });
    expect(all(element, 'tbody tr')).toHaveLength(50);
    element.run = running(600);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('shows an error and tries again', async () => {
    ask.mockRejectedValueOnce({ body: { message: 'No access.' } }).mockResolvedValueOnce({ rows: [change(2)] });
    const element = await showChanges();
    one<HTMLElement>(element, 'c-problem-panel').dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'c-problem-panel')).toHaveLength(0);
    expect(all(element, 'tbody tr')).toHaveLength(2);
  });
});
