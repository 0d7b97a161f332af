import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createFolder } from '../testing/report-fixture';
import { openCsvReport, readCsvRows } from './csv-report';
import { CHECKPOINT_ROWS } from './csv-scanner';
import { readFileVersion } from './file-version';

const folders: { remove(): void }[] = [];
afterAll(() => folders.forEach((folder) => folder.remove()));

async function open(content: string | Buffer) {
  const folder = createFolder({ 'report.csv': content });
  folders.push(folder);
  return openCsvReport(await readFileVersion(join(folder.folder, 'report.csv')));
}

/** Quotes, separators, line breaks, blank lines and characters of several bytes, with LF and CRLF mixed in. */
function uglyCsv(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const end = index % 3 === 0 ? '\r\n' : '\n';
    const blank = index % 17 === 0 ? end : '';
    return `"row ""${index}"",\r\n${'ü€😀'.repeat(index % 5)}",${index},${index % 2 ? '' : '"x\ny"'}${end}${blank}`;
  });
  return `\ufeff\r\nName,Number,Rest\r\n${lines.join('')}`;
}

test('pages cut anywhere are the file that csv-parse reads whole', async () => {
  const content = uglyCsv(3 * CHECKPOINT_ROWS + 250);
  const options = { bom: true, skip_empty_lines: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
  const all = parse(content, options).slice(1);
  const report = await open(content);
  expect(report.rowCount).toBe(all.length);
  for (const [offset, limit] of [
    [0, 1],
    [0, 5000],
    [999, 2],
    [1000, 1000],
    [1001, 999],
    [2500, 10],
    [3200, 1000],
    [3249, 1]
  ]) {
    expect(await readCsvRows(report, offset, limit)).toEqual(all.slice(offset, offset + limit));
  }
  expect(await readCsvRows(report, all.length, 10)).toEqual([]);
});

test.each([
  ['a last row without a line break', 'A,B\n1,2', [['1', '2']]],
  ['a header alone', 'A,B', []],
  [
    'a quote inside a bare cell',
    'A,B\n5" disk,""\nb"",2\n',
    [
      ['5" disk', ''],
      ['b""', '2']
    ]
  ],
  ['an empty quoted cell', 'A,B\n"",""\n', [['', '']]],
  ['a quoted cell at the end', 'A,B\n1,"2"', [['1', '2']]],
  ['one column with blank lines', 'A\n1\n\n2\n', [['1'], ['2']]]
])('%s', async (_name, content, rows) => {
  const report = await open(content);
  expect([report.rowCount, await readCsvRows(report, 0, 10)]).toEqual([rows.length, rows]);
});

test.each([
  ['', 'it is empty, and needs a header row with the column names'],
  ['\ufeff\n\n', 'it is empty, and needs a header row with the column names'],
  ['A\n1\n"two\n3\n', 'line 3 opens a quote that is never closed'],
  ['A\n"1\n2"3\n', 'line 3 has text after a closing quote; inside quotes, a quote is written twice'],
  [Buffer.from('A\nM\xfcller\n', 'latin1'), 'it is not UTF-8 text; save it as "CSV UTF-8"']
])('%j is refused', async (content, reason) => {
  await expect(open(content)).rejects.toThrow(`report.csv is not a valid CSV file: ${reason}.`);
});

test('a file written to after it was indexed is not read with the old positions', async () => {
  const report = await open('A\n1\n2\n');
  const stale = { ...report, size: report.size + 1 };
  await expect(readCsvRows(stale, 0, 1)).rejects.toMatchObject({ code: 'replaced' });
});
