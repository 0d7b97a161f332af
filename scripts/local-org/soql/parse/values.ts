/** The right side of a comparison. */
import type { SoqlCount, SoqlPosition, SoqlQuery, SoqlValue } from '../ast';
import { isDateLiteral, isDateLiteralWithCount } from './date-literals';
import type { SoqlReader } from './reader';

/** Subqueries are read by the module that reads queries, which in turn needs this one. */
export type ReadSubquery = (reader: SoqlReader) => SoqlQuery;

/** Reads one value of any kind. */
export function readValue(reader: SoqlReader, subquery: ReadSubquery): SoqlValue {
  if (reader.isSymbol('(')) return readParentheses(reader, subquery);
  return reader.bind() ?? readPlain(reader);
}

function readParentheses(reader: SoqlReader, subquery: ReadSubquery): SoqlValue {
  const at = reader.position();
  reader.expectSymbol('(');
  const value: SoqlValue = reader.isWord('SELECT')
    ? { kind: 'subquery', query: subquery(reader), ...at }
    : { kind: 'list', items: reader.list(() => readValue(reader, subquery)), ...at };
  reader.expectSymbol(')');
  return value;
}

function readPlain(reader: SoqlReader): SoqlValue {
  const { type, text, line, column } = reader.peek();
  const at = { line, column };
  switch (type) {
    case 'string':
      reader.next();
      return { kind: 'string', value: text, ...at };
    case 'number':
    case 'date':
    case 'time':
    case 'datetime':
      reader.next();
      return { kind: type, text, ...at };
    default:
      return readWord(reader, at) ?? reader.complain(type === 'end' ? "unexpected token: '<EOF>'" : notAValue(reader));
  }
}

/** The platform's grammar ends its alternatives for a value with the bind, so a colon is what it misses. */
function notAValue(reader: SoqlReader): never {
  if (reader.peek().type === 'end') reader.unexpected();
  if (reader.takeSymbol(':')) reader.unexpected();
  return reader.complain(`expecting a colon, found '${reader.peek().text}'`);
}

function readWord(reader: SoqlReader, at: SoqlPosition): SoqlValue | null {
  if (reader.takeWord('NULL')) return { kind: 'null', ...at };
  if (reader.takeWord('TRUE')) return { kind: 'boolean', value: true, ...at };
  if (reader.takeWord('FALSE')) return { kind: 'boolean', value: false, ...at };
  return readDateLiteral(reader, at) ?? readCurrency(reader, at);
}

function readDateLiteral(reader: SoqlReader, at: SoqlPosition): SoqlValue | null {
  const name = reader.peek().text.toUpperCase();
  if (isDateLiteral(name)) {
    reader.next();
    return { kind: 'dateLiteral', name, count: null, ...at };
  }
  if (!isDateLiteralWithCount(name)) return null;
  reader.next();
  reader.expectSymbol(':');
  return { kind: 'dateLiteral', name, count: readInteger(reader), ...at };
}

function readInteger(reader: SoqlReader): number {
  const isInteger = /^[+-]?\d+$/.test(reader.peek().text);
  return isInteger ? Number(reader.next().text) : reader.unexpected();
}

/** `USD5000` is scanned as a word, `USD50.5` as a word, a dot and digits (or a word and the number `.5`). */
function readCurrency(reader: SoqlReader, at: SoqlPosition): SoqlValue | null {
  const found = /^([A-Z]{3})(\d+)$/i.exec(reader.peek().text);
  if (!found || reader.peek().type !== 'word') return null;
  reader.next();
  const hasFraction = reader.peek().type === 'number' && reader.peek().text.startsWith('.');
  const fraction = hasFraction ? reader.next().text : '';
  return { kind: 'currency', code: found[1] as string, amount: `${found[2]}${fraction}`, ...at };
}

/** Reads the number or bind behind LIMIT and OFFSET. */
export function readCount(reader: SoqlReader): SoqlCount {
  const bind = reader.bind();
  if (bind) return bind;
  const { type, text, line, column } = reader.peek();
  if (type !== 'number') return notAValue(reader);
  if (text.startsWith('-')) reader.complain("expecting a colon, found '-'");
  reader.next();
  return { kind: 'number', text, line, column };
}
