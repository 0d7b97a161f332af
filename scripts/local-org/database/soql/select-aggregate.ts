/** Queries with aggregate functions or GROUP BY, and COUNT(). */
import { makeField, makeObject } from '../../schema/definitions';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import type { SoqlFunction, SoqlOperand, SoqlQuery, SoqlSelectItem, SoqlSelectValue } from '../../soql/ast';
import { ColumnList } from './columns';
import { SoqlError } from './errors';
import { compileOperand, isAggregate } from './operands';
import type { AggregatePlan, CountPlan, ValueReader } from './plan';
import type { QueryScope } from './scope';
import { sql, type Sql } from './sql';

/** A plan for `SELECT COUNT()`. */
export function compileCount(object: ObjectDefinition, statement: Sql): CountPlan {
  return { kind: 'count', object, sql: statement };
}

/**
 * A plan for a query of groups.
 * @param body makes the statement from the columns and the GROUP BY clause
 */
export function compileAggregate(
  query: SoqlQuery,
  scope: QueryScope,
  body: (columns: ColumnList, groupBy: Sql) => Sql
): AggregatePlan {
  const groups = (query.groupBy?.items ?? []).map((item) => groupOf(item, scope));
  const columns = new ColumnList();
  const result = new ResultFields(columns, scope, new Set(groups));
  for (const item of query.select) result.add(item);
  const rowsColumn = result.countsEveryRow ? columns.add('count(*)') : -1;
  const groupBy = sql(groups.length > 0 ? ` GROUP BY ${groups.join(',')}` : '');
  const object = makeObject({ name: 'AggregateResult', kind: 'standard', fields: result.fields });
  return { kind: 'aggregate', object, sql: body(columns, groupBy), values: result.values, rowsColumn };
}

/** The SQL of what a query groups by. */
export function groupOf(item: SoqlOperand, scope: QueryScope): string {
  const operand = compileOperand(item, scope);
  if (operand.resolved && !operand.field.groupable) {
    throw new SoqlError(`field '${operand.field.name}' can not be grouped in a query call`, item);
  }
  return operand.compared;
}

const GROUPING_FIELD = makeField({ name: 'grouping', type: 'INTEGER', precision: 10, custom: false });

/** The fields of the AggregateResult, one per selected value. */
export class ResultFields {
  readonly fields: FieldDefinition[] = [];
  readonly values: ValueReader[] = [];
  /**
   * Only COUNT() and COUNT(field) count a group as one row against the limit of query rows; the other functions count
   * every row they look at ("Working with SOQL Aggregate Functions", Apex Developer Guide).
   */
  countsEveryRow = false;
  private readonly columns: ColumnList;
  private readonly scope: QueryScope;
  private readonly groups: ReadonlySet<string>;
  private readonly kept: ReadonlySet<string> | null;
  private unnamed = 0;

  /** @param kept with subtotals: the groups that this SELECT keeps */
  constructor(
    columns: ColumnList,
    scope: QueryScope,
    groups: ReadonlySet<string>,
    kept: ReadonlySet<string> | null = null
  ) {
    this.columns = columns;
    this.scope = scope;
    this.groups = groups;
    this.kept = kept;
  }

  /** Whether this SELECT sums up over what is grouped by elsewhere. */
  isLeftOut(group: string): boolean {
    return this.kept !== null && this.groups.has(group) && !this.kept.has(group);
  }

  /**
   * The SQL of `GROUPING(field)`: 1 where the row sums up over the field.
   * @throws SoqlError for a query without subtotals, or a field that is none of its groups
   */
  grouping(call: SoqlFunction): string {
    const [argument] = call.arguments;
    const group = argument?.kind === 'field' ? compileOperand(argument, this.scope).compared : '';
    if (this.kept === null || !this.groups.has(group)) {
      throw new SoqlError('Grouping function requires a field of GROUP BY ROLLUP or GROUP BY CUBE', call);
    }
    return this.isLeftOut(group) ? '1' : '0';
  }

  add(item: SoqlSelectItem): void {
    if (item.kind !== 'value') throw new SoqlError('unexpected item in a grouped query', item);
    if (item.value.kind === 'function' && item.value.name === 'GROUPING') {
      this.addColumn(item, GROUPING_FIELD, this.grouping(item.value), (stored) => stored);
      return;
    }
    const operand = compileOperand(item.value, this.scope);
    if (!operand.aggregate && !this.groups.has(operand.compared)) {
      throw new SoqlError(`Field must be grouped or aggregated: ${nameOf(item.value)}`, item);
    }
    if (isAggregate(item.value) && item.value.kind === 'function' && item.value.name !== 'COUNT') {
      this.countsEveryRow = true;
    }
    const selected = this.isLeftOut(operand.compared) ? 'NULL' : operand.selected;
    this.addColumn(item, operand.field, selected, operand.decode);
  }

  private addColumn(
    item: SoqlSelectValue,
    field: FieldDefinition,
    selected: string,
    decode: ValueReader['decode']
  ): void {
    const name = this.nameFor(item);
    if (this.fields.some((field) => field.name.toLowerCase() === name.toLowerCase())) {
      throw new SoqlError(`duplicate alias: ${name}`, item);
    }
    this.fields.push(makeField({ ...field, name }));
    this.values.push({ name, column: this.columns.add(selected), decode });
  }

  private nameFor(item: SoqlSelectValue): string {
    if (item.alias) return item.alias;
    if (item.value.kind === 'field') return this.scope.field(item.value.path, item.value).field.name;
    this.unnamed += 1;
    return `expr${this.unnamed - 1}`;
  }
}

function nameOf(operand: SoqlOperand): string {
  return operand.kind === 'field' ? operand.path.join('.') : operand.name;
}
