import { stringify } from 'csv-stringify/sync';
import type { FieldDefinition, FieldType } from '../../local-org/schema/model';

/**
 * Records as CSV: Id, key field, mapped fields; for machines to compare, so values stand exactly as they are.
 * @param records rows of a query, numbers and moments as text
 */
export function recordsDump(fields: FieldDefinition[], records: Record<string, unknown>[]): string {
  const header = fields.map(({ name }) => name);
  return stringify([
    header,
    ...records.map((record) => fields.map((field) => plainText(record[field.name], field.type)))
  ]);
}

/** `true`/`false`, plain decimals, `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SSZ`, empty for null. */
function plainText(value: unknown, type: FieldType): string {
  if (value === null || value === undefined) {
    return '';
  }
  switch (type) {
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return withoutTrailingZeros(String(value));
    case 'DATETIME':
      return `${String(value).slice(0, 19)}Z`;
    default:
      return String(value);
  }
}

/** The same number is always the same text, whatever scale it was kept with. */
function withoutTrailingZeros(plain: string): string {
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}
