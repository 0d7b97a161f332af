import { roundedNumber } from './decimal-oracle';

/** A record as a dump shows it: values as text, '' for none. */
export type OracleRecord = Record<string, string>;

/** What a run should do with one row. */
export interface OracleRow {
  line: number;
  outcome: string;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The value a cell becomes, as a dump shows it; undefined where it cannot. By "Exact behaviour" of the product. */
const CONVERSIONS: Record<string, (cell: string) => string | undefined> = {
  Text: (cell) => (cell.length > 12 ? undefined : cell),
  Email: (cell) => (cell.length > 80 ? undefined : cell),
  Number: (cell) => roundedNumber(cell, 8, 2),
  Checkbox: (cell) => {
    const word = cell.trim().toLowerCase();
    return ['true', 'yes', 'y', '1'].includes(word)
      ? 'true'
      : ['false', 'no', 'n', '0'].includes(word)
        ? 'false'
        : undefined;
  },
  Date: (cell) => momentOf(cell.trim())?.slice(0, 10),
  DateTime: (cell) => momentOf(cell.trim()),
  Picklist: (cell) => ['Gold', 'Silver'].find((value) => value.toLowerCase() === cell.trim().toLowerCase())
};

/** The columns a report of the oracle has, behind its key. */
export const ORACLE_COLUMNS = Object.keys(CONVERSIONS);

/**
 * Applies rows to records in order, as if each had been saved after the other, and tells each row's outcome.
 * @param records by what they are; changed in place
 * @param rows cells of the report, the key first
 * @param lines line of each row
 * @param clear whether a blank cell empties its field
 */
export function runOracle(records: OracleRecord[], rows: string[][], lines: number[], clear: boolean): OracleRow[] {
  const byKey = new Map<string, OracleRecord[]>();
  for (const record of records) {
    const key = record.Key.toLowerCase();
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  return rows.map((cells, index) => ({ line: lines[index], outcome: outcomeOf(cells, byKey, clear) }));
}

function outcomeOf(cells: string[], byKey: Map<string, OracleRecord[]>, clear: boolean): string {
  const key = cells[0].trim().toLowerCase();
  if (key === '' && cells.length === ORACLE_COLUMNS.length + 1) {
    return 'Skipped';
  }
  const values = valuesOf(cells, clear);
  if (!values) {
    return 'Invalid';
  }
  const found = byKey.get(key) ?? [];
  return found.length === 1 ? save(found[0], values) : found.length === 0 ? 'Unmatched' : 'Ambiguous';
}

function valuesOf(cells: string[], clear: boolean): OracleRecord | undefined {
  const values: OracleRecord = {};
  if (cells.length !== ORACLE_COLUMNS.length + 1) {
    return undefined;
  }
  for (const [index, column] of ORACLE_COLUMNS.entries()) {
    const cell = cells[index + 1];
    const value = cell.trim() === '' ? '' : CONVERSIONS[column](cell);
    if (value === undefined) {
      return undefined;
    }
    if (value !== '' || clear) {
      // A checkbox has no empty state: cleared, it is unticked.
      values[column] = value === '' && column === 'Checkbox' ? 'false' : value;
    }
  }
  return values;
}

function save(record: OracleRecord, values: OracleRecord): string {
  const changes = Object.entries(values).filter(([column, value]) => record[column] !== value);
  if (changes.length === 0) {
    return 'Unchanged';
  }
  // What the platform itself refuses: text in an email field that is no address.
  if (changes.some(([column, value]) => column === 'Email' && value !== '' && !value.includes('@'))) {
    return 'Rejected';
  }
  Object.assign(record, Object.fromEntries(changes));
  return 'Updated';
}

/** A date or a date-time as `YYYY-MM-DDTHH:MM:SSZ`. */
function momentOf(text: string): string | undefined {
  const [date, clock, zone] = DAY.test(text) ? [text, '00:00:00', 'Z'] : partsOf(text);
  const [, year, month, day] = DAY.exec(date ?? '') ?? [];
  const days = year === undefined ? 0 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) {
    return undefined;
  }
  const time = Date.parse(`${date}T${clock}${zone}`);
  return Number.isNaN(time) ? undefined : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function partsOf(text: string): (string | undefined)[] {
  const [, date, clock] = /^(\S{10}) (\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  if (date !== undefined) {
    return [date, clock, 'Z'];
  }
  return /^(\S{10})T(\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/.exec(text)?.slice(1) ?? [];
}
