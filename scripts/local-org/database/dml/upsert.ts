/**
 * Upsert: which rows exist already.
 * @see "upsert", Apex Developer Guide
 */
import { recordError } from '../../records/record-error';
import type { FieldDefinition } from '../../schema/model';
import type { DmlContext } from './context';
import { externalKey, findByExternalId } from './external-ids';
import type { DmlRow } from './row';

/** Rows by what an upsert does with them; rows that can be neither carry their errors. */
export interface UpsertParts {
  readonly inserts: DmlRow[];
  readonly updates: DmlRow[];
}

/**
 * Divides rows by the Id or by an external id field.
 * @param key the field to match by; the Id when null
 */
export function divideUpsert(context: DmlContext, rows: readonly DmlRow[], key: FieldDefinition | null): UpsertParts {
  if (key && key.type !== 'ID') return divideByKey(context, rows, key);
  const inserts = rows.filter((row) => row.record.id === null);
  for (const row of inserts) row.created = true;
  return { inserts, updates: rows.filter((row) => row.record.id !== null) };
}

function divideByKey(context: DmlContext, rows: readonly DmlRow[], key: FieldDefinition): UpsertParts {
  const parts: UpsertParts = { inserts: [], updates: [] };
  const values = rows.map((row) => row.record.peek(key.name));
  const matches = findByExternalId(context, context.object, key, values);
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const found = matches[index];
    const text = externalKey(key, values[index])?.toLowerCase() ?? null;
    if (text === null) {
      row.fail(recordError('MISSING_ARGUMENT', `${key.name} not specified`, [key.name]));
    } else if (seen.has(text)) {
      row.fail(recordError('DUPLICATE_VALUE', `Duplicate external id specified: ${String(values[index])}`, [key.name]));
    } else if (found.length > 1) {
      const message = `${key.label}: more than one record found for external id field: [${found.join(', ')}]`;
      row.fail(recordError('DUPLICATE_EXTERNAL_ID', message, [key.name]));
    } else if (found.length === 1) {
      row.record.values.set('Id', found[0]);
      parts.updates.push(row);
    } else {
      row.created = true;
      parts.inserts.push(row);
    }
    if (text !== null) seen.add(text);
  });
  return parts;
}
