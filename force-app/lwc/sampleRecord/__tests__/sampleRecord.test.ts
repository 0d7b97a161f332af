import SampleRecord from 'c/sampleRecord';
import { all, clear, one, show, textOf } from '../../runs/__tests__/fixtures';

const record = (changes: object = {}) =>
  show('c-sample-record', SampleRecord, {
    record: { recordId: '003000000000001AAA', recordName: 'Ada', line: 1042, outcome: 'Updated', ...changes }
  });

afterEach(clear);

describe('c-sample-record', () => {
  it('shows the old value struck through and the new one beside it, told apart without colour too', async () => {
    const changes = [
      { field: 'a', label: 'Completion', before: '12', after: '87.5' },
      { field: 'b', label: 'Last step', before: null, after: '2026-11-02' },
      { field: 'c', label: 'Note', before: 'Old', after: null }
    ];
    const element = record({ changes });
    expect(all(element, 'del').map((value) => value.textContent)).toEqual(['12', '(blank)', 'Old']);
    expect(all(element, '.blank')).toHaveLength(1);
    expect(all(element, 'ins').map((value) => value.textContent)).toEqual(['87.5', '2026-11-02', '(blank)']);
    expect(one(element, 'dd').textContent).toBe('was12becomes87.5');
    expect(textOf(element)).toContain('line 1,042');
    expect(one(element, 'c-record-link')).toMatchObject({ recordId: '003000000000001AAA', label: 'Ada' });
    await expect(element).toBeAccessible();
  });

  it('says why a row changes nothing', () => {
    const element = record({ recordId: null, recordName: 'x', outcome: 'Unmatched', reason: 'No record has “x”.' });
    expect(textOf(element)).toContain('xline 1,042Unmatched');
    expect(textOf(element)).toContain('No record has “x”.');
    expect(all(element, 'c-record-link')).toHaveLength(0);
  });

  it('shows an outcome that it does not know by its own name', () => {
    expect(textOf(record({ outcome: 'Postponed' }))).toContain('Postponed');
  });
});
