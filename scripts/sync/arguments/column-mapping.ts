import { InputError } from '../input-error';
import { type FieldTypeInput, parseFieldType } from './field-type';

/** A report column and the field it belongs to, as `--key` and `--map` say it. */
export interface ColumnToField {
  column: string;
  field: string;
  /** Only where the text gives one. */
  type?: FieldTypeInput;
}

/** The column may hold any sign, `=` and `:` too; so the field is looked for from the end. */
const COLUMN_TO_FIELD = /^(.*)=\s*([A-Za-z]\w*)\s*(?::(\s*[A-Za-z]+\s*(?:\(.*\))?\s*))?$/s;
const PICKLIST_TO_FIELD = /^(.*?)=\s*([A-Za-z]\w*)\s*:(\s*Picklist\s*\(.*\)\s*)$/is;

/**
 * Reads `Column=Field__c` or `Column=Field__c:Number(16,2)`.
 * @throws InputError naming the option and the text
 */
export function parseColumnToField(text: string, option: string): ColumnToField {
  const [, column, field, type] = PICKLIST_TO_FIELD.exec(text) ?? COLUMN_TO_FIELD.exec(text) ?? [];
  if (column === undefined || column.trim() === '') {
    throw new InputError(
      `${option} "${text}" is not understood. Write it as "Column=Field" or "Column=Field__c:Type".`
    );
  }
  const mapping: ColumnToField = { column: column.trim(), field };
  return type === undefined ? mapping : { ...mapping, type: parseFieldType(type.trim()) };
}
