import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { createFolder } from '../insights-api/testing/report-fixture';

const CLI = ['--require', require.resolve('tsx/cjs'), resolve(__dirname, 'cli.ts')];

const FIELDS = {
  Text: 'Text(10)',
  Number: 'Number(5,2)',
  Checkbox: 'Checkbox',
  Date: 'Date',
  DateTime: 'DateTime',
  Picklist: 'Picklist(Gold;Silver Plus)'
};

type FieldName = keyof typeof FIELDS;

/** What the product promises of each cell ("Exact behaviour", table of target types): the value it becomes, or nothing. */
const CELLS: [FieldName, string, string | undefined][] = [
  ['Text', '0123456789', '0123456789'],
  ['Text', '0123456789x', undefined],
  ['Text', 'a\nb, "c"', 'a\nb, "c"'],
  ['Number', '1.005', '1.01'],
  ['Number', '-1.005', '-1.01'],
  ['Number', '1.0049999999999999999', '1'],
  ['Number', '1e2', '100'],
  ['Number', '12.5E-1', '1.25'],
  ['Number', '+3', '3'],
  ['Number', ' 4 ', '4'],
  ['Number', '999.994', '999.99'],
  ['Number', '999.995', undefined],
  ['Number', '1234', undefined],
  ['Number', '1,5', undefined],
  ['Number', '0x10', undefined],
  ['Number', '--1', undefined],
  ['Number', 'NaN', undefined],
  ['Checkbox', 'TRUE', 'true'],
  ['Checkbox', 'Yes', 'true'],
  ['Checkbox', 'y', 'true'],
  ['Checkbox', ' 1 ', 'true'],
  ['Checkbox', '2', undefined],
  ['Checkbox', 'on', undefined],
  ['Date', '2024-02-29', '2024-02-29'],
  ['Date', '2026-02-29', undefined],
  ['Date', ' 2026-11-02 ', '2026-11-02'],
  ['Date', '2026-11-02T23:30:00-02:00', '2026-11-03'],
  ['Date', '2026-11-02 23:59:59', '2026-11-02'],
  ['Date', '02/11/2026', undefined],
  ['DateTime', '2026-11-02T10:00:00+02:00', '2026-11-02T08:00:00Z'],
  ['DateTime', '2026-11-02 12:53:29', '2026-11-02T12:53:29Z'],
  ['DateTime', '2026-11-02', '2026-11-02T00:00:00Z'],
  ['DateTime', '2026-11-02T10:00:00.750Z', '2026-11-02T10:00:00Z'],
  ['DateTime', '2026-11-02 25:00:00', undefined],
  ['Picklist', 'gold', 'Gold'],
  ['Picklist', ' SILVER plus ', 'Silver Plus'],
  ['Picklist', 'Bronze', undefined]
];

const NAMES = Object.keys(FIELDS) as FieldName[];
const email = (index: number) => `contact.${index}@example.com`;

function rowOf(index: number, [field, cell]: [FieldName, string, unknown]): string[] {
  return [` Contact.${index}@EXAMPLE.com `, ...NAMES.map((name) => (name === field ? cell : ''))];
}

function sync(folder: string, source: string): Promise<string> {
  const maps = NAMES.flatMap((name) => ['--map', `${name}=${name}_Value__c:${FIELDS[name]}`]);
  const files = ['--report', join(folder, 'report.csv'), '--records', join(folder, 'contacts.csv')];
  const results = ['--json', join(folder, 'result.json'), '--dump', join(folder, 'dump.csv')];
  const args = [
    ...CLI,
    ...files,
    '--object',
    'Contact',
    '--key',
    'Email=Email',
    '--source',
    source,
    ...maps,
    ...results
  ];
  return new Promise((done) => execFile(process.execPath, args, (_error, _stdout, stderr) => done(stderr)));
}

test.each(['csv', 'api'])('cells become values as promised, read by %s', async (source) => {
  const records = stringify([['LastName', 'Email'], ...CELLS.map((_, index) => [`Contact ${index}`, email(index)])]);
  const report = stringify([['Email', ...NAMES], ...CELLS.map((cell, index) => rowOf(index, cell))]);
  const { folder, remove } = createFolder({ 'contacts.csv': records, 'report.csv': report });
  expect(await sync(folder, source)).toBe('');
  const dump = parse(readFileSync(join(folder, 'dump.csv'))) as string[][];
  const { rows } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  remove();
  const told = CELLS.map(([field, cell], index) => {
    const refused = rows.some((row: any) => row.key.trim().toLowerCase() === email(index) && row.outcome === 'Invalid');
    return [field, cell, refused ? undefined : dump[index + 1][2 + NAMES.indexOf(field)]];
  });
  expect(told).toEqual(CELLS);
});

test('several rows for one record accumulate in report order, and say so', async () => {
  const rows = [
    ['Email', ...NAMES],
    [email(1), 'first', '1', '', '', '', ''],
    [email(1), '', '', 'yes', '', '', ''],
    [email(1), '', '1', '', '', '', ''],
    [email(1), 'last', '', '', '', '', 'Bronze'],
    [email(1), '', '2', '', '', '', '']
  ];
  const records = stringify([
    ['LastName', 'Email'],
    ['Contact', email(1)]
  ]);
  const { folder, remove } = createFolder({ 'contacts.csv': records, 'report.csv': stringify(rows) });
  expect(await sync(folder, 'csv')).toBe('');
  const [, record] = parse(readFileSync(join(folder, 'dump.csv'))) as string[][];
  const { counts, rows: told } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  remove();
  expect(record.slice(2)).toEqual(['first', '2', 'true', '', '', '']);
  expect(counts).toMatchObject({ read: 5, updated: 3, unchanged: 1, invalid: 1 });
  expect(told).toMatchObject([{ line: 5, outcome: 'Invalid', reason: expect.stringContaining('2') }]);
});
