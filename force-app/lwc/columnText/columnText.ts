import boolean from '@salesforce/label/c.Column_Boolean';
import date from '@salesforce/label/c.Column_Date';
import datetime from '@salesforce/label/c.Column_Datetime';
import empty from '@salesforce/label/c.Column_Empty';
import number from '@salesforce/label/c.Column_Number';
import text from '@salesforce/label/c.Column_Text';
import type { Option } from 'c/optionSearch';
import type { Column } from 'c/wizardTypes';

const TYPES: Record<string, string> = { boolean, date, datetime, number, text };

/** The type of a column as a word. */
export function columnType({ type }: Pick<Column, 'type'>): string {
  return TYPES[type] ?? type;
}

/** The sample values of a column, as many as there are; words where there are none. */
export function columnSamples({ samples }: Pick<Column, 'samples'>): string {
  return samples?.length ? samples.join(', ') : empty;
}

/** A column as an entry to choose. */
export function columnOption(column: Column): Option {
  return { value: column.name, label: column.name, detail: `${columnType(column)} · ${columnSamples(column)}` };
}
