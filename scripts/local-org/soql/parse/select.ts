/** The select list and the FROM clause. */
import type { SoqlField, SoqlFrom, SoqlPosition, SoqlSelectItem, SoqlTypeOf } from '../ast';
import { readOperand } from './operands';
import type { ReadSubquery } from './values';
import type { SoqlReader } from './reader';

/** Words that end a FROM clause, so they are no alias. */
const afterFrom = ['USING', 'WHERE', 'WITH', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'OFFSET', 'FOR', 'ALL', 'UPDATE'];

/** Reads what stands between SELECT and FROM. */
export function readSelectList(reader: SoqlReader, subquery: ReadSubquery): SoqlSelectItem[] {
  if (reader.isWord('FROM') && !isAfterListItem(reader, 1)) reader.complain("unexpected token: 'SELECT FROM'");
  return reader.list(() => readSelectItem(reader, subquery));
}

/** Does a comma, a dot or FROM come at this place? Then the word before it is a field, whatever its name. */
function isAfterListItem(reader: SoqlReader, distance: number): boolean {
  return reader.isSymbol(',', distance) || reader.isSymbol('.', distance) || reader.isWord('FROM', distance);
}

function readSelectItem(reader: SoqlReader, subquery: ReadSubquery): SoqlSelectItem {
  const at = reader.position();
  if (reader.takeSymbol('(')) {
    const query = subquery(reader);
    reader.expectSymbol(')');
    return { kind: 'subquery', query, alias: readSelectAlias(reader), ...at };
  }
  if (reader.isWord('TYPEOF') && !isAfterListItem(reader, 1)) return readTypeOf(reader, at);
  if (reader.isWord('FIELDS') && reader.isSymbol('(', 1)) return readFields(reader, at);
  return { kind: 'value', value: readOperand(reader), alias: readSelectAlias(reader), ...at };
}

function readSelectAlias(reader: SoqlReader): string | null {
  const hasAlias = reader.peek().type === 'word' && !reader.isWord('FROM');
  return hasAlias ? reader.identifier() : null;
}

const scopes = { ALL: 'all', STANDARD: 'standard', CUSTOM: 'custom' } as const;

function readFields(reader: SoqlReader, at: SoqlPosition): SoqlSelectItem {
  reader.next();
  reader.expectSymbol('(');
  const scope = scopes[reader.expectOneOf(['ALL', 'STANDARD', 'CUSTOM'])];
  reader.expectSymbol(')');
  return { kind: 'fields', scope, ...at };
}

function readTypeOf(reader: SoqlReader, at: SoqlPosition): SoqlTypeOf {
  reader.expectWord('TYPEOF');
  const path = reader.path();
  const whens: SoqlTypeOf['whens'] = [];
  do {
    reader.expectWord('WHEN');
    const object = reader.identifier();
    reader.expectWord('THEN');
    whens.push({ object, fields: readFieldNames(reader) });
  } while (reader.isWord('WHEN'));
  const otherwise = reader.takeWord('ELSE') ? readFieldNames(reader) : null;
  reader.expectWord('END');
  return { kind: 'typeof', path, whens, otherwise, ...at };
}

function readFieldNames(reader: SoqlReader): SoqlField[] {
  return reader.list(() => {
    const at = reader.position();
    return { kind: 'field', path: reader.path(), ...at };
  });
}

/** Reads what stands behind FROM. */
export function readFrom(reader: SoqlReader): SoqlFrom[] {
  return reader.list(() => {
    const at = reader.position();
    const path = reader.path();
    const hasAlias = reader.peek().type === 'word' && !reader.isWord(afterFrom);
    return { path, alias: hasAlias ? reader.identifier() : null, ...at };
  });
}
