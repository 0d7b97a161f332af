import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { Decimal } from './decimal';
import { ApexDouble } from './double';

/** Plain JSON data. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** A single value as plain JSON, the form in which pages and subscribers get it; undefined for anything else. */
export function plainValue(value: unknown): null | boolean | number | string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number')
    return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal) return Number(value.toPlainString());
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toIsoString();
  return value instanceof ApexDatetime ? new Date(value.milliseconds).toISOString() : undefined;
}
