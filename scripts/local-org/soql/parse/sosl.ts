/**
 * SOSL text to syntax tree. Clause order: "SOQL and SOSL Reference", SOSL Syntax
 * (https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_syntax.htm).
 */
import type { SoqlBind, SoqlPosition, SoqlString } from '../ast';
import { readQuery } from '.';
import { readCountClause, readDataCategories, readOrderBy, readUpdate } from './clauses';
import { readCondition } from './conditions';
import { readOperand } from './operands';
import { SoqlReader } from './reader';
import type { Embedding } from './scanner';
import type { SoslQuery, SoslReturning, SoslWith } from '../sosl-ast';

/**
 * Parses a whole SOSL statement.
 * @param text the statement, without brackets
 * @param embedding as in `parseSoql`
 * @throws SoqlSyntaxError with the platform's message
 */
export function parseSosl(text: string, embedding: Embedding | null = null): SoslQuery {
  const reader = new SoqlReader(embedding ? text : withoutBraces(text), embedding);
  const at = reader.position();
  reader.expectWord('FIND');
  const query: SoslQuery = {
    kind: 'search',
    find: readText(reader),
    group: readGroup(reader),
    returning: reader.takeWord('RETURNING') ? reader.list(() => readReturning(reader)) : [],
    with: readWiths(reader),
    limit: readCountClause(reader, 'LIMIT'),
    update: readUpdate(reader),
    binds: reader.binds,
    ...at
  };
  return reader.peek().type === 'end' ? query : reader.unexpected();
}

const FIND_IN_BRACES = /^(\s*FIND\s*)\{((?:\\[^]|[^}\\])*)\}/i;

/** The API, and so text that Apex searches with, may write the words in braces instead of quotes. */
function withoutBraces(text: string): string {
  return text.replace(FIND_IN_BRACES, (_all, find: string, words: string) => {
    return `${find}'${words.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
  });
}

function readText(reader: SoqlReader): SoqlString | SoqlBind {
  const bind = reader.bind();
  if (bind) return bind;
  const { text, line, column } = reader.expect('string');
  return { kind: 'string', value: text, line, column };
}

function readGroup(reader: SoqlReader): SoslQuery['group'] {
  if (!reader.takeWord('IN')) return null;
  const group = reader.expectOneOf(['ALL', 'EMAIL', 'NAME', 'PHONE', 'SIDEBAR'] as const);
  reader.expectWord('FIELDS');
  return group.toLowerCase() as SoslQuery['group'];
}

function readReturning(reader: SoqlReader): SoslReturning {
  const at = reader.position();
  const object = reader.path().join('.');
  if (!reader.takeSymbol('(')) {
    return { object, fields: [], where: null, listView: null, orderBy: [], limit: null, offset: null, ...at };
  }
  const returning = {
    object,
    fields: reader.list(() => readField(reader)),
    where: reader.takeWord('WHERE') ? readCondition(reader, readQuery) : null,
    listView: readListView(reader),
    orderBy: readOrderBy(reader),
    limit: readCountClause(reader, 'LIMIT'),
    offset: readCountClause(reader, 'OFFSET'),
    ...at
  };
  reader.expectSymbol(')');
  return returning;
}

const afterFields = ['WHERE', 'USING', 'ORDER', 'LIMIT', 'OFFSET'];

function readField(reader: SoqlReader): SoslReturning['fields'][number] {
  const at = reader.position();
  const value = readOperand(reader);
  const hasAlias = reader.peek().type === 'word' && !reader.isWord(afterFields);
  return { kind: 'value', value, alias: hasAlias ? reader.identifier() : null, ...at };
}

function readListView(reader: SoqlReader): string | null {
  if (!reader.takeWord('USING', 'LISTVIEW')) return null;
  reader.expectSymbol('=');
  return reader.identifier();
}

function readWiths(reader: SoqlReader): SoslWith[] {
  const clauses: SoslWith[] = [];
  while (reader.takeWord('WITH')) clauses.push(readWith(reader));
  return clauses;
}

function readWith(reader: SoqlReader): SoslWith {
  const at = reader.position();
  if (reader.isWord('DATA')) return readDataCategories(reader);
  if (reader.takeWord('USER_MODE')) return { kind: 'userMode', ...at };
  if (reader.takeWord('SYSTEM_MODE')) return { kind: 'systemMode', ...at };
  if (reader.takeWord('HIGHLIGHT')) return { kind: 'highlight', ...at };
  if (reader.takeWord('SNIPPET')) return { kind: 'snippet', targetLength: readTargetLength(reader), ...at };
  if (reader.takeWord('NETWORK')) return { kind: 'network', values: readNetworks(reader), ...at };
  return readAssignment(reader, at);
}

const assignable = {
  DIVISION: 'division',
  PRICEBOOKID: 'pricebookId',
  METADATA: 'metadata',
  SPELL_CORRECTION: 'spellCorrection'
} as const;

function readAssignment(reader: SoqlReader, at: SoqlPosition): SoslWith {
  const kind = assignable[reader.expectOneOf(Object.keys(assignable) as (keyof typeof assignable)[])];
  reader.expectSymbol('=');
  return kind === 'spellCorrection'
    ? { kind, value: readBoolean(reader), ...at }
    : { kind, value: readText(reader), ...at };
}

function readBoolean(reader: SoqlReader): boolean | SoqlBind {
  return reader.bind() ?? reader.expectOneOf(['TRUE', 'FALSE'] as const) === 'TRUE';
}

function readTargetLength(reader: SoqlReader): number | null {
  if (!reader.takeSymbol('(')) return null;
  reader.expectWord('TARGET_LENGTH');
  reader.expectSymbol('=');
  const length = Number(reader.expect('number').text);
  reader.expectSymbol(')');
  return length;
}

function readNetworks(reader: SoqlReader): SoqlString[] {
  if (reader.takeSymbol('=')) return [readString(reader)];
  reader.expectWord('IN');
  reader.expectSymbol('(');
  const networks = reader.list(() => readString(reader));
  reader.expectSymbol(')');
  return networks;
}

function readString(reader: SoqlReader): SoqlString {
  const { text, line, column } = reader.expect('string');
  return { kind: 'string', value: text, line, column };
}
