/** The types a report column can have, as the contract names them. */
export type ColumnType = 'text' | 'number' | 'date' | 'datetime' | 'boolean';

/** A column of a report: its name as the header row writes it, what its values look like, and a few of them. */
export interface Column {
  name: string;
  type: ColumnType;
  samples: string[];
}

const SAMPLE_COUNT = 5;
const SAMPLE_LENGTH = 200;
const DATE = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?';

/** In order of trial. A leading zero makes a value an identifier (postal code, account number), not a number. */
const PATTERNS: [ColumnType, RegExp][] = [
  ['boolean', /^(true|false)$/i],
  ['number', /^[+-]?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/],
  ['date', new RegExp(`^${DATE}$`)],
  ['datetime', new RegExp(`^${DATE}[T ]${TIME}(Z|[+-]\\d{2}:?\\d{2})?$`)]
];

/** Names the columns of a header row and reads each one's type and samples off the rows given. */
export function columnsOf(header: string[], rows: string[][]): Column[] {
  return header.map((name, index) => {
    const values = rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '');
    return { name, type: typeOf(values), samples: samplesOf(values) };
  });
}

function typeOf(values: string[]): ColumnType {
  if (values.length === 0) {
    return 'text';
  }
  const fitting = PATTERNS.find(([, pattern]) => values.every((value) => pattern.test(value)));
  return fitting ? fitting[0] : 'text';
}

function samplesOf(values: string[]): string[] {
  return [...new Set(values)].slice(0, SAMPLE_COUNT).map((value) => value.slice(0, SAMPLE_LENGTH));
}
