/**
 * Formulas over records: what a path means, and what a formula field is worth.
 * @see "Build a Formula Field" and "Cross-Object Formulas", Salesforce Help
 */
import { ApexDate } from '../values/date';
import { Decimal } from '../values/decimal';
import { NotModeled } from '../values/not-modeled';
import { parentFieldOf } from '../schema/parent-field';
import { readRollUps, summarizedChildren } from '../store/roll-ups';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../schema/model';
import type { Connection } from '../store/connection';
import { isEvaluated, isStored, toDecimal } from '../store/codec';
import { readRows } from '../store/rows';
import type { FormulaNode } from './ast';
import { evaluateFormula, type FormulaScope } from './evaluate';
import { FormulaError } from './formula-error';
import { parseFormula } from './parse';
import { summarize } from './summaries';
import type { FormulaValue } from './values';

/** Values of one record by canonical field name. */
export type RecordValues = ReadonlyMap<string, unknown>;

/** What formulas over records need to know of their surroundings. */
export interface FormulaSurroundings {
  readonly schema: SchemaModel;
  readonly connection: Connection;
  readonly now: number;
  readonly timeZone: string;
  /** A global variable, e.g. `['$User', 'Id']`. */
  global(path: readonly string[]): FormulaValue;
}

/** Formula fields whose value depends on themselves would never end. */
const DEEPEST = 15;

const trees = new Map<string, FormulaNode>();
const MOST_TREES = 2000;

/** The tree of a formula's text; texts are read once. */
export function formulaTree(source: string): FormulaNode {
  let tree = trees.get(source);
  if (!tree) {
    if (trees.size >= MOST_TREES) trees.clear();
    tree = parseFormula(source);
    trees.set(source, tree);
  }
  return tree;
}

/** Evaluates formulas; keeps the records that it reads, so one serves one statement. */
export class RecordFormulas {
  private readonly surroundings: FormulaSurroundings;
  private readonly known = new Map<string, RecordValues | null>();
  private depth = 0;

  constructor(surroundings: FormulaSurroundings) {
    this.surroundings = surroundings;
  }

  /** The value of a calculated field of a stored record. */
  stored(object: ObjectDefinition, field: FieldDefinition, id: string): FormulaValue {
    return withoutSpaces(this.raw(object, this.record(object, id) ?? new Map(), field)) as FormulaValue;
  }

  /** Reads many records at once that are going to be asked for. */
  prepare(object: ObjectDefinition, ids: readonly string[]): void {
    const { connection } = this.surroundings;
    for (const [id, values] of readRows(connection, object, ids)) this.known.set(`${object.name} ${id}`, values);
  }

  /**
   * The value of a formula field over a record's values, as the field holds it. What goes wrong in a formula field shows
   * as an error on pages and as null in queries.
   */
  calculated(object: ObjectDefinition, field: FieldDefinition, values: RecordValues): FormulaValue {
    if (this.depth >= DEEPEST) throw new NotModeled(`the depth of formula field ${object.name}.${field.name}`);
    this.depth += 1;
    try {
      const scope = this.scope(object, values, { blankAsZero: field.blankAsZero });
      return asField(field, evaluateFormula(formulaTree(field.formula ?? ''), scope));
    } catch (error) {
      if (error instanceof FormulaError) return null;
      throw error;
    } finally {
      this.depth -= 1;
    }
  }

  /** The value of a calculated field, formula or roll-up, over a record's values. */
  of(object: ObjectDefinition, field: FieldDefinition, values: RecordValues): unknown {
    return withoutSpaces(this.raw(object, values, field));
  }

  /** What a formula sees of a record. */
  scope(
    object: ObjectDefinition,
    values: RecordValues,
    options: { readonly blankAsZero?: boolean; readonly saving?: FormulaScope['saving'] } = {}
  ): FormulaScope {
    const { now, timeZone } = this.surroundings;
    const blankAsZero = options.blankAsZero ?? false;
    return { now, timeZone, saving: options.saving, value: (path) => this.value(object, values, path, blankAsZero) };
  }

  /** A field by its path from a record. */
  value(object: ObjectDefinition, values: RecordValues, path: readonly string[], blankAsZero = false): FormulaValue {
    const [first, ...rest] = path;
    if (first.startsWith('$')) return this.surroundings.global(path);
    if (rest.length === 0) return this.own(object, values, first, blankAsZero);
    const parent = this.parent(object, values, first);
    // A path may name the object itself: `Account.Name` in a formula of Account.
    if (!parent) {
      if (first.toLowerCase() === object.name.toLowerCase()) return this.value(object, values, rest, blankAsZero);
      throw new NotModeled(`${object.name}.${path.join('.')} in a formula`);
    }
    return this.value(parent.object, parent.values, rest, blankAsZero);
  }

  private own(object: ObjectDefinition, values: RecordValues, name: string, blankAsZero: boolean): FormulaValue {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new NotModeled(`${object.name}.${name} in a formula`);
    const value = this.raw(object, values, field);
    return asOperand(field, value, blankAsZero);
  }

  private raw(object: ObjectDefinition, values: RecordValues, field: FieldDefinition): unknown {
    if (field.formula) return this.calculated(object, field, values);
    // A save that another one caused knows what the roll-up was before it.
    if (field.rollUp && values.has(field.name)) return values.get(field.name);
    if (field.rollUp) return this.rolledUp(object, field, values.get('Id') as string | undefined);
    if (!isStored(field)) throw new NotModeled(`compound field ${object.name}.${field.name} in a formula`);
    return values.get(field.name) ?? null;
  }

  /** The roll-ups of many records, by Id. */
  rollUps(
    object: ObjectDefinition,
    fields: readonly FieldDefinition[],
    ids: readonly string[]
  ): Map<string, Map<string, unknown>> {
    const { schema, connection } = this.surroundings;
    const found = readRollUps(
      connection,
      schema,
      object,
      fields.filter((field) => !isEvaluated(field)),
      ids
    );
    for (const field of fields.filter(isEvaluated))
      for (const [id, values] of found) values.set(field.name, this.summarized(object, field, id));
    return found;
  }

  private rolledUp(object: ObjectDefinition, field: FieldDefinition, id: string | undefined): unknown {
    if (id === undefined) return null;
    return this.rollUps(object, [field], [id]).get(id)?.get(field.name) ?? null;
  }

  /** A roll-up over a formula field of the children. */
  private summarized(object: ObjectDefinition, field: FieldDefinition, id: string): unknown {
    const { schema, connection } = this.surroundings;
    const { child, summary, ids } = summarizedChildren(connection, schema, object, field, id);
    const source = child.fields.get(summary.field?.toLowerCase() ?? '') as FieldDefinition;
    this.prepare(child, ids);
    const values = ids.map((childId) => this.stored(child, source, childId));
    return summarize(summary.operation, values, field.scale);
  }

  private parent(
    object: ObjectDefinition,
    values: RecordValues,
    relationship: string
  ): { object: ObjectDefinition; values: RecordValues } | null {
    const field = parentFieldOf(object, relationship);
    if (!field) return null;
    const { schema } = this.surroundings;
    const id = (values.get(field.name) ?? null) as string | null;
    const [only] = field.referenceTo.length === 1 ? field.referenceTo : [];
    const target = id === null ? schema.object(only ?? 'Name') : schema.byKeyPrefix(id.slice(0, 3));
    const parent = target ?? schema.object(only ?? 'Name');
    if (!parent) throw new NotModeled(`${object.name}.${relationship} in a formula`);
    return { object: parent, values: (id === null ? null : this.record(parent, id)) ?? new Map() };
  }

  private record(object: ObjectDefinition, id: string): RecordValues | null {
    const key = `${object.name} ${id}`;
    let values = this.known.get(key);
    if (values === undefined) {
      values = readRows(this.surroundings.connection, object, [id]).get(id) ?? null;
      this.known.set(key, values);
    }
    return values;
  }
}

const HUNDRED = Decimal.fromInteger(100);

/** A field's value as formulas see it: a percentage is a fraction, a checkbox is never blank. */
export function asOperand(field: FieldDefinition, value: unknown, blankAsZero: boolean): FormulaValue {
  switch (field.type) {
    case 'BOOLEAN':
      return value === true;
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
      return value === null ? (blankAsZero ? Decimal.ZERO : null) : toDecimal(value);
    case 'PERCENT': {
      if (value === null) return blankAsZero ? Decimal.ZERO : null;
      const number = toDecimal(value);
      return number.divideToScale(HUNDRED, number.scale + 2, 'HALF_UP');
    }
    default:
      return value as FormulaValue;
  }
}

/**
 * Text of a record has no white space around it, a formula's neither; a formula that uses it has what it computes
 * ("Primitive Data Types", String, Apex Developer Guide).
 */
function withoutSpaces(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() || null : value;
}

/** A formula's result as its field holds it: numbers rounded to its scale, an empty text is none. */
export function asField(field: FieldDefinition, value: FormulaValue): FormulaValue {
  if (field.type === 'BOOLEAN') return value === true;
  if (value === null || value === '') return null;
  if (value instanceof Decimal) {
    const number = field.type === 'PERCENT' ? value.multiply(HUNDRED) : value;
    return number.setScale(field.scale, 'HALF_UP');
  }
  if (field.type === 'DATE' && !(value instanceof ApexDate)) throw new FormulaError('The result is no date');
  return value;
}
