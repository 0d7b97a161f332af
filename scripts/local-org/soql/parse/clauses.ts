/** The clauses behind WHERE. */
import type { SoqlCount, SoqlDataCategoryFilter, SoqlGroupBy, SoqlOrder, SoqlQuery, SoqlWith } from '../ast';
import { readCondition } from './conditions';
import { readOperand } from './operands';
import { readCount, type ReadSubquery } from './values';
import type { SoqlReader } from './reader';

const modes = { USER_MODE: 'userMode', SYSTEM_MODE: 'systemMode', SECURITY_ENFORCED: 'securityEnforced' } as const;

/** Reads the WITH clause, if there is one. */
export function readWith(reader: SoqlReader, subquery: ReadSubquery): SoqlWith | null {
  if (!reader.takeWord('WITH')) return null;
  const at = reader.position();
  if (reader.isWord(Object.keys(modes))) {
    return { kind: modes[reader.next().text.toUpperCase() as keyof typeof modes], ...at };
  }
  if (reader.isWord('DATA') && reader.isWord('CATEGORY', 1)) return readDataCategories(reader);
  return { kind: 'condition', condition: readCondition(reader, subquery), ...at };
}

/** Reads `DATA CATEGORY Geography__c ABOVE usa__c AND ...`. */
export function readDataCategories(reader: SoqlReader): SoqlDataCategoryFilter {
  const at = reader.position();
  reader.expectWord('DATA');
  reader.expectWord('CATEGORY');
  const selections: SoqlDataCategoryFilter['selections'] = [];
  do {
    const group = reader.identifier();
    const selector = reader.expectOneOf(['AT', 'ABOVE', 'BELOW', 'ABOVE_OR_BELOW'] as const);
    selections.push({ group, selector, categories: readCategories(reader) });
  } while (reader.takeWord('AND'));
  return { kind: 'dataCategory', selections, ...at };
}

function readCategories(reader: SoqlReader): string[] {
  if (!reader.takeSymbol('(')) return [reader.identifier()];
  const categories = reader.list(() => reader.identifier());
  reader.expectSymbol(')');
  return categories;
}

/** Reads GROUP BY, if there is one. */
export function readGroupBy(reader: SoqlReader): SoqlGroupBy | null {
  if (!reader.isWord('GROUP')) return null;
  const at = reader.position();
  reader.next();
  reader.expectWord('BY');
  const isSubtotal = reader.isWord(['ROLLUP', 'CUBE']) && reader.isSymbol('(', 1);
  if (!isSubtotal) return { kind: 'plain', items: reader.list(() => readOperand(reader)), ...at };
  const kind = reader.next().text.toUpperCase() === 'ROLLUP' ? 'rollup' : 'cube';
  reader.expectSymbol('(');
  const items = reader.list(() => readOperand(reader));
  reader.expectSymbol(')');
  return { kind, items, ...at };
}

/** Reads ORDER BY; empty when there is none. */
export function readOrderBy(reader: SoqlReader): SoqlOrder[] {
  if (!reader.takeWord('ORDER')) return [];
  reader.expectWord('BY');
  return reader.list(() => readOrder(reader));
}

function readOrder(reader: SoqlReader): SoqlOrder {
  const at = reader.position();
  const value = readOperand(reader);
  const direction = reader.takeWord('DESC') ? 'desc' : 'asc';
  if (direction === 'asc') reader.takeWord('ASC');
  return { value, direction, nulls: readNulls(reader), ...at };
}

function readNulls(reader: SoqlReader): SoqlOrder['nulls'] {
  if (!reader.takeWord('NULLS')) return null;
  return reader.expectOneOf(['FIRST', 'LAST'] as const) === 'FIRST' ? 'first' : 'last';
}

/** Reads LIMIT or OFFSET, if it is there. */
export function readCountClause(reader: SoqlReader, word: 'LIMIT' | 'OFFSET'): SoqlCount | null {
  return reader.takeWord(word) ? readCount(reader) : null;
}

/** Reads any number of FOR VIEW, FOR REFERENCE, FOR UPDATE. */
export function readFor(reader: SoqlReader): SoqlQuery['for'] {
  const purposes: SoqlQuery['for'] = [];
  while (reader.takeWord('FOR')) {
    const words = reader.list(() => reader.expectOneOf(['VIEW', 'REFERENCE', 'UPDATE'] as const));
    purposes.push(...words.map((word) => word.toLowerCase() as SoqlQuery['for'][number]));
  }
  return purposes;
}

/** Reads UPDATE TRACKING, VIEWSTAT; empty when it is not there. */
export function readUpdate(reader: SoqlReader): SoqlQuery['update'] {
  if (!reader.takeWord('UPDATE')) return [];
  const words = reader.list(() => reader.expectOneOf(['TRACKING', 'VIEWSTAT'] as const));
  return words.map((word) => word.toLowerCase() as SoqlQuery['update'][number]);
}

/** Reads the scope of USING SCOPE, if there is one. */
export function readScope(reader: SoqlReader): string | null {
  if (!reader.takeWord('USING')) return null;
  reader.expectWord('SCOPE');
  return reader.identifier();
}
