/**
 * What SELECT, WHERE, GROUP BY and ORDER BY work on: a field, or a function of one.
 * @see "Aggregate Functions" and "Date Functions", SOQL and SOSL Reference
 */
import { Decimal } from '../../values/decimal';
import { NotModeled } from '../../values/not-modeled';
import { currentFormulas } from '../../formula';
import { makeField } from '../../schema/definitions';
import type { FieldDefinition } from '../../schema/model';
import { codecOf, isEvaluated, readExpression } from '../../store/codec';
import type { SoqlDateFunctionName, SoqlFunction, SoqlOperand } from '../../soql/ast';
import { SoqlError } from './errors';
import { localMoment } from './time-zones';
import { comparableValue, storedValue, type QueryScope, type ResolvedField } from './scope';

/** An operand as SQL. */
export interface Operand {
  /** SQL of the value as it is selected. */
  readonly selected: string;
  /** SQL of the value as it is compared, grouped and ordered. */
  readonly compared: string;
  /** Type of the result; for a field the field itself. */
  readonly field: FieldDefinition;
  /** Reads what `selected` returned (never null). */
  decode(stored: unknown): unknown;
  readonly aggregate: boolean;
  /** The field behind it, when it is one. */
  readonly resolved: ResolvedField | null;
}

/**
 * Resolves an operand.
 * @throws SoqlError in the platform's words
 */
export function compileOperand(operand: SoqlOperand, scope: QueryScope): Operand {
  if (operand.kind === 'field') return fieldOperand(scope.field(operand.path, operand));
  return functionOperand(operand, scope);
}

/** A field as operand. */
export function fieldOperand(resolved: ResolvedField): Operand {
  const codec = codecOf(resolved.field);
  const stored = storedValue(resolved);
  return {
    selected: readExpression(codec, stored),
    compared: comparableValue(resolved),
    field: resolved.field,
    decode: codec.decode,
    aggregate: false,
    resolved
  };
}

/**
 * A field in the select list of records. A formula is evaluated for each record that is read; more than one record of
 * several objects may stand behind it.
 */
export function selectedField(resolved: ResolvedField): Operand {
  const { field, sources, schema } = resolved;
  if (!isEvaluated(field)) return fieldOperand(resolved);
  const ids = sources.map((source) => `${source.alias}."Id"`);
  const selected = ids.length === 1 ? ids[0] : `coalesce(${ids.join(',')})`;
  const decode = (id: unknown): unknown => {
    const object = schema.byKeyPrefix(String(id).slice(0, 3)) ?? sources[0].object;
    const own = object.fields.get(field.name.toLowerCase()) ?? field;
    return currentFormulas().stored(object, own, String(id));
  };
  return { selected, compared: selected, field, decode, aggregate: false, resolved };
}

const AGGREGATES: ReadonlySet<string> = new Set(['AVG', 'COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM']);

/** Whether the operand is a function over groups of rows. */
export function isAggregate(operand: SoqlOperand): boolean {
  return operand.kind === 'function' && AGGREGATES.has(operand.name);
}

function functionOperand(call: SoqlFunction, scope: QueryScope): Operand {
  if (call.name === 'COUNT' && call.arguments.length === 0) return integerOperand('count(*)', 'expr0', true);
  const argument = argumentOf(call, scope);
  switch (call.name) {
    case 'COUNT':
      return integerOperand(`count(${argument.compared})`, 'count', true);
    case 'COUNT_DISTINCT':
      return integerOperand(`count(DISTINCT ${argument.compared})`, 'count', true);
    case 'MIN':
    case 'MAX':
    case 'SUM':
      return sameTypeAggregate(call.name.toLowerCase(), argument);
    case 'AVG':
      return average(argument);
    case 'TOLABEL':
      return labelOperand(argument);
    case 'FORMAT':
    case 'CONVERTCURRENCY':
    case 'GROUPING':
    case 'DISTANCE':
    case 'GEOLOCATION':
    case 'FORMULA':
    case 'CONVERTTIMEZONE':
      throw new NotModeled(`SOQL function ${call.name}`);
    default:
      return dateFunction(call.name, argument);
  }
}

function argumentOf(call: SoqlFunction, scope: QueryScope): Operand {
  const [argument] = call.arguments;
  if (argument?.kind === 'field') return compileOperand(argument, scope);
  if (argument?.kind === 'function') {
    if (argument.name === 'CONVERTTIMEZONE') return localOperand(argument, scope);
    return compileOperand(argument, scope);
  }
  throw new SoqlError(`unexpected argument of function ${call.name}`, call);
}

/** "You cannot use convertTimezone() outside a date function" (Date Functions). */
function localOperand(call: SoqlFunction, scope: QueryScope): Operand {
  const [inner] = call.arguments;
  if (inner?.kind !== 'field') throw new SoqlError('unexpected argument of function convertTimezone', call);
  const operand = compileOperand(inner, scope);
  if (operand.field.type !== 'DATETIME') {
    throw new SoqlError(`field ${operand.field.name} does not support the function convertTimezone`, call);
  }
  const selected = localMoment(operand.selected);
  return { ...operand, selected, compared: selected, resolved: null };
}

function integerOperand(sql: string, name: string, aggregate: boolean): Operand {
  const field = makeField({ name, type: 'INTEGER', precision: 10, custom: false });
  return { selected: sql, compared: sql, field, decode: (stored) => stored, aggregate, resolved: null };
}

function sameTypeAggregate(name: string, argument: Operand): Operand {
  const { field, resolved } = argument;
  const stored = resolved ? storedValue(resolved) : argument.selected;
  const text = argument.compared.endsWith('COLLATE NOCASE');
  const sql = `${name}(${stored}${text ? ' COLLATE NOCASE' : ''})`;
  const codec = codecOf(field);
  return {
    selected: readExpression(codec, sql),
    compared: sql,
    field,
    decode: codec.decode,
    aggregate: true,
    resolved: null
  };
}

/** Sum and count come out apart, so that the quotient is not of rounded numbers. */
function average(argument: Operand): Operand {
  const stored = argument.resolved ? storedValue(argument.resolved) : argument.selected;
  const { scale } = argument.field;
  return {
    selected: `CASE WHEN count(${stored})>0 THEN sum(${stored})||'/'||count(${stored}) END`,
    compared: `avg(${stored})`,
    field: makeField({ name: 'avg', type: 'DOUBLE', precision: 18, scale, custom: false }),
    decode: (value) => {
      const [sum, count] = String(value).split('/');
      return Decimal.fromDouble(Number(sum) / 10 ** scale / Number(count));
    },
    aggregate: true,
    resolved: null
  };
}

/** The label of a picklist value; of any other field its value ("Translating Results"). */
function labelOperand(argument: Operand): Operand {
  const values = argument.field.picklistValues.filter((value) => value.label !== value.value);
  if (values.length === 0) return { ...argument, resolved: null };
  const cases = values.map((value) => `WHEN ${literal(value.value)} THEN ${literal(value.label)}`);
  const sql = `CASE ${argument.selected} ${cases.join(' ')} ELSE ${argument.selected} END`;
  return { ...argument, selected: sql, compared: `${sql} COLLATE NOCASE`, resolved: null };
}

function literal(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

/** Date functions work on UTC unless convertTimezone says otherwise ("Date Functions"). */
function dateFunction(name: SoqlDateFunctionName, argument: Operand): Operand {
  const { field } = argument;
  if (field.type !== 'DATE' && field.type !== 'DATETIME') {
    throw new SoqlError(`field ${field.name} does not support the function ${name}`);
  }
  const stored = argument.selected;
  const seconds = field.type === 'DATE' ? `${stored}*86400` : `${stored}/1000`;
  const part = (format: string): string => `CAST(strftime('${format}',${seconds},'unixepoch') AS INTEGER)`;
  if (name === 'DAY_ONLY') return dayOnly(stored);
  const operand = integerOperand(partOfDate(name, part), name.toLowerCase(), false);
  return { ...operand, selected: `CASE WHEN ${stored} IS NOT NULL THEN ${operand.selected} END` };
}

function dayOnly(stored: string): Operand {
  const field = makeField({ name: 'day_only', type: 'DATE', custom: false });
  const sql = `CAST(floor(${stored}/86400000.0) AS INTEGER)`;
  return { selected: sql, compared: sql, field, decode: codecOf(field).decode, aggregate: false, resolved: null };
}

function partOfDate(name: SoqlDateFunctionName, part: (format: string) => string): string {
  switch (name) {
    case 'CALENDAR_MONTH':
    case 'FISCAL_MONTH':
      return part('%m');
    case 'CALENDAR_QUARTER':
    case 'FISCAL_QUARTER':
      return `(${part('%m')}+2)/3`;
    case 'CALENDAR_YEAR':
    case 'FISCAL_YEAR':
      return part('%Y');
    case 'DAY_IN_MONTH':
      return part('%d');
    case 'DAY_IN_WEEK':
      return `${part('%w')}+1`;
    case 'DAY_IN_YEAR':
      return part('%j');
    case 'HOUR_IN_DAY':
      return part('%H');
    case 'WEEK_IN_MONTH':
      return `(${part('%d')}+6)/7`;
    case 'WEEK_IN_YEAR':
      return `(${part('%j')}+6)/7`;
    default:
      throw new NotModeled(`SOQL function ${name}`);
  }
}
