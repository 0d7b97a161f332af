import { makeField } from '../../local-org/schema/definitions';
import type { ExtraField } from '../../local-org/schema/build-schema';
import type { FieldDefinition } from '../../local-org/schema/model';
import { parseFieldType } from '../../sync/arguments/field-type';

/** A column of the report that is measured with, and the field it is mapped to. */
export interface BenchColumn {
  readonly column: string;
  readonly field: FieldDefinition;
  /** The cell of a record, which differs from one state of the record to the next. */
  cell(record: number, state: number): string;
}

/** The object whose records the report is about. */
export const OBJECT = 'Contact';
export const KEY_COLUMN = 'Email';

/** When a record of the report was first seen, as a date. */
function day(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + (number % 700))).toISOString().slice(0, 10);
}

const LEVELS = ['Gold', 'Silver', 'Bronze'];

/** Ten columns of every kind of field that reports bring. */
const COLUMNS: readonly [column: string, type: string, cell: (record: number, state: number) => string][] = [
  ['Status', 'Text(40)', (record, state) => `status ${(record + state) % 1000}`],
  ['Team', 'Text(40)', (record, state) => `Team ${(record * 7 + state) % 50}`],
  ['Comment', 'Text(255)', (record, state) => `What ${record} said in week ${state}`],
  ['Score', 'Number(2,0)', (record, state) => String((record + state) % 10)],
  ['Amount', 'Number(10,2)', (record, state) => (((record * 13 + state) % 100_000) / 100).toFixed(2)],
  ['Visits', 'Number(8,0)', (record, state) => String((record + state) % 5000)],
  ['Active', 'Checkbox', (record, state) => String((record + state) % 2 === 0)],
  ['Since', 'Date', (record, state) => day(record + state)],
  [
    'Last seen',
    'DateTime',
    (record, state) => `${day(record)} 12:53:${String((record + state) % 60).padStart(2, '0')}`
  ],
  ['Level', 'Picklist(Gold;Silver;Bronze)', (record, state) => LEVELS[(record + state) % LEVELS.length]]
];

const EXTRA_FIELDS: readonly ExtraField[] = COLUMNS.map(([column, type]) => ({
  ...parseFieldType(type),
  object: OBJECT,
  name: `${column.replace(' ', '_')}__c`,
  label: column
}));

/** The fields that the records have beside those of any org. */
export function extraFields(): readonly ExtraField[] {
  return EXTRA_FIELDS;
}

/** The mapped columns, in report order; the key stands before them. */
export const MAPPED_COLUMNS: readonly BenchColumn[] = COLUMNS.map(([column, , cell], index) => ({
  column,
  cell,
  field: makeField(EXTRA_FIELDS[index])
}));

/** The key of a record, as both sides have it. */
export function emailOf(record: number): string {
  return `contact.${record}@example.com`;
}
