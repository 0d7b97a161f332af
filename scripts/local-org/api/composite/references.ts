/** References of one part of a composite request to the answer of an earlier one: `@{refAccount.id}`. */
import { refusal } from '../api-error';
import type { Json } from '../record-json';

const REFERENCE = /@\{([^}]+)\}/g;

/**
 * Puts values in the place of references, in texts at any depth.
 * @param answers bodies of earlier parts by their reference Id
 * @throws ApiError PROCESSING_HALTED when there is no such value
 * @see "Reference Other Subrequests in the Same Composite Request", REST API Developer Guide
 */
export function resolveReferences(value: unknown, answers: ReadonlyMap<string, Json>): unknown {
  if (typeof value === 'string') {
    return value.replace(REFERENCE, (_whole, path: string) => String(valueAt(path, answers)));
  }
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, answers));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, resolveReferences(item, answers)]);
  return Object.fromEntries(entries) as unknown;
}

function valueAt(path: string, answers: ReadonlyMap<string, Json>): Json {
  const [reference = '', ...steps] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  let found: Json | undefined = answers.get(reference);
  for (const step of steps) found = (found as Record<string, Json> | null | undefined)?.[step];
  if (found !== undefined && found !== null) return found;
  throw refusal(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${reference}`);
}
