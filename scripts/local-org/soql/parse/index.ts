/**
 * SOQL text to syntax tree, for query strings and (with the binds already found) for queries in Apex code.
 * Clause order: "SOQL and SOSL Reference", SOQL SELECT Syntax
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select.htm).
 */
import type { SoqlQuery } from '../ast';
import { readCountClause, readFor, readGroupBy, readOrderBy, readScope, readUpdate, readWith } from './clauses';
import { readCondition } from './conditions';
import { readFrom, readSelectList } from './select';
import { SoqlReader } from './reader';
import type { Embedding } from './scanner';

export { SoqlSyntaxError } from './syntax-error';

/**
 * Parses a whole SOQL statement.
 * @param text the statement, without brackets
 * @param embedding for a query in Apex code: where it stands and where its binds are; binds of a query string are
 *   found here and may only be names with dots
 * @throws SoqlSyntaxError with the platform's message
 */
export function parseSoql(text: string, embedding: Embedding | null = null): SoqlQuery {
  const reader = new SoqlReader(text, embedding);
  const query = readQuery(reader);
  if (reader.peek().type !== 'end') reader.unexpected();
  return { ...query, binds: reader.binds };
}

/** Reads one SELECT up to the token that ends it. */
export function readQuery(reader: SoqlReader): SoqlQuery {
  const at = reader.position();
  reader.expectWord('SELECT');
  const select = readSelectList(reader, readQuery);
  reader.expectWord('FROM');
  return {
    kind: 'query',
    select,
    from: readFrom(reader),
    usingScope: readScope(reader),
    where: reader.takeWord('WHERE') ? readCondition(reader, readQuery) : null,
    with: readWith(reader, readQuery),
    groupBy: readGroupBy(reader),
    having: reader.takeWord('HAVING') ? readCondition(reader, readQuery) : null,
    orderBy: readOrderBy(reader),
    limit: readCountClause(reader, 'LIMIT'),
    offset: readCountClause(reader, 'OFFSET'),
    allRows: reader.takeWord('ALL', 'ROWS'),
    for: readFor(reader),
    update: readUpdate(reader),
    binds: [],
    ...at
  };
}
