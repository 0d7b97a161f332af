import columnGone from '@salesforce/label/c.Wizard_Column_Gone';
import columnMissing from '@salesforce/label/c.Wizard_Column_Choose';
import connectFirst from '@salesforce/label/c.Wizard_Connect_First';
import environmentMissing from '@salesforce/label/c.Wizard_Environment_Choose';
import fieldGone from '@salesforce/label/c.Wizard_Field_Gone';
import fieldIsKey from '@salesforce/label/c.Wizard_Field_Is_Key';
import fieldMissing from '@salesforce/label/c.Wizard_Field_Choose';
import fieldReadOnly from '@salesforce/label/c.Wizard_Field_Read_Only';
import fieldTwice from '@salesforce/label/c.Wizard_Field_Twice';
import keyColumnMissing from '@salesforce/label/c.Wizard_Key_Column_Choose';
import keyColumnGone from '@salesforce/label/c.Wizard_Key_Column_Gone';
import keyFieldMissing from '@salesforce/label/c.Wizard_Key_Field_Choose';
import objectMissing from '@salesforce/label/c.Wizard_Object_Choose';
import permissionsMissing from '@salesforce/label/c.Wizard_Permissions_Missing';
import reportMissing from '@salesforce/label/c.Wizard_Report_Choose';
import type { Org } from 'c/environments';
import { fill } from 'c/formats';
import type { Draft, MappingRow } from 'c/wizardState';
import type { Column, Field, Verdict } from 'c/wizardTypes';

/** What is known of a mapping: it lacks something, or how its column and its field get on. */
export interface RowVerdict {
  verdict: 'blank' | 'unknown' | Verdict['verdict'];
  message: string;
}

/** Why screen 1 cannot be left; blank when it can. */
export function environmentBlocker(draft: Draft, org: Org): string {
  if (org.canConfigure === false) {
    return permissionsMissing;
  }
  const environment = org.environments.find(({ name }) => name === draft.environmentName);
  if (!environment) {
    return environmentMissing;
  }
  const isReachable = draft.sourceKind !== 'Api' || environment.status !== 'NotConnected';
  return isReachable ? '' : fill(connectFirst, environment.name);
}

/** Why screen 2 cannot be left, the first thing first; blank when it can. */
export function reportBlocker(draft: Draft, columns: Column[] | undefined): string {
  const { reportId, objectApiName, keyColumn, keyField } = draft;
  if (!reportId || !columns) {
    return reportMissing;
  }
  if (!objectApiName) {
    return objectMissing;
  }
  if (!keyColumn) {
    return keyColumnMissing;
  }
  if (!columns.some(({ name }) => name === keyColumn)) {
    return fill(keyColumnGone, keyColumn);
  }
  return keyField ? '' : keyFieldMissing;
}

/** Fields that a column may be mapped to: all that may be changed, but the one that finds the record. */
export function targetFields(fields: Field[], keyField: string): Field[] {
  return fields.filter(({ name, mappable }) => mappable && name !== keyField);
}

/** What is to be said of each mapping, by its row: what the page knows at once, else what Apex found. */
export function rowVerdicts(
  draft: Draft,
  columns: Column[],
  fields: Field[],
  verdicts: Verdict[]
): Map<number, RowVerdict> {
  const context = { draft, columns, fields, verdicts };
  return new Map(draft.rows.map((row) => [row.rowId, rowVerdict(row, context)]));
}

interface Context {
  draft: Draft;
  columns: Column[];
  fields: Field[];
  verdicts: Verdict[];
}

function rowVerdict(row: MappingRow, context: Context): RowVerdict {
  if (!row.column && !row.field) {
    return { verdict: 'blank', message: '' };
  }
  const message = columnProblem(row, context) || fieldProblem(row, context);
  if (message) {
    return { verdict: 'conflict', message };
  }
  if (!row.column || !row.field) {
    return { verdict: 'blank', message: row.column ? fieldMissing : columnMissing };
  }
  const found = context.verdicts.find(({ column, field }) => column === row.column && field === row.field);
  return found ? { verdict: found.verdict, message: found.message ?? '' } : { verdict: 'unknown', message: '' };
}

function columnProblem({ column }: MappingRow, { columns }: Context): string {
  return column && !columns.some(({ name }) => name === column) ? fill(columnGone, column) : '';
}

function fieldProblem({ rowId, field }: MappingRow, { draft, fields }: Context): string {
  if (!field) {
    return '';
  }
  const known = fields.find(({ name }) => name === field);
  if (!known) {
    return fill(fieldGone, field);
  }
  if (field === draft.keyField) {
    return fill(fieldIsKey, known.label);
  }
  if (!known.mappable) {
    return fill(fieldReadOnly, known.label);
  }
  const other = draft.rows.find((row) => row.field === field && row.rowId !== rowId);
  return other ? fill(fieldTwice, known.label, other.column) : '';
}
