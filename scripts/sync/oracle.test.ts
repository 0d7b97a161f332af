import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { createFolder } from '../insights-api/testing/report-fixture';
import { roundedNumber } from './testing/decimal-oracle';
import { randomReport } from './testing/random-report';
import { ORACLE_COLUMNS, type OracleRecord, runOracle } from './testing/run-oracle';

const CLI = ['--require', require.resolve('tsx/cjs'), resolve(__dirname, 'cli.ts')];
const FIELDS: Record<string, string> = {
  Text: 'Text__c:Text(12)',
  Email: 'Email',
  Number: 'Number__c:Number(8,2)',
  Checkbox: 'Checkbox__c:Checkbox',
  Date: 'Date__c:Date',
  DateTime: 'DateTime__c:DateTime',
  Picklist: 'Picklist__c:Picklist(Gold;Silver)'
};

/** A run of the package must do what the rules of the product say, read by another who wrote them down anew. */
test.each([
  ['csv', 1, 'keep', 300, 1500],
  ['api', 2, 'clear', 300, 1500],
  ['csv', 3, 'clear', 3000, 12_000]
] as const)(
  'a random report by %s (seed %i, blanks %s) does what the rules say',
  async (source, seed, blank, recordCount, rowCount) => {
    const { records, rows } = randomReport(seed, recordCount, rowCount);
    const { counts, told, dumped } = await sync(records, rows, ['--source', source, '--blank', blank]);
    const lines = source === 'csv' ? linesOf(rows) : rows.map((_, index) => index + 2);
    const expected = runOracle(records, rows, lines, blank === 'clear');
    expect(told.map(({ line, outcome }) => ({ line, outcome }))).toEqual(
      expected.filter(({ outcome }) => outcome !== 'Updated' && outcome !== 'Unchanged')
    );
    expect(dumped).toEqual(records.map((record) => ['Key', ...ORACLE_COLUMNS].map((name) => record[name])));
    for (const [outcome, count] of Object.entries(counts)) {
      const promised = expected.filter((row) => outcome === 'read' || row.outcome.toLowerCase() === outcome);
      expect([outcome, count]).toEqual([outcome, promised.length]);
    }
  }
);

interface Told {
  counts: Record<string, number>;
  told: { line: number; outcome: string }[];
  dumped: string[][];
}

async function sync(records: OracleRecord[], rows: string[][], options: string[]): Promise<Told> {
  const header = ['LastName', 'Key__c', ...ORACLE_COLUMNS.map((column) => FIELDS[column].split(':')[0])];
  const contacts = records.map((record) => ['Contact', record.Key, ...ORACLE_COLUMNS.map((column) => record[column])]);
  const { folder, remove } = createFolder({
    'report.csv': stringify([['Key', ...ORACLE_COLUMNS], ...rows]),
    'contacts.csv': stringify([header, ...contacts])
  });
  const files = ['--report', join(folder, 'report.csv'), '--records', join(folder, 'contacts.csv')];
  const maps = ORACLE_COLUMNS.flatMap((column) => ['--map', `${column}=${FIELDS[column]}`]);
  const results = ['--json', join(folder, 'result.json'), '--dump', join(folder, 'dump.csv')];
  const args = ['--object', 'Contact', '--key', 'Key=Key__c:Text(40)', ...files, ...maps, ...results, ...options];
  await new Promise((done) => execFile(process.execPath, [...CLI, ...args], done));
  const { counts, rows: told } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  const [, ...dump] = parse(readFileSync(join(folder, 'dump.csv'))) as string[][];
  remove();
  return { counts, told, dumped: dump.map(([, ...values]) => values) };
}

/** Lines of rows in a file whose cells may hold line breaks. */
function linesOf(rows: string[][]): number[] {
  let line = 2;
  return rows.map((cells) => {
    const start = line;
    line += cells.join('').split('\n').length;
    return start;
  });
}

test.each([
  ['1.005', '1.01'],
  ['-1.005', '-1.01'],
  ['0.004999', '0'],
  ['12.50', '12.5'],
  ['1e5', '100000'],
  ['999999.995', undefined],
  ['1.', undefined]
])('the oracle rounds %s to %s', (text, expected) => {
  expect(roundedNumber(text, 8, 2)).toBe(expected);
});
