/** DML statements. */
import type { DmlAccess, DmlStatement, MergeStatement } from '../ast';
import { readExpression } from './expressions';
import type { TokenReader } from './token-reader';
import { readDottedName } from './types';
import { canBeName } from './words';

/** Reads `insert`, `update`, `upsert`, `delete`, `undelete` or `merge` with its records. */
export function readDml(reader: TokenReader): DmlStatement | MergeStatement {
  const { type, line, column } = reader.next();
  const access = readAccess(reader);
  const records = readExpression(reader);
  const at = { line, column };
  if (type === 'merge') return readMerge(reader, { access, master: records, ...at });
  const operation = type as DmlStatement['operation'];
  const externalIdField = operation === 'upsert' && canBeName(reader.type) ? readDottedName(reader) : null;
  reader.expect(';');
  return { kind: 'dml', operation, access, records, externalIdField, ...at };
}

function readMerge(reader: TokenReader, head: Omit<MergeStatement, 'kind' | 'duplicates'>): MergeStatement {
  const duplicates = readExpression(reader);
  reader.expect(';');
  return { kind: 'merge', duplicates, ...head };
}

/** `as user` or `as system`; a variable can be called `as`. */
function readAccess(reader: TokenReader): DmlAccess {
  const level = reader.ahead(1).type;
  if (reader.type !== 'as' || (level !== 'user' && level !== 'system')) return null;
  reader.next();
  reader.next();
  return level === 'user' ? 'user' : 'system';
}
