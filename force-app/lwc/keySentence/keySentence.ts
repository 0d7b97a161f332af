import { LightningElement, api } from 'lwc';
import columnLabel from '@salesforce/label/c.Key_Column_Label';
import columnPlaceholder from '@salesforce/label/c.Key_Column_Placeholder';
import fieldLabel from '@salesforce/label/c.Key_Field_Label';
import fieldPlaceholder from '@salesforce/label/c.Key_Field_Placeholder';
import sentence from '@salesforce/label/c.Key_Sentence';
import title from '@salesforce/label/c.Key_Title';
import unique from '@salesforce/label/c.Key_Unique';
import { columnOption } from 'c/columnText';
import type { Option } from 'c/optionSearch';
import { act, type Draft } from 'c/wizardState';
import type { Column, Field } from 'c/wizardTypes';

/** "A report row belongs to one Contact when [Email] equals [Email]": the sentence that says how rows find records. */
export default class KeySentence extends LightningElement {
  @api draft!: Draft;
  @api columns: Column[] = [];
  @api fields: Field[] = [];
  @api objectLabel = '';

  labels = { columnLabel, columnPlaceholder, fieldLabel, fieldPlaceholder, title };

  /** The sentence in the order of the language: words between the object, the column and the field. */
  get parts(): object[] {
    return sentence
      .split(/(\{\d\})/)
      .filter((text) => text.trim())
      .map((text, index) => ({
        index,
        text,
        isObject: text === '{0}',
        isColumn: text === '{1}',
        isField: text === '{2}'
      }));
  }

  get columnOptions(): Option[] {
    return this.columns.map(columnOption);
  }

  get fieldOptions(): Option[] {
    return this.fields
      .filter(({ canBeKey }) => canBeKey)
      .map(({ name, label, typeText, unique: isUnique }) => ({
        value: name,
        label,
        detail: [typeText, name, ...(isUnique ? [unique] : [])].join(' · ')
      }));
  }

  get isColumnGone(): boolean {
    const { keyColumn } = this.draft;
    return Boolean(keyColumn) && this.columns.length > 0 && !this.columns.some(({ name }) => name === keyColumn);
  }

  get hasNoColumns(): boolean {
    return this.columns.length === 0;
  }

  get hasNoFields(): boolean {
    return this.fieldOptions.length === 0;
  }

  chooseColumn({ detail: keyColumn }: CustomEvent<string>): void {
    act(this, { type: 'keyColumnChosen', keyColumn });
  }

  chooseField({ detail: keyField }: CustomEvent<string>): void {
    act(this, { type: 'keyFieldChosen', keyField });
  }
}
