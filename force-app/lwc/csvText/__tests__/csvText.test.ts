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

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])(
    'puts an apostrophe in front of %j, which would be a formula',
    (cell) => {
      expect(linesOf(csvOf([[cell]]))).toBe(`'${cell}\r\n`);
    }
  );

  it.each(['\r=1', '\n=1', '=HYPERLINK("http://x","y")', '=1,2'])('makes %j harmless and quotes it', (cell) => {
    expect(linesOf(csvOf([[cell]]))).toBe(`"'${cell.replaceAll('"', '""')}"\r\n`);
  });

  it('leaves alone what is no formula', () => {
    expect(linesOf(csvOf([['a=b', '1-2', "'quoted'", ' =x']]))).toBe("a=b,1-2,'quoted', =x\r\n");
  });
});
