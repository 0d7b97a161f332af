import { parse } from 'csv-parse/sync';
import { csvOf } from 'c/csvText';

const linesOf = (text: string): string => text.replace('\uFEFF', '');

describe('rows as CSV', () => {
  it('ends every line with CR LF and tells spreadsheets that it is UTF-8', () => {
    expect(
      csvOf([
        ['Key', 'Reason'],
        ['é', '']
      ])
    ).toBe('\uFEFFKey,Reason\r\né,\r\n');
  });

  it('quotes what would end a cell or a line', () => {
    expect(linesOf(csvOf([['a,b', 'say "no"', 'two\nlines', 'two\r\nlines']]))).toBe(
      '"a,b","say ""no""","two\nlines","two\r\nlines"\r\n'
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =x', '＝1+1'])(
    'puts an apostrophe in front of %j, which would be a formula',
    (cell) => {
      expect(linesOf(csvOf([[cell]]))).toBe(`'${cell}\r\n`);
    }
  );

  it.each(['\tx', '\rx', '\nx', '=HYPERLINK("http://x","y")', '=1,2'])('makes %j harmless and quotes it', (cell) => {
    expect(linesOf(csvOf([[cell]]))).toBe(`"'${cell.replaceAll('"', '""')}"\r\n`);
  });

  it('leaves alone what is no formula', () => {
    expect(linesOf(csvOf([['a=b', '1-2', "'quoted'", 'a,=b', 'a;b', '']]))).toBe(
      'a=b,1-2,\'quoted\',"a,=b","a;b",\r\n'
    );
  });

  const HOSTILE = [
    'a;=1+1',
    'a;=1+1;b',
    'a; =1',
    'a;"=1+1"',
    'a\n=1',
    'a\r\n=1+1',
    'a\r\n"=1+1"',
    '\r=1',
    '\n=1',
    'x\t@SUM(A1)',
    'x|+1',
    'a;;-1',
    '";=1;"'
  ];

  /** What of the hostile cells begins a formula, first, in the middle and last in a row. */
  const formulasIn = (read: (text: string) => string[]): string[] =>
    read(csvOf(HOSTILE.map((cell) => [cell, '5', cell, 'Rejected', cell]))).filter((cell) =>
      /^["\s]*[=+\-@＝＋－＠]/.test(cell)
    );

  it('has no formula for a reader of the standard', () => {
    expect(formulasIn((text) => (parse(text, { bom: true }) as string[][]).flat())).toEqual([]);
  });

  it.each([';', '\t', '|'])('has none where %j separates cells, and quotes begin in the midst of them', (separator) => {
    expect(formulasIn((text) => text.split(/[\r\n]+/).flatMap((line) => line.split(separator)))).toEqual([]);
  });

  it('gives a reader of the standard 20,000 rows back as they were', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      String(index),
      `who.${index}@example.com`,
      `“${index}” is no date,\r\nsays the "rule"`,
      ''
    ]);
    expect(parse(csvOf(rows), { bom: true })).toEqual(rows);
  });
});
