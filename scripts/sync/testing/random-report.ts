import { SampleRandom } from '../../sample-data/random';
import { ORACLE_COLUMNS, type OracleRecord } from './run-oracle';

/** Cells of each column: mostly what fits, in all the ways it may be written, and some of what does not. */
const CELLS: Record<string, readonly string[]> = {
  Text: ['', '', 'a', 'A', 'é€😀', '=1+1', 'x,"y"', 'two\nlines', '123456789012', '1234567890123', '  '],
  Email: ['', '', '', 'one@example.com', 'two@example.com'],
  Number: [
    '',
    '0',
    '1',
    '1.0',
    '1.005',
    '-1.005',
    '0.994999',
    '1e3',
    '12.5E-1',
    '+7',
    ' 8 ',
    '999999.99',
    '999999.995',
    '1000000',
    '1,5',
    'x'
  ],
  Checkbox: ['', 'true', 'FALSE', 'Yes', 'no', 'y', 'N', '1', '0', ' true ', 'perhaps'],
  Date: [
    '',
    '2026-02-28',
    '2024-02-29',
    '2026-02-29',
    '2026-11-02T23:30:00-02:00',
    '2026-11-02 23:59:59',
    '28.02.2026',
    '2026-13-01'
  ],
  DateTime: [
    '',
    '2026-11-02 12:53:29',
    '2026-11-02T12:53:29Z',
    '2026-11-02T00:30:00+05:30',
    '2026-11-02',
    '2026-11-02 24:00:01',
    'noon'
  ],
  Picklist: ['', 'Gold', 'gold', ' SILVER', 'Bronze']
};

/** Records and a report that meet every outcome; the same for the same seed. */
export function randomReport(
  seed: number,
  recordCount: number,
  rowCount: number
): { records: OracleRecord[]; rows: string[][] } {
  const random = new SampleRandom(seed);
  const records = Array.from({ length: recordCount }, (_, number) => recordOf(random, number));
  const rows = Array.from({ length: rowCount }, () => rowOf(random, recordCount));
  // A record whose save is refused has one row: of several in one slice, the last would decide for all of them.
  for (let number = 0; number < recordCount; number += 50) {
    records.push({ ...recordOf(random, 0), Key: `refused-${number}` });
    rows.splice(random.between(0, rows.length), 0, refusedRow(`REFUSED-${number}`));
  }
  return { records, rows };
}

function recordOf(random: SampleRandom, number: number): OracleRecord {
  // One in forty has the key of another one.
  const key = `Key-${number > 0 && random.oneIn(40) ? number - 1 : number}`;
  const text = random.oneIn(2) ? 'a' : '';
  const amount = random.oneIn(2) ? '1' : '';
  return { Key: key, Text: text, Email: '', Number: amount, Checkbox: 'false', Date: '', DateTime: '', Picklist: '' };
}

function rowOf(random: SampleRandom, recordCount: number): string[] {
  const key = keyOf(random, recordCount);
  const cells = ORACLE_COLUMNS.map((column) => (random.oneIn(3) ? random.pick(CELLS[column]) : ''));
  if (random.oneIn(80)) {
    return [key.trim() || 'x', ...cells, 'too many'];
  }
  return random.oneIn(80) ? [key.trim() || 'x', ...cells.slice(1)] : [key, ...cells];
}

function refusedRow(key: string): string[] {
  return [key, ...ORACLE_COLUMNS.map((column) => (column === 'Email' ? 'no address' : ''))];
}

function keyOf(random: SampleRandom, recordCount: number): string {
  if (random.oneIn(50)) {
    return random.pick(['', '  ']);
  }
  const key = `key-${random.between(0, Math.floor(recordCount * 1.05))}`;
  return random.pick([key, key.toUpperCase(), ` ${key} `]);
}
