import { SliceReader, type SlicePage } from 'c/sliceReader';

const pages: Record<string, SlicePage<string>> = {
  null: { rows: ['a', 'b'], lastSlice: 3, nextSlice: 3 },
  3: { rows: ['c'], lastSlice: 9, nextSlice: 9 },
  9: { rows: ['d'], lastSlice: 12 },
  12: { rows: [] }
};

const answer = (afterSlice: number | null): Promise<SlicePage<string>> => Promise.resolve(pages[String(afterSlice)]);

describe('reading a log part after part', () => {
  it('reads as far as is needed, and goes on from there', async () => {
    const reader = new SliceReader(answer);
    const seen: number[] = [];
    await reader.read(3, () => seen.push(reader.rows.length));
    expect(reader).toMatchObject({ rows: ['a', 'b', 'c'], isComplete: false });
    await reader.read(Infinity, () => seen.push(reader.rows.length));
    expect(reader).toMatchObject({ rows: ['a', 'b', 'c', 'd'], isComplete: true });
    expect(seen).toEqual([2, 3, 4]);
  });

  it('goes on behind a part that could not be read, with no row twice', async () => {
    const ask = jest.fn(answer).mockImplementationOnce(answer);
    ask.mockImplementationOnce(() => Promise.reject(new Error('Gone.')));
    const reader = new SliceReader(ask);
    await expect(reader.read(Infinity, () => {})).rejects.toThrow('Gone.');
    await reader.read(Infinity, () => {});
    expect(reader.rows).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on behind the last part when the run has got further, however many ask for it', async () => {
    const ask = jest.fn(answer);
    const reader = new SliceReader(ask);
    await reader.read(Infinity, () => {});
    reader.grow();
    expect(reader.isComplete).toBe(false);
    ask.mockResolvedValueOnce({ rows: ['e'], lastSlice: 13 });
    await Promise.all([reader.read(Infinity, () => {}), reader.read(Infinity, () => {})]);
    expect(reader.rows).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(ask.mock.calls.map(([afterSlice]) => afterSlice)).toEqual([null, 3, 9, 12]);
  });

  it('asks once more when the run got further while an answer was on its way', async () => {
    const ask = jest.fn(answer);
    const reader = new SliceReader(ask);
    ask.mockImplementationOnce(async () => {
      reader.grow();
      return { rows: ['a'], lastSlice: 9 };
    });
    await reader.read(Infinity, () => {});
    expect(reader).toMatchObject({ rows: ['a', 'd'], isComplete: true });
  });

  it('tells nobody of what arrives after it was stopped', async () => {
    const ask = jest.fn(answer);
    const reader = new SliceReader(ask);
    const heard = jest.fn();
    const reading = reader.read(Infinity, heard);
    await Promise.resolve();
    reader.stop();
    await reading;
    expect(heard).not.toHaveBeenCalled();
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
