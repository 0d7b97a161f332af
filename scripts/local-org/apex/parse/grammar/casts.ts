/** `(a) - b` is a subtraction and `(Integer) - b` a cast: where parentheses around a name make a cast. */
import type { Token } from './token';
import type { TokenReader } from './token-reader';
import { isQuery } from './queries';
import { endOfType } from './types';
import { canBeName } from './words';

/** A sign behind parentheses can only belong to a cast when the type has signed values. */
const signedTypes: ReadonlySet<string> = new Set(['integer', 'long', 'double', 'decimal', 'object']);

const signs: ReadonlySet<string> = new Set(['+', '-', '++', '--']);

/** What starts an operand and cannot go on with an expression. */
const starts: ReadonlySet<string> = new Set([
  ...['(', '!', '~', 'this', 'super', 'new', 'null', 'true', 'false', 'void', 'list', 'map'],
  ...['integer literal', 'long literal', 'fraction literal', 'string literal']
]);

/** Words behind the expression of a bind that belong to the query. */
const clauses: ReadonlySet<string> = new Set([
  ...['and', 'or', 'group', 'having', 'order', 'limit', 'offset', 'for', 'all', 'with', 'update', 'using', 'returning'],
  ...['asc', 'desc', 'nulls', 'in', 'not', 'like', 'from', 'where']
]);

/** Whether the parentheses to come hold the type of a cast. */
export function isCast(reader: TokenReader): boolean {
  if (reader.type !== '(') return false;
  const close = endOfType(reader, 1);
  if (close === null || reader.ahead(close).type !== ')') return false;
  const operand = reader.ahead(close + 1);
  if (signs.has(operand.type)) return isSigned(reader.ahead(close - 1));
  return starts.has(operand.type) || isQuery(reader, close + 1) || isNameOfOperand(reader, operand);
}

/** The last token of a type without type arguments is its name. */
function isSigned({ type, text }: Token): boolean {
  return type === '>' || type === ']' || signedTypes.has(text.toLowerCase());
}

function isNameOfOperand(reader: TokenReader, { type, text }: Token): boolean {
  return canBeName(type) && !(reader.isInsideQuery && clauses.has(text.toLowerCase()));
}
