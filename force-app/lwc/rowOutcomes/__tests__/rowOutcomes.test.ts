import recordsOfKeys from '@salesforce/apex/RunController.recordsOfKeys';
import rowsOf from '@salesforce/apex/RunController.rows';
import RowOutcomes from 'c/rowOutcomes';
import type { RowOutcome } from 'c/runs';
import { download } from 'c/downloads';
import {
  all,
  clear,
  countsWith,
  details,
  one,
  runFields,
  runWith,
  settle,
  show,
  textOf
} from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.rows', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('@salesforce/apex/RunController.recordsOfKeys', () => ({ default: jest.fn() }), { virtual: true });

jest.mock('c/downloads', () => ({ download: jest.fn() }));

const ask = rowsOf as unknown as jest.Mock;
const found = recordsOfKeys as unknown as jest.Mock;

const rejected: RowOutcome = {
  line: 1042,
  key: 'contact1042@example.com',
  recordId: '003000000000001AAA',
  outcome: 'Rejected',
  reason: 'A closed account cannot change.',
  fields: ['Score__c', 'Stage__c']
};
const unmatched: RowOutcome = {
  line: 7,
  key: 'nobody@example.com',
  outcome: 'Unmatched',
  reason: 'No Contact has it.'
};

beforeEach(() => {
  ask.mockReset();
  found.mockReset().mockResolvedValue({});
});
afterEach(clear);

async function showRows(run = runWith()) {
  const element = show('c-row-outcomes', RowOutcomes, { run, fields: runFields, filter: '' });
  await settle();
  return element;
}

describe('c-row-outcomes', () => {
  it('lists line, key, outcome, reason and fields, with a way to the record', async () => {
    ask.mockResolvedValue({ rows: [rejected, unmatched] });
    const element = await showRows();
    const cells = all(element, 'tbody tr:first-child > *').map(({ textContent }) => textContent!.trim());
    expect(cells).toEqual(['1,042', '', 'Rejected', 'A closed account cannot change.', 'Score, Progress']);
    expect(one<HTMLElement>(element, 'tbody td:last-child').title).toBe('Score__c, Stage__c');
    expect(one(element, 'c-record-link')).toMatchObject({ recordId: rejected.recordId, label: rejected.key });
    expect(textOf(element)).toContain('nobody@example.com');
    await expect(element).toBeAccessible();
  });

  it('reads all parts one after the other, and draws a page of them', async () => {
    const slice = (count: number) => Array.from({ length: count }, (_, line) => ({ ...unmatched, line }));
    ask
      .mockResolvedValueOnce({ rows: slice(30), lastSlice: 4, nextSlice: 4 })
      .mockResolvedValueOnce({ rows: slice(30), lastSlice: 9, nextSlice: 9 })
      .mockResolvedValueOnce({ rows: slice(5), lastSlice: 11, nextSlice: null });
    const element = await showRows();
    await settle();
    expect(ask.mock.calls.map(([{ afterSlice }]) => afterSlice)).toEqual([null, 4, 9]);
    expect(all(element, 'tbody tr')).toHaveLength(50);
    expect(textOf(element)).toContain('65 rows');
    one<HTMLElement>(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
    await settle();
    expect(all(element, 'tbody tr')).toHaveLength(15);
  });

  it('shows the first rows while others are on their way, and saves none until all are there', async () => {
    ask.mockResolvedValueOnce({ rows: [unmatched], nextSlice: 4 }).mockReturnValueOnce(new Promise(() => {}));
    const element = await showRows();
    expect(textOf(element)).toContain('1 rows so far, loading more');
    expect(one(element, '[data-download]')).toMatchObject({ disabled: true });
  });

  it('says that every row was applied, or that there was none', async () => {
    ask.mockResolvedValue({ rows: [] });
    expect(textOf(await showRows())).toContain('Every row was applied.');
    clear();
    expect(textOf(await showRows(runWith({ status: 'Failed', counts: countsWith() })))).toBe('No row was read.');
  });

  it('adds the rows of a run that goes on as it gets further, and the last ones when it is over', async () => {
    const running = (read: number) => runWith({ status: 'Running', counts: countsWith({ read }) });
    ask.mockResolvedValueOnce({ rows: [unmatched], lastSlice: 1 });
    const element = await showRows(running(200));
    expect(textOf(element)).toContain('rows are added as it gets further');
    ask.mockResolvedValueOnce({ rows: [rejected], lastSlice: 2 });
    element.run = running(400);
    await settle();
    expect(all(element, 'tbody tr')).toHaveLength(2);
    element.run = running(400);
    ask.mockResolvedValueOnce({ rows: [] });
    element.run = runWith();
    await settle();
    expect(ask.mock.calls.map(([{ afterSlice }]) => afterSlice)).toEqual([null, 1, 2]);
    expect(textOf(element)).not.toContain('as it gets further');
    expect(textOf(element)).toContain('2 rows');
  });

  it('begins anew with another run', async () => {
    ask.mockResolvedValueOnce({ rows: [unmatched, rejected], lastSlice: 1 });
    const element = await showRows();
    ask.mockResolvedValueOnce({ rows: [rejected], lastSlice: 1 });
    element.run = runWith({ id: 'other' });
    await settle();
    expect(ask).toHaveBeenLastCalledWith({ runId: 'other', afterSlice: null });
    expect(all(element, 'tbody tr')).toHaveLength(1);
  });

  it('shows an error where the rows would be, and tries again', async () => {
    ask.mockRejectedValueOnce({ body: { message: 'No access.' } }).mockResolvedValueOnce({ rows: [unmatched] });
    const element = await showRows();
    const panel = one<HTMLElement>(element, 'c-problem-panel');
    expect(panel).toMatchObject({ heading: 'The rows could not be loaded', problem: { message: 'No access.' } });
    panel.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(all(element, 'tbody tr')).toHaveLength(1);
  });
});

describe('finding rows', () => {
  const rows = [rejected, unmatched, { ...unmatched, line: 9, key: '=cmd()', reason: 'No Contact, "really".' }];
  const keys = (element: HTMLElement): string[] =>
    all(element, 'tbody td.number').map(({ textContent }) => textContent!);

  async function typed(element: HTMLElement, text: string): Promise<void> {
    const input = one<HTMLElement & { value: string }>(element, 'lightning-input');
    input.value = text;
    input.dispatchEvent(new CustomEvent('input'));
    await settle();
  }

  beforeEach(() => ask.mockResolvedValue({ rows }));

  it('finds by line, key, reason and field, be it by its label, in any case and any order', async () => {
    const element = await showRows();
    await typed(element, '1042');
    expect(keys(element)).toEqual(['1,042']);
    await typed(element, 'CLOSED account');
    expect(keys(element)).toEqual(['1,042']);
    for (const field of ['score__c', 'PROGRESS']) {
      await typed(element, field);
      expect(keys(element)).toEqual(['1,042']);
    }
    await typed(element, 'HAS contact');
    expect(keys(element)).toEqual(['7']);
  });

  it('says that nothing matches', async () => {
    const element = await showRows();
    await typed(element, 'elsewhere');
    expect(textOf(element)).toContain('No row matches.');
    expect(one(element, '[data-download]')).toMatchObject({ disabled: true });
    await expect(element).toBeAccessible();
  });

  it('shows the rows of one outcome, or of all again', async () => {
    const element = await showRows();
    element.filter = 'attention';
    await settle();
    expect(keys(element)).toEqual(['1,042']);
    expect(textOf(element)).toContain('Rows that need attention');
    const filters = details<string>(element, 'filter');
    one<HTMLElement>(element, '[data-unfilter]').click();
    expect(filters).toEqual(['']);
    await expect(element).toBeAccessible();
  });

  describe('of rows that were put aside before their records were looked for', () => {
    const invalid = (line: number, key: string | null): RowOutcome => ({ line, key, outcome: 'Invalid' });
    const links = (element: HTMLElement): unknown[] =>
      all(element, 'c-record-link').map((link) => (link as unknown as { recordId: string }).recordId);
    const rest = async (): Promise<void> => {
      await jest.advanceTimersByTimeAsync(300);
      await settle();
    };

    beforeEach(() => jest.useFakeTimers());
    afterEach(() => jest.useRealTimers());

    it('finds the records by key, each once, and links them', async () => {
      ask.mockResolvedValue({ rows: [invalid(2, 'a'), invalid(3, 'a'), invalid(4, 'b'), invalid(5, null), unmatched] });
      found.mockResolvedValue({ a: '003000000000009AAA' });
      const element = await showRows();
      await rest();
      expect(found.mock.calls).toEqual([[{ runId: runWith().id, keys: ['a', 'b'] }]]);
      expect(links(element)).toEqual(['003000000000009AAA', '003000000000009AAA']);
      element.filter = 'Invalid';
      await rest();
      expect(found).toHaveBeenCalledTimes(1);
    });

    it('finds those of the page that somebody stays at', async () => {
      ask.mockResolvedValue({ rows: Array.from({ length: 120 }, (_, index) => invalid(index + 2, `key ${index}`)) });
      const element = await showRows();
      one(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 50 }));
      one(element, 'c-pager').dispatchEvent(new CustomEvent('page', { detail: 100 }));
      await rest();
      expect(found).toHaveBeenCalledTimes(1);
      expect((found.mock.calls[0] as [{ keys: string[] }])[0].keys).toHaveLength(20);
    });

    it('leaves them without a link where they may not be seen', async () => {
      ask.mockResolvedValue({ rows: [invalid(2, 'a')] });
      found.mockRejectedValue({ body: { message: 'No access.' } });
      const element = await showRows();
      await rest();
      expect(links(element)).toEqual([]);
      expect(textOf(element)).not.toContain('No access.');
    });
  });

  it('calls outcomes in the file what the page calls them', async () => {
    ask.mockResolvedValue({ rows: [{ line: 4, key: 'a', outcome: 'Skipped' }] });
    const element = await showRows(runWith({ kind: 'Undo' }));
    one<HTMLElement>(element, '[data-download]').click();
    const [, , text] = (download as jest.Mock).mock.lastCall as string[];
    expect(text).toContain('4,a,Left as they are,');
  });

  it('saves what is shown, with no formula in it', async () => {
    const element = await showRows(runWith({ name: 'RUN-000007' }));
    element.filter = 'Unmatched';
    await settle();
    one<HTMLElement>(element, '[data-download]').click();
    const [name, , text] = (download as jest.Mock).mock.lastCall as string[];
    expect(name).toBe('RUN-000007.csv');
    expect(text.replace('\uFEFF', '').split('\r\n')).toEqual([
      'Line,Key,Outcome,Reason,Fields,Record ID',
      '7,nobody@example.com,Unmatched,No Contact has it.,,',
      `9,'=cmd(),Unmatched,"No Contact, ""really"".",,`,
      ''
    ]);
  });
});
