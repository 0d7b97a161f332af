/**
 * GROUP BY ROLLUP and CUBE: a SELECT of groups for each set of fields that is kept, all in one result.
 * @see "GROUP BY ROLLUP" and "GROUP BY CUBE", SOQL and SOSL Reference
 */
import { makeObject } from '../../schema/definitions';
import type { SoqlGroupBy, SoqlQuery } from '../../soql/ast';
import { ColumnList } from './columns';
import { SoqlError } from './errors';
import { compileOperand } from './operands';
import type { AggregatePlan } from './plan';
import { groupOf, ResultFields } from './select-aggregate';
import type { QueryScope } from './scope';
import { joinSql, sql, wrapSql, type Sql } from './sql';

/** ROLLUP and CUBE take so many fields at most. */
const MOST_FIELDS = 3;

/** What the SELECTs have in common; made when everything else is compiled, since that adds joins. */
export interface SharedClauses {
  readonly from: Sql;
  readonly where: Sql;
  readonly having: Sql;
  readonly limits: Sql;
}

/** A plan for a query with subtotals. */
export function compileSubtotals(
  query: SoqlQuery,
  groupBy: SoqlGroupBy,
  scope: QueryScope,
  shared: () => SharedClauses
): AggregatePlan {
  if (groupBy.items.length > MOST_FIELDS) {
    throw new SoqlError(`GROUP BY ${groupBy.kind.toUpperCase()} takes at most ${MOST_FIELDS} fields`, groupBy);
  }
  const groups = groupBy.items.map((item) => groupOf(item, scope));
  const sets = groupBy.kind === 'rollup' ? prefixes(groups) : subsets(groups);
  const selects = sets.map((kept) => new GroupingSet(query, scope, groups, new Set(kept)));
  const clauses = shared();
  const statements = selects.map((select) => select.statement(clauses));
  const [first] = selects;
  const object = makeObject({ name: 'AggregateResult', kind: 'standard', fields: first.result.fields });
  const all = wrapSql('SELECT * FROM (', joinSql(statements, ' UNION ALL '), `) ORDER BY ${first.order()}`);
  return {
    kind: 'aggregate',
    object,
    sql: joinSql([all, clauses.limits], ''),
    values: first.result.values,
    rowsColumn: first.rowsColumn
  };
}

/** All fields, all but the last, and so on to none. */
function prefixes(groups: readonly string[]): string[][] {
  return groups.map((_, index) => groups.slice(0, groups.length - index)).concat([[]]);
}

/** Every combination, all fields first. */
function subsets(groups: readonly string[]): string[][] {
  if (groups.length === 0) return [[]];
  const rest = subsets(groups.slice(1));
  return [...rest.map((set) => [groups[0], ...set]), ...rest];
}

/** One SELECT: the fields that it does not keep are null in it. */
class GroupingSet {
  readonly result: ResultFields;
  readonly rowsColumn: number;
  private readonly columns = new ColumnList(false);
  private readonly kept: ReadonlySet<string>;
  private readonly orderTerms: string[] = [];

  constructor(query: SoqlQuery, scope: QueryScope, groups: readonly string[], kept: ReadonlySet<string>) {
    this.kept = kept;
    this.result = new ResultFields(this.columns, scope, new Set(groups), kept);
    for (const item of query.select) this.result.add(item);
    // Each row is looked at once, however many groups it is in.
    const rows = kept.size === groups.length ? 'count(*)' : '0';
    this.rowsColumn = this.result.countsEveryRow ? this.columns.add(rows) : -1;
    if (query.orderBy.length > 0) this.orderAsAsked(query, scope);
    else this.orderByGroups(groups);
  }

  /** Without ORDER BY a subtotal follows its groups. */
  private orderByGroups(groups: readonly string[]): void {
    for (const group of groups) {
      this.addOrder(this.kept.has(group) ? '0' : '1', 'ASC');
      this.addOrder(group, 'ASC');
    }
  }

  private orderAsAsked(query: SoqlQuery, scope: QueryScope): void {
    for (const { value, direction, nulls } of query.orderBy) {
      const isGrouping = value.kind === 'function' && value.name === 'GROUPING';
      const compared = isGrouping ? this.result.grouping(value) : compileOperand(value, scope).compared;
      this.addOrder(compared, `${direction.toUpperCase()} NULLS ${(nulls ?? 'first').toUpperCase()}`);
    }
  }

  private addOrder(value: string, direction: string): void {
    const collation = value.endsWith('COLLATE NOCASE') ? ' COLLATE NOCASE' : '';
    const column = this.columns.add(this.result.isLeftOut(value) ? 'NULL' : value);
    this.orderTerms.push(`c${column}${collation} ${direction}`);
  }

  order(): string {
    return this.orderTerms.join(',');
  }

  statement({ from, where, having }: SharedClauses): Sql {
    const groups = this.kept.size > 0 ? ` GROUP BY ${[...this.kept].join(',')}` : '';
    // A total of nothing is no row.
    const condition = this.kept.size > 0 || having.text !== '' ? having : sql(' HAVING count(*)>0');
    return joinSql([sql(`SELECT ${this.columns.toSql()} FROM `), from, where, sql(groups), condition], '');
  }
}
