import { LightningElement, api } from 'lwc';
import columnLabel from '@salesforce/label/c.Fields_Head_Column';
import columnPlaceholder from '@salesforce/label/c.Key_Column_Placeholder';
import fieldLabel from '@salesforce/label/c.Fields_Head_Field';
import fieldPlaceholder from '@salesforce/label/c.Key_Field_Placeholder';
import newMapping from '@salesforce/label/c.Fields_New';
import remove from '@salesforce/label/c.Fields_Remove';
import removeOf from '@salesforce/label/c.Fields_Remove_Of';
import suggested from '@salesforce/label/c.Fields_Suggested';
import to from '@salesforce/label/c.Integration_To';
import { columnSamples, columnType } from 'c/columnText';
import { fill } from 'c/formats';
import type { Option } from 'c/optionSearch';
import type { RowVerdict } from 'c/wizardRules';
import { act, type MappingRow as Row } from 'c/wizardState';
import type { Column, Field } from 'c/wizardTypes';

/**
 * One mapping.
 * @fires removerow with the number of the row in `detail`
 */
export default class MappingRow extends LightningElement {
  @api row!: Row;
  /** The chosen column and field, where they are known. */
  @api column?: Column;
  @api field?: Field;
  @api verdict?: RowVerdict;
  /** Whether what is blank is to be marked. */
  @api checked = false;
  @api columnOptions: Option[] = [];
  @api fieldOptions: Option[] = [];

  labels = { columnLabel, columnPlaceholder, fieldLabel, fieldPlaceholder, suggested, to };

  /** Puts the focus on what is to be chosen first. */
  @api focus(): void {
    this.template!.querySelector<HTMLElement>('c-search-picker')?.focus();
  }

  get typeText(): string {
    return this.column ? columnType(this.column) : '';
  }

  get samplesText(): string {
    return this.column ? columnSamples(this.column) : '';
  }

  get fieldType(): string {
    return this.field?.typeText ?? '';
  }

  get isConflict(): boolean {
    return this.verdict?.verdict === 'conflict';
  }

  get isColumnInvalid(): boolean {
    return this.checked && !this.row.column && Boolean(this.row.field);
  }

  get isFieldInvalid(): boolean {
    return this.isConflict || (this.checked && !this.row.field && Boolean(this.row.column));
  }

  get shownVerdict(): RowVerdict | undefined {
    return this.verdict?.verdict === 'blank' && !this.checked ? undefined : this.verdict;
  }

  get removeLabel(): string {
    return this.row.column ? fill(removeOf, this.row.column) : remove;
  }

  get groupLabel(): string {
    return this.row.column || newMapping;
  }

  get className(): string {
    return this.isConflict ? 'row row_conflict' : 'row';
  }

  chooseColumn({ detail: column }: CustomEvent<string>): void {
    act(this, { type: 'rowChanged', rowId: this.row.rowId, changes: { column } });
  }

  chooseField({ detail: field }: CustomEvent<string>): void {
    act(this, { type: 'rowChanged', rowId: this.row.rowId, changes: { field } });
  }

  remove(): void {
    this.dispatchEvent(new CustomEvent('removerow', { detail: this.row.rowId }));
  }
}
