/** Queries with aggregate functions or GROUP BY, and COUNT(). */
import { NotModeled } from '../../platform/not-modeled';
import { makeField, makeObject } from '../schema/definitions';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import type { SoqlOperand, SoqlQuery, SoqlSelectItem, SoqlSelectValue } from './ast';
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
  if (query.groupBy && query.groupBy.kind !== 'plain') throw new NotModeled('SOQL GROUP BY ROLLUP and CUBE');
  const groups = (query.groupBy?.items ?? []).map((item) => groupOf(item, scope));
  const columns = new ColumnList();
  const result = new ResultFields(columns, scope, new Set(groups));
  for (const item of query.select) result.add(item);
  const rowsColumn = result.countsEveryRow ? columns.add('count(*)') : -1;
  const groupBy = sql(groups.length > 0 ? ` GROUP BY ${groups.join(',')}` : '');
  const object = makeObject({ name: 'AggregateResult', kind: 'standard', fields: result.fields });
  return { kind: 'aggregate', object, sql: body(columns, groupBy), values: result.values, rowsColumn };
}

function groupOf(item: SoqlOperand, scope: QueryScope): string {
  const operand = compileOperand(item, scope);
  if (operand.resolved && !operand.field.groupable) {
    throw new SoqlError(`field '${operand.field.name}' can not be grouped in a query call`, item);
  }
  return operand.compared;
}

/** The fields of the AggregateResult, one per selected value. */
class ResultFields {
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
  private unnamed = 0;

  constructor(columns: ColumnList, scope: QueryScope, groups: ReadonlySet<string>) {
    this.columns = columns;
    this.scope = scope;
    this.groups = groups;
  }

  add(item: SoqlSelectItem): void {
    if (item.kind !== 'value') throw new SoqlError('unexpected item in a grouped query', item);
    const operand = compileOperand(item.value, this.scope);
    if (!operand.aggregate && !this.groups.has(operand.compared)) {
      throw new SoqlError(`Field must be grouped or aggregated: ${nameOf(item.value)}`, item);
    }
    if (isAggregate(item.value) && item.value.kind === 'function' && item.value.name !== 'COUNT') {
      this.countsEveryRow = true;
    }
    const name = this.nameFor(item);
    if (this.fields.some((field) => field.name.toLowerCase() === name.toLowerCase())) {
      throw new SoqlError(`duplicate alias: ${name}`, item);
    }
    this.fields.push(makeField({ ...operand.field, name }));
    this.values.push({ name, column: this.columns.add(operand.selected), decode: operand.decode });
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
