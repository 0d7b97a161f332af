/**
 * Queries in Apex code. SOQL has one parser, shared with query strings; what only Apex tells is where the bind
 * expressions end.
 */
import { isDateLiteralWithCount } from '../../../soql/parse/date-literals';
import { parseSoql } from '../../../soql/parse';
import type { Embedding } from '../../../soql/parse/scanner';
import { parseSosl } from '../../../soql/parse/sosl';
import type { Expression, SoqlExpression, SoslExpression } from '../ast';
import type { TokenReader } from './token-reader';

/** Queries are expressions with expressions in them, so they are handed their reader. */
type ReadExpression = (reader: TokenReader) => Expression;

/** Whether the token at a distance opens a query. */
export function isQuery(reader: TokenReader, distance: number): boolean {
  if (reader.ahead(distance).type !== '[') return false;
  const [verb, next] = [reader.ahead(distance + 1), reader.ahead(distance + 2)];
  if (verb.type === 'find') return next.type === 'string literal' || next.type === ':';
  return verb.type === 'select' && (/^[a-z_]/i.test(next.text) || next.type === '(');
}

/**
 * Reads `[SELECT ...]` or `[FIND ...]`.
 * @throws SoqlSyntaxError for what is no SOQL or SOSL
 */
export function readQuery(reader: TokenReader, readExpression: ReadExpression): SoqlExpression | SoslExpression {
  const { line, column } = reader.expect('[');
  const isSearch = reader.type === 'find';
  const { text, embedding, binds } = readEmbedded(reader, readExpression);
  return isSearch
    ? { kind: 'sosl', query: parseSosl(text, embedding), binds, line, column }
    : { kind: 'soql', query: parseSoql(text, embedding), binds, line, column };
}

interface EmbeddedQuery {
  readonly text: string;
  readonly embedding: Embedding;
  readonly binds: Expression[];
}

/** The text between the brackets, and the places of the binds in it. */
function readEmbedded(reader: TokenReader, readExpression: ReadExpression): EmbeddedQuery {
  const { line, column, end: start } = reader.previous;
  const embedding: Embedding = { line, column: column + 1, binds: [] };
  const binds: Expression[] = [];
  while (reader.type !== ']') {
    if (!isBind(reader)) {
      readPlain(reader);
      continue;
    }
    const colon = reader.next();
    binds.push(reader.insideQuery(() => readExpression(reader)));
    embedding.binds.push({ start: colon.start - start, end: reader.previous.end - start });
  }
  return { text: reader.source.slice(start, reader.next().start), embedding, binds };
}

function isBind(reader: TokenReader): boolean {
  return reader.type === ':' && !isDateLiteralWithCount(reader.previous.text.toUpperCase());
}

/** Reads any token of the query itself; a source that ends in it, or a statement that does, is short of a bracket. */
function readPlain(reader: TokenReader): void {
  if (reader.type === 'end of file' || reader.type === ';' || reader.type === '{') reader.expect(']');
  reader.next();
}
