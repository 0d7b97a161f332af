import rowsOf from '@salesforce/apex/RunController.rows';
import RowOutcomes from 'c/rowOutcomes';
import type { RowOutcome } from 'c/runs';
import { all, clear, one, runWith, settle, show, textOf } from '../../runs/__tests__/fixtures';

jest.mock('@salesforce/apex/RunController.rows', () => ({ default: jest.fn() }), { virtual: true });

const ask = rowsOf as unknown as jest.Mock;

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

beforeEach(() => ask.mockReset());
afterEach(clear);

async function showRows(run = runWith()) {
  const element = show('c-row-outcomes', RowOutcomes, { run });
  await settle();
  return element;
}

describe('c-row-outcomes', () => {
  it('lists line, key, outcome, reason and fields, with a way to the record', async () => {
    ask.mockResolvedValue({ rows: [rejected, unmatched] });
    const element = await showRows();
    const cells = all(element, 'tbody tr:first-child > *').map(({ textContent }) => textContent!.trim());
    expect(cells).toEqual(['1,042', '', 'Rejected', 'A closed account cannot change.', 'Score__c, Stage__c']);
    expect(one(element, 'c-record-link')).toMatchObject({ recordId: rejected.recordId, label: rejected.key });
    expect(textOf(element)).toContain('nobody@example.com');
    await expect(element).toBeAccessible();
  });

  it('reads slices until there is a screenful, and the others when asked', async () => {
    const slice = (count: number) => Array.from({ length: count }, () => unmatched);
    ask
      .mockResolvedValueOnce({ rows: slice(30), nextSlice: 4 })
      .mockResolvedValueOnce({ rows: slice(30), nextSlice: 9 })
      .mockResolvedValueOnce({ rows: slice(5), nextSlice: null });
    const element = await showRows();
    expect(all(element, 'tbody tr')).toHaveLength(60);
    one<HTMLElement>(element, 'lightning-button').click();
    await settle();
    expect(ask.mock.calls.map(([{ afterSlice }]) => afterSlice)).toEqual([null, 4, 9]);
    expect(all(element, 'tbody tr')).toHaveLength(65);
    expect(all(element, 'lightning-button')).toHaveLength(0);
  });

  it('says that every row was applied', async () => {
    ask.mockResolvedValue({ rows: [] });
    expect(textOf(await showRows())).toContain('Every row was applied.');
  });

  it('says that rows may come while the run goes on, and reads again when it is over', async () => {
    ask.mockResolvedValue({ rows: [] });
    const element = await showRows(runWith({ status: 'Running' }));
    expect(textOf(element)).toContain('More rows may come');
    element.run = runWith();
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
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
