import SampleChanges from 'c/sampleChanges';
import type { Draft } from 'c/wizardState';
import { all, clear, one, settle, show, textOf } from '../../runs/__tests__/fixtures';
import { dataWith, draftWith, later, rowWith, send } from '../../wizardState/__tests__/fixtures';

type Panel = HTMLElement & { draft: Draft; ready: boolean };
const RECORD = { recordId: '003', recordName: 'Ada', line: 2, outcome: 'Unchanged' };
const always = () => dataWith({ sampleChanges: jest.fn().mockResolvedValue({ records: [RECORD] }) });
const panel = (changes: object = {}): Panel =>
  show('c-sample-changes', SampleChanges, { draft: draftWith(), data: always(), ready: true, ...changes });

async function pass(milliseconds: number): Promise<void> {
  jest.advanceTimersByTime(milliseconds);
  await settle();
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  clear();
  jest.useRealTimers();
});

describe('c-sample-changes', () => {
  it('waits until the mappings can be tried', async () => {
    const data = always();
    const element = panel({ data, ready: false });
    await pass(5000);
    expect(data.sampleChanges).not.toHaveBeenCalled();
    expect(textOf(element)).toContain('As soon as the mappings are complete');
    element.ready = true;
    await pass(900);
    expect(all(element, 'c-sample-record')).toMatchObject([{ record: RECORD }]);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });

  it('asks once for several changes in a row, and not at all for a name or a schedule', async () => {
    const data = always();
    const element = panel({ data });
    await pass(500);
    element.draft = draftWith({ rows: [rowWith({ truncate: true })] });
    await pass(500);
    expect(data.sampleChanges).not.toHaveBeenCalled();
    await pass(400);
    expect(data.sampleChanges).toHaveBeenCalledTimes(1);
    expect(data.sampleChanges.mock.calls[0][0]).toMatchObject({ mappings: [{ truncate: true }] });
    element.draft = { ...element.draft, name: 'Other', scheduleKind: 'Weekly' };
    await pass(5000);
    expect(data.sampleChanges).toHaveBeenCalledTimes(1);
  });

  it('keeps the sample before in view while the next one is on its way', async () => {
    const data = always();
    const element = panel({ data });
    await pass(900);
    const slow = later<object>();
    data.sampleChanges.mockReturnValueOnce(slow.promise);
    element.draft = draftWith({ onAmbiguous: 'All' });
    await pass(900);
    expect(all(element, 'c-sample-record')).toHaveLength(1);
    expect(one(element, 'ul').className).toContain('records_old');
    slow.answer({ records: [] });
    await settle();
    expect(textOf(element)).toContain('The report has no rows at present');
  });

  it('says what failed, and asks anew', async () => {
    const data = dataWith({
      sampleChanges: jest.fn().mockRejectedValueOnce({ body: { message: 'The API is down.' } })
    });
    const element = panel({ data });
    await pass(900);
    expect(one(element, 'c-problem-panel')).toMatchObject({ problem: { message: 'The API is down.' } });
    data.sampleChanges.mockResolvedValueOnce({ records: [RECORD] });
    send(one(element, 'c-problem-panel'), 'retry');
    await settle();
    expect(data.forget).toHaveBeenCalledWith('sample');
    expect(all(element, 'c-sample-record')).toHaveLength(1);
  });

  it('asks nothing once it is gone', async () => {
    const data = always();
    const element = panel({ data });
    element.remove();
    await pass(5000);
    expect(data.sampleChanges).not.toHaveBeenCalled();
  });
});
