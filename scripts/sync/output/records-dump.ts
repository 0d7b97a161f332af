import { stringify } from 'csv-stringify/sync';
import { ApexDate } from '../../local-org/platform/values/date';
import { ApexDatetime } from '../../local-org/platform/values/datetime';
import { Decimal } from '../../local-org/platform/values/decimal';

/** Records as CSV: Id, key field, mapped fields; for machines to compare, so values stand exactly as they are. */
export function recordsDump(fields: string[], records: Record<string, unknown>[]): string {
  return stringify([fields, ...records.map((record) => fields.map((field) => plainText(record[field])))]);
}

/** `true`/`false`, plain decimals, `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SSZ`, empty for null. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Decimal) {
    return withoutTrailingZeros(value.toPlainString());
  }
  if (value instanceof ApexDate) {
    return value.toIsoString();
  }
  if (value instanceof ApexDatetime) {
    return `${new Date(value.milliseconds).toISOString().slice(0, 19)}Z`;
  }
  return String(value);
}

/** The same number is always the same text, whatever scale it was kept with. */
function withoutTrailingZeros(plain: string): string {
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}
