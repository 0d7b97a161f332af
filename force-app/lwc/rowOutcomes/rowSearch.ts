import fields from '@salesforce/label/c.Rows_Column_Fields';
import key from '@salesforce/label/c.Rows_Column_Key';
import line from '@salesforce/label/c.Rows_Column_Line';
import outcome from '@salesforce/label/c.Rows_Column_Outcome';
import reason from '@salesforce/label/c.Rows_Column_Reason';
import record from '@salesforce/label/c.Rows_Column_Record';
import { csvOf } from 'c/csvText';
import { outcomeLooks, outcomesIn } from 'c/outcomes';
import { fieldLabel, type RunField } from 'c/runFields';
import type { RowOutcome } from 'c/runs';

/** Finds rows by outcome and by text. The text of a row is made once, so that typing stays quick with very many rows. */
export class RowSearch {
  text = '';
  filter = '';
  /** By whose labels rows are found too. */
  fields: readonly RunField[] = [];
  private rows: RowOutcome[] = [];
  private texts: string[] = [];

  /** Takes all rows read so far; those it knows already it keeps. */
  take(rows: RowOutcome[]): void {
    const known = rows[0] === this.rows[0] ? this.texts : [];
    this.texts = known.concat(rows.slice(known.length).map((row) => this.textOf(row)));
    this.rows = rows;
  }

  /** The rows with the outcome and all words of the text. */
  matches(): RowOutcome[] {
    const outcomes = outcomesIn(this.filter);
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (outcomes.length === 0 && words.length === 0) {
      return this.rows;
    }
    return this.rows.filter(
      (row, index) =>
        (outcomes.length === 0 || outcomes.includes(row.outcome)) &&
        words.every((word) => this.texts[index].includes(word))
    );
  }

  private textOf({ line: number, key: name, reason: why, recordId, fields: names }: RowOutcome): string {
    const labels = (names ?? []).map((field) => fieldLabel(this.fields, field));
    return [number, name, why, recordId, ...(names ?? []), ...labels].join('\n').toLowerCase();
  }
}

/** Rows as a CSV file with a header; outcomes are called what a run of this kind calls them. */
export function csvOfRows(rows: RowOutcome[], kind?: string | null): string {
  const words = new Map(outcomeLooks(kind).map(({ outcome: name, label }) => [name, label]));
  return csvOf([
    [line, key, outcome, reason, fields, record],
    ...rows.map((row) => [
      String(row.line),
      row.key ?? '',
      words.get(row.outcome) ?? row.outcome,
      row.reason ?? '',
      (row.fields ?? []).join(', '),
      row.recordId ?? ''
    ])
  ]);
}
