import { convertCell } from '../../sync/records/convert-cell';
import type { RecordValues } from '../../sync/records/record-values';
import { writeCsv } from '../data';
import { emailOf, KEY_COLUMN, MAPPED_COLUMNS } from './columns';

/** How much of a report is new to the records. */
export type Share = 'all' | 'one percent' | 'none';

/** The column in which a wrong row is wrong: no date is read from its cell. */
const WRONG_COLUMN = 'Since';

const OLD = 0;
const NEW = 1;

/** One of so many records is to be changed. */
const CHANGED_OF: Readonly<Record<Share, (record: number) => boolean>> = {
  all: () => true,
  'one percent': (record) => record % 100 === 0,
  none: () => false
};

/** Which rows of a report are to fail. */
export interface Failures {
  /** Rows with a cell that no value of its field can be made of. */
  readonly isWrong: (record: number) => boolean;
  /** Rows whose key no record has. */
  readonly isUnknown: (record: number) => boolean;
}

const NO_FAILURES: Failures = { isWrong: () => false, isUnknown: () => false };

/** Writes the report: a row for each record, in another order than that of the records. */
export function writeBenchReport(file: string, rows: number, { isWrong, isUnknown } = NO_FAILURES): void {
  const header = [KEY_COLUMN, ...MAPPED_COLUMNS.map(({ column }) => column)].join(',');
  writeCsv(file, header, rows, (number) => {
    const record = (number * 7919) % rows;
    const cells = MAPPED_COLUMNS.map(({ column, cell }) =>
      column === WRONG_COLUMN && isWrong(record) ? 'soon' : cell(record, NEW)
    );
    return [isUnknown(record) ? `unknown.${emailOf(record)}` : emailOf(record), ...cells].join(',');
  });
}

/** Records as they are before the run, some at a time, so that a million of them need no memory of their own. */
export function* recordsBefore(rows: number, share: Share, atOnce = 10_000): Generator<RecordValues[]> {
  for (let first = 0; first < rows; first += atOnce) {
    const count = Math.min(atOnce, rows - first);
    yield Array.from({ length: count }, (_, index) =>
      recordOf(first + index, CHANGED_OF[share](first + index) ? OLD : NEW)
    );
  }
}

/** A record as the report wants it. */
export function recordAfter(record: number): RecordValues {
  return recordOf(record, NEW);
}

function recordOf(record: number, state: number): RecordValues {
  const values: RecordValues = { LastName: `Contact ${record}`, Email: emailOf(record) };
  for (const { field, cell } of MAPPED_COLUMNS) values[field.name] = convertCell(cell(record, state), field)!;
  return values;
}
