import { LightningElement, api } from 'lwc';
import add from '@salesforce/label/c.Fields_Add_Column';
import caption from '@salesforce/label/c.Fields_Caption';
import columnHead from '@salesforce/label/c.Fields_Head_Column';
import empty from '@salesforce/label/c.Fields_Empty';
import fieldHead from '@salesforce/label/c.Fields_Head_Field';
import mappedMany from '@salesforce/label/c.Fields_Mapped_Many';
import mappedOne from '@salesforce/label/c.Fields_Mapped_One';
import { columnOption } from 'c/columnText';
import { fillCount } from 'c/formats';
import type { Option } from 'c/optionSearch';
import type { RowVerdict } from 'c/wizardRules';
import { act, type Draft } from 'c/wizardState';
import type { Column, Field } from 'c/wizardTypes';

/** The mappings. A row that is added takes the focus; one that is removed hands it to its neighbour. */
export default class MappingList extends LightningElement {
  @api draft!: Draft;
  /** What is to be said of each mapping, by its row. */
  @api verdicts = new Map<number, RowVerdict>();
  /** Whether somebody has tried to save, so that what is blank is marked. */
  @api checked = false;

  labels = { add, caption, columnHead, empty, fieldHead };

  columnOptions: Option[] = [];
  fieldOptions: Option[] = [];

  private focusRow?: number | 'add';
  private _columns: Column[] = [];
  private _fields: Field[] = [];

  /** The columns of the report. Their entries are made once, since every row has them. */
  @api get columns(): Column[] {
    return this._columns;
  }
  set columns(columns: Column[]) {
    this._columns = columns;
    this.columnOptions = columns.map(columnOption);
  }

  /** The fields that may be mapped to. */
  @api get fields(): Field[] {
    return this._fields;
  }
  set fields(fields: Field[]) {
    this._fields = fields;
    this.fieldOptions = fields.map(({ name, label, typeText }) => ({
      value: name,
      label,
      detail: `${typeText} · ${name}`
    }));
  }

  renderedCallback(): void {
    if (this.focusRow !== undefined) {
      const selector = this.focusRow === 'add' ? 'lightning-button' : `[data-row="${this.focusRow}"]`;
      this.template!.querySelector<HTMLElement>(selector)?.focus();
      this.focusRow = undefined;
    }
  }

  get rows(): object[] {
    return this.draft.rows.map((row) => ({
      row,
      column: this.columns.find(({ name }) => name === row.column),
      field: this.fields.find(({ name }) => name === row.field),
      verdict: this.verdicts.get(row.rowId)
    }));
  }

  get isEmpty(): boolean {
    return this.draft.rows.length === 0;
  }

  get countText(): string {
    const mapped = new Set(this.draft.rows.map(({ column }) => column).filter(Boolean)).size;
    return fillCount(mapped, mappedOne, mappedMany, this.columns.length);
  }

  addRow(): void {
    this.focusRow = Math.max(-1, ...this.draft.rows.map(({ rowId }) => rowId)) + 1;
    act(this, { type: 'rowAdded' });
  }

  removeRow({ detail: rowId }: CustomEvent<number>): void {
    const { rows } = this.draft;
    const index = rows.findIndex((row) => row.rowId === rowId);
    const neighbour = rows[index + 1] ?? rows[index - 1];
    this.focusRow = neighbour ? neighbour.rowId : 'add';
    act(this, { type: 'rowRemoved', rowId });
  }
}
