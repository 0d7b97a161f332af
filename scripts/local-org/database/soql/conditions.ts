/**
 * WHERE and HAVING as SQL. SOQL knows two truth values: a comparison with a missing value is false, and `!=`, NOT and
 * NOT IN are true for it.
 * @see "Comparison Operators" and "Logical Operators", SOQL and SOSL Reference
 */
import { ApexDate } from '../../values/date';
import { nullDereference } from '../../values/exceptions';
import { ApexList } from '../../values/list';
import { ApexSet } from '../../values/set';
import type { Stored } from '../../store/codec';
import { fold } from '../../store/fold';
import type { SoqlComparison, SoqlCondition, SoqlDateLiteral, SoqlList, SoqlQuery, SoqlValue } from '../../soql/ast';
import { daysOf, startOfDay } from './date-ranges';
import { SoqlError } from './errors';
import { compileOperand, type Operand } from './operands';
import { boundComparable, checkLiteral, comparable, literalValue, type ComparedType } from './parameters';
import type { QueryScope } from './scope';
import { joinSql, OMIT, optionalSql, sql, sqlWith, wrapSql, type Parameter, type QueryContext, type Sql } from './sql';

/** Compiles the SELECT of a semi-join to one that returns one column. */
export type SemiJoinCompiler = (query: SoqlQuery) => Sql;

/** Compiles condition trees of one scope. */
export class ConditionCompiler {
  private readonly scope: QueryScope;
  private readonly semiJoin: SemiJoinCompiler;

  constructor(scope: QueryScope, semiJoin: SemiJoinCompiler) {
    this.scope = scope;
    this.semiJoin = semiJoin;
  }

  /** The condition as SQL that is true, false or NULL for false. */
  compile(condition: SoqlCondition): Sql {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const parts = condition.operands.map((operand) => wrapSql('(', this.compile(operand), ')'));
        return joinSql(parts, condition.kind === 'and' ? ' AND ' : ' OR ');
      }
      case 'not':
        return wrapSql('NOT coalesce(', this.compile(condition.operand), ',0)');
      default:
        return this.comparison(condition);
    }
  }

  private comparison(comparison: SoqlComparison): Sql {
    const left = compileOperand(comparison.left, this.scope);
    const { value, operator } = comparison;
    requireFilterable(left, comparison);
    if (value.kind === 'subquery') return this.semi(left, operator === 'NOT IN', value.query);
    if (operator === 'IN' || operator === 'NOT IN') return inList(left, value, operator === 'NOT IN');
    if (operator === 'INCLUDES' || operator === 'EXCLUDES') return includes(left, value, operator === 'EXCLUDES');
    if (operator === 'LIKE') return like(left, value);
    if (value.kind === 'dateLiteral') return dateRange(left, operator, value);
    return simple(left, operator, value);
  }

  private semi(left: Operand, negated: boolean, query: SoqlQuery): Sql {
    const positive = wrapSql(`${left.compared} IN (`, this.semiJoin(query), ')');
    return negated ? wrapSql('NOT coalesce(', positive, ',0)') : positive;
  }
}

function requireFilterable(left: Operand, comparison: SoqlComparison): void {
  const { field } = left;
  if (left.resolved && !field.filterable) {
    const name = comparison.left.kind === 'field' ? comparison.left.path.join('.') : field.name;
    throw new SoqlError(`field '${name}' can not be filtered in a query call`, comparison);
  }
}

/** What a comparison asks of its left side. */
function typeOf(left: Operand): ComparedType {
  const { type, scale, caseSensitive, name, referenceTo } = left.field;
  return { type, scale, caseSensitive, name, referenceTo };
}

/** A parameter of a literal or a bind. */
function parameterOf(value: SoqlValue, type: ComparedType): Parameter {
  checkLiteral(value, type);
  if (value.kind === 'bind') return (context) => boundComparable(single(context.binds[value.index]), type, context);
  const constant = literalValue(value);
  if (type.type === 'DATETIME' && constant instanceof ApexDate) {
    return (context) => comparable(constant, type, context);
  }
  const stored = comparable(constant, type, NO_CONTEXT);
  return () => stored;
}

/** Literals do not depend on the context. */
const NO_CONTEXT: QueryContext = { binds: [], now: 0, timeZone: 'GMT', userId: '' };

/** A collection where one value is expected counts as its only element. */
function single(value: unknown): unknown {
  if (value instanceof ApexList && value.items.length === 1) return value.items[0];
  return value ?? null;
}

function simple(left: Operand, operator: string, value: SoqlValue): Sql {
  const parameter = parameterOf(value, typeOf(left));
  if (value.kind === 'bind' && (operator === '=' || operator === '!=')) return equalToBind(left, operator, value.index);
  if (operator === '=') return sqlWith(`${left.compared} IS ?`, parameter);
  if (operator === '!=') return sqlWith(`${left.compared} IS NOT ?`, parameter);
  if (comparesIds(left)) return idsInOrder(left, operator, value);
  return sqlWith(`${left.compared} ${operator} ?`, parameter);
}

function comparesIds({ field }: Operand): boolean {
  return field.type === 'ID' || field.type === 'REFERENCE';
}

/**
 * Every Id comes after the empty text: `WHERE Id > '' ORDER BY Id` is where walking through a table by Id begins.
 * @see "Working with Very Large SOQL Queries", Apex Developer Guide
 */
function idsInOrder(left: Operand, operator: string, value: SoqlValue): Sql {
  const parameter = parameterOf(value, typeOf(left));
  const isEmptyText = ({ binds }: QueryContext): boolean =>
    (value.kind === 'bind' ? binds[value.index] : literalValue(value)) === '';
  return sqlWith(`${left.compared} ${operator} ?`, (context) => (isEmptyText(context) ? '' : parameter(context)));
}

/**
 * A collection bound where one value is expected means any of its elements: `= :ids` is `IN :ids`. Which of the two
 * conditions is written shows when the query runs.
 */
function equalToBind(left: Operand, operator: '=' | '!=', index: number): Sql {
  const type = typeOf(left);
  const isNegated = operator === '!=';
  const value = ({ binds }: QueryContext): unknown => binds[index] ?? null;
  const one = optionalSql(`${left.compared} ${isNegated ? 'IS NOT' : 'IS'} ?`, (context) =>
    isManyValued(value(context)) ? OMIT : boundComparable(single(value(context)), type, context)
  );
  const found = `${left.compared} IN (SELECT value FROM json_each(?))`;
  const many = optionalSql(isNegated ? `NOT coalesce(${found},0)` : found, (context) =>
    isManyValued(value(context))
      ? jsonOf([...elementsOf(value(context))].map((element) => boundComparable(element, type, context)))
      : OMIT
  );
  return joinSql([one, many], '');
}

function isManyValued(value: unknown): boolean {
  return value instanceof ApexSet || (value instanceof ApexList && value.items.length !== 1);
}

/** The values of a list, of which any may be a bind of a value or of a collection. */
function inList(left: Operand, value: SoqlValue, negated: boolean): Sql {
  const type = typeOf(left);
  const items = value.kind === 'list' ? value.items : [value];
  if (items.some((item) => item.kind === 'dateLiteral')) return dateLiterals(left, value as SoqlList, negated);
  const constants = constantsOf(items, type);
  const list: Parameter = constants ? () => constants.json : (context) => jsonOf(valuesOf(items, type, context));
  const hasNull = (context: QueryContext): 1 | typeof OMIT =>
    (constants ? constants.hasNull : valuesOf(items, type, context).includes(null)) ? 1 : OMIT;
  const found = sqlWith(`${left.compared} IN (SELECT value FROM json_each(?))`, list);
  const missing = optionalSql(` OR (${left.compared} IS NULL AND ?)`, hasNull);
  const either = wrapSql('(', joinSql([found, missing], ''), ')');
  return negated ? wrapSql('NOT coalesce(', either, ',0)') : either;
}

interface Constants {
  readonly json: string;
  readonly hasNull: boolean;
}

function constantsOf(items: readonly SoqlValue[], type: ComparedType): Constants | null {
  if (items.some((item) => item.kind === 'bind')) return null;
  const values = valuesOf(items, type, NO_CONTEXT);
  return { json: jsonOf(values), hasNull: values.includes(null) };
}

function jsonOf(values: readonly Stored[]): string {
  const present = values.filter((value) => value !== null);
  if (!present.some((value) => typeof value === 'bigint')) return JSON.stringify(present);
  return `[${present.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value))).join(',')}]`;
}

function valuesOf(items: readonly SoqlValue[], type: ComparedType, context: QueryContext): Stored[] {
  const values: Stored[] = [];
  for (const item of items) {
    checkLiteral(item, type);
    if (item.kind !== 'bind') values.push(comparable(literalValue(item), type, context));
    else
      for (const value of boundElements(item.index, items.length === 1, context))
        values.push(boundComparable(value, type, context));
  }
  return values;
}

/** A collection that is null cannot be looked into: `IN :nullList` throws. */
function boundElements(index: number, alone: boolean, context: QueryContext): Iterable<unknown> {
  const value = context.binds[index] ?? null;
  if (value === null && alone) throw nullDereference();
  return elementsOf(value);
}

/** The elements of a bound collection, or the bound value alone. */
export function elementsOf(value: unknown): Iterable<unknown> {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return value.values();
  return [value ?? null];
}

/** `_` and `%` are wildcards, a backslash makes them plain ("LIKE", Comparison Operators). */
function like(left: Operand, value: SoqlValue): Sql {
  const type = typeOf(left);
  const patterns: Parameter = (context) => {
    const pattern = value.kind === 'bind' ? context.binds[value.index] : literalValue(value);
    if (pattern === null || pattern === undefined) return null;
    return fold(String(pattern));
  };
  if (value.kind === 'list' || (value.kind !== 'bind' && value.kind !== 'string')) {
    throw new SoqlError(`value of filter criterion for field '${type.name}' must be of type string`, value);
  }
  const text = left.compared.replace(' COLLATE NOCASE', '');
  const many = sqlWith(`EXISTS (SELECT 1 FROM json_each(?) AS p WHERE ${text} LIKE p.value ESCAPE '\\')`, (context) =>
    JSON.stringify(value.kind === 'bind' ? patternsOf(context.binds[value.index]) : [])
  );
  const one = sqlWith(`${text} LIKE ? ESCAPE '\\'`, patterns);
  return value.kind === 'bind' ? many : one;
}

function patternsOf(value: unknown): string[] {
  return [...elementsOf(value)].filter((pattern) => pattern !== null).map((pattern) => fold(String(pattern)));
}

/** Multi-select values stand in the column as `;A;B;` would: each wanted set must be part of it. */
function includes(left: Operand, value: SoqlValue, negated: boolean): Sql {
  const items = value.kind === 'list' ? value.items : [value];
  const text = left.compared.replace(' COLLATE NOCASE', '');
  const sets: Parameter = (context) =>
    JSON.stringify(
      items.flatMap((item) => wantedSets(item, context)).map((set) => set.split(';').map((entry) => fold(entry.trim())))
    );
  const every = `NOT EXISTS (SELECT 1 FROM json_each(w.value) AS e WHERE NOT ${containsEntry(text)})`;
  const either = sqlWith(`(${text} IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(?) AS w WHERE ${every}))`, sets);
  return negated ? wrapSql('NOT coalesce(', either, ',0)') : either;
}

function containsEntry(text: string): string {
  return `instr(lower(';'||${text}||';'), lower(';'||e.value||';'))>0`;
}

function wantedSets(item: SoqlValue, context: QueryContext): string[] {
  if (item.kind === 'bind') return [...elementsOf(context.binds[item.index])].map(String);
  return [String(literalValue(item))];
}

/** A date literal is a span: `=` is within it, `<` before it, `>` after it. */
function dateRange(left: Operand, operator: string, literal: SoqlDateLiteral): Sql {
  const type = typeOf(left);
  checkLiteral(literal, type);
  const edge = (which: 'start' | 'end'): Parameter => {
    return (context) => {
      const day = daysOf(literal, context)[which];
      return type.type === 'DATETIME' ? startOfDay(day, context.timeZone) : day;
    };
  };
  const value = left.compared;
  switch (operator) {
    case '=':
      return sqlWith(`(${value}>=? AND ${value}<?)`, edge('start'), edge('end'));
    case '!=':
      return sqlWith(`NOT coalesce(${value}>=? AND ${value}<?,0)`, edge('start'), edge('end'));
    case '<':
      return sqlWith(`${value}<?`, edge('start'));
    case '<=':
      return sqlWith(`${value}<?`, edge('end'));
    case '>':
      return sqlWith(`${value}>=?`, edge('end'));
    default:
      return sqlWith(`${value}>=?`, edge('start'));
  }
}

function dateLiterals(left: Operand, list: SoqlList, negated: boolean): Sql {
  const parts = list.items.map((item) =>
    item.kind === 'dateLiteral' ? dateRange(left, '=', item) : simple(left, '=', item)
  );
  const either = wrapSql('(', joinSql(parts.length > 0 ? parts : [sql('0')], ' OR '), ')');
  return negated ? wrapSql('NOT coalesce(', either, ',0)') : either;
}
