/** Compiles the syntax tree of a query to a plan. */
import { NotModeled } from '../../values/not-modeled';
import type { ObjectDefinition, SchemaModel } from '../../schema/model';
import { ownershipCondition } from '../sharing';
import type { SoqlCondition, SoqlCount, SoqlOrder, SoqlQuery } from '../../soql/ast';
import { ColumnList } from './columns';
import { ConditionCompiler } from './conditions';
import { SoqlError, unknownChildren, unknownObject } from './errors';
import { compileOperand, isAggregate } from './operands';
import type { AccessClause, QueryPlan, RecordPlan } from './plan';
import { FORMULA_TABLES } from './formula-tables';
import { compileSubtotals, type SharedClauses } from './grouping-sets';
import { compileAggregate, compileCount } from './select-aggregate';
import { RecordSelect } from './select-records';
import { AliasMaker, QueryScope, storedValue, type FieldUse } from './scope';
import { joinSql, OMIT, optionalSql, sql, sqlWith, wrapSql, type Parameter, type Sql } from './sql';

/** The largest OFFSET ("OFFSET", SOQL and SOSL Reference). */
const MAXIMUM_OFFSET = 2000;

/**
 * Compiles a whole statement.
 * @throws SoqlError in the platform's words; NotModeled for what the local org lacks
 */
export function compileQuery(query: SoqlQuery, schema: SchemaModel): QueryPlan {
  return new StatementCompiler(schema).compile(query);
}

/** Compiles one statement with all its subqueries. */
export class StatementCompiler {
  private readonly schema: SchemaModel;
  private readonly aliases = new AliasMaker();
  private readonly uses: FieldUse[] = [];
  private readonly objects = new Set<ObjectDefinition>();
  private childSelects = 0;

  constructor(schema: SchemaModel) {
    this.schema = schema;
  }

  compile(query: SoqlQuery): QueryPlan {
    const select = this.select(query);
    for (const use of this.uses) this.objects.add(use.object);
    return {
      select,
      access: accessOf(query),
      uses: this.uses,
      objects: [...this.objects],
      childSelects: this.childSelects,
      forUpdate: query.for.includes('update'),
      convertsTimeZone: JSON.stringify(query).includes('"CONVERTTIMEZONE"'),
      binds: query.binds
    };
  }

  private select(query: SoqlQuery): QueryPlan['select'] {
    const object = this.rootObject(query);
    const scope = this.scopeOf(query, object);
    if (isCount(query)) return compileCount(object, this.count(query, scope));
    if (isAggregateQuery(query)) return withoutPlaces(() => this.aggregate(query, scope));
    return this.records(query, scope, null);
  }

  private rootObject(query: SoqlQuery): ObjectDefinition {
    const [from, ...more] = query.from;
    if (more.length > 0) throw new NotModeled('SOQL FROM with several objects');
    if (query.usingScope && !['everything', 'mine'].includes(query.usingScope.toLowerCase())) {
      throw new NotModeled(`SOQL USING SCOPE ${query.usingScope}`);
    }
    if (query.for.includes('update') && query.orderBy.length > 0) {
      throw new SoqlError(
        'ORDER BY is not allowed in a query that locks its records with FOR UPDATE',
        query.orderBy[0]
      );
    }
    const name = from.path.join('.');
    const object = this.schema.object(name);
    if (!object?.queryable) throw unknownObject(name, from);
    this.objects.add(object);
    return object;
  }

  private scopeOf(query: SoqlQuery, object: ObjectDefinition): QueryScope {
    const { alias } = query.from[0];
    return new QueryScope(this.schema, object, alias ? [object.name, alias] : [object.name], this.aliases, this.uses);
  }

  /** LIMIT holds for the rows that are counted, not for the one row of the result. */
  private count(query: SoqlQuery, scope: QueryScope): Sql {
    const columns = new ColumnList();
    columns.add('1');
    return wrapSql('SELECT count(*) FROM (', this.body(query, scope, columns), ')');
  }

  private aggregate(query: SoqlQuery, scope: QueryScope): QueryPlan['select'] {
    const { groupBy } = query;
    if (groupBy && groupBy.kind !== 'plain') {
      return compileSubtotals(query, groupBy, scope, () => this.sharedClauses(query, scope));
    }
    return compileAggregate(query, scope, (columns, groupBy) => this.body(query, scope, columns, groupBy));
  }

  private sharedClauses(query: SoqlQuery, scope: QueryScope): SharedClauses {
    const where = this.where(query, scope, []);
    const having = this.having(query, scope);
    return { where, having, from: sql(scope.fromClause()), limits: this.limits(query) };
  }

  private having(query: SoqlQuery, scope: QueryScope): Sql {
    return query.having ? wrapSql(' HAVING ', this.conditions(scope).compile(query.having), '') : sql('');
  }

  /** @param parentField in a SELECT of children: their reference to the parent */
  private records(query: SoqlQuery, scope: QueryScope, parentField: string | null): RecordPlan {
    const columns = new ColumnList();
    const parentColumn = parentField ? columns.add(`${scope.root.alias}."${parentField}"`) : -1;
    const select = new RecordSelect(scope, columns, (child, parent) => this.children(child, parent));
    const reader = select.read(query);
    const statement = parentField
      ? this.childBody(query, scope, columns, parentField)
      : this.body(query, scope, columns);
    return { kind: 'records', object: scope.root.object, sql: statement, reader, parentColumn };
  }

  private children(query: SoqlQuery, parent: ObjectDefinition): { name: string; plan: RecordPlan } {
    const [from] = query.from;
    const wanted = from.path[from.path.length - 1];
    const relationship = parent.childRelationships.find(
      (candidate) => candidate.relationshipName?.toLowerCase() === wanted.toLowerCase()
    );
    const object = relationship && this.schema.object(relationship.childObject);
    if (!relationship || !object) throw unknownChildren(wanted, from);
    this.childSelects += 1;
    this.objects.add(object);
    const scope = this.scopeOf(query, object);
    const plan = this.records(query, scope, relationship.field);
    return { name: relationship.relationshipName as string, plan };
  }

  /** FROM and everything after it. */
  private body(query: SoqlQuery, scope: QueryScope, columns: ColumnList, groupBy: Sql | null = null): Sql {
    const where = this.where(query, scope, []);
    const having = this.having(query, scope);
    const order = this.order(query, scope, groupBy !== null || isCount(query));
    const limits = this.limits(query);
    const parts = [
      sql(`SELECT ${columns.toSql()} FROM ${scope.fromClause()}`),
      where,
      groupBy ?? sql(''),
      having,
      order,
      limits
    ];
    return joinSql(parts, '');
  }

  /** Children of all parents at once; LIMIT and OFFSET hold for each parent. */
  private childBody(query: SoqlQuery, scope: QueryScope, columns: ColumnList, parentField: string): Sql {
    const reference = `${scope.root.alias}."${parentField}"`;
    const ofParents = sqlWith(
      `${reference} IN (SELECT value FROM json_each(?))`,
      (context) => context.parentIds ?? '[]'
    );
    const where = this.where(query, scope, [ofParents]);
    const order = this.order(query, scope, false);
    const list = columns.toSql();
    if (!query.limit && !query.offset) {
      return joinSql([sql(`SELECT ${list} FROM ${scope.fromClause()}`), where, order], '');
    }
    const numbered = wrapSql(`,row_number() OVER (PARTITION BY ${reference}`, order, ') AS position');
    const inner = joinSql([sql(`SELECT ${list}`), numbered, sql(` FROM ${scope.fromClause()}`), where], '');
    const first = query.offset ? countParameter(query.offset, 'OFFSET') : () => 0;
    const size = query.limit ? countParameter(query.limit, 'LIMIT') : () => Number.MAX_SAFE_INTEGER;
    const last: Parameter = (context) => Number(first(context)) + Number(size(context));
    const window = sqlWith(') WHERE position>? AND position<=? ORDER BY position', first, last);
    return joinSql([wrapSql('SELECT * FROM (', inner, ''), window], '');
  }

  private where(query: SoqlQuery, scope: QueryScope, more: readonly Sql[]): Sql {
    const parts = [...more];
    const isOfChildren = more.some(({ parameters }) => parameters.length > 0);
    if (query.usingScope?.toLowerCase() === 'mine') parts.push(ownRecords(scope));
    if (query.where) parts.push(...this.conjuncts(query.where, scope));
    if (!query.allRows && scope.root.object.fields.has('isdeleted'))
      parts.push(sql(`${scope.root.alias}."IsDeleted"=0`));
    const shared = this.sharing(scope);
    const plain = parts.filter(({ text }) => !text.includes(FORMULA_TABLES));
    if (plain.length > 0 && !isOfChildren) scope.narrow(joinSql(plain, ' AND '));
    if (parts.length === 0 && !shared) return sql('');
    const own = parts.length > 0 ? joinSql(parts, ' AND ') : sql('1');
    return joinSql([sql(' WHERE '), own, ...(shared ? [shared] : [])], '');
  }

  /** The conditions that all must hold, each on its own. */
  private conjuncts(condition: SoqlCondition, scope: QueryScope): Sql[] {
    if (condition.kind === 'and') return condition.operands.flatMap((operand) => this.conjuncts(operand, scope));
    return [wrapSql('(', this.conditions(scope).compile(condition), ')')];
  }

  /** Who may see which records, when the object's default is not public; left out in code without sharing. */
  private sharing(scope: QueryScope): Sql | null {
    const { object, alias } = scope.root;
    const condition = ownershipCondition(this.schema, object, alias);
    return condition === null
      ? null
      : optionalSql(` AND ${condition}`, (context) => context.visibleOwners?.(object) || OMIT);
  }

  private conditions(scope: QueryScope): ConditionCompiler {
    return new ConditionCompiler(scope, (query) => this.semiJoin(query));
  }

  /** A SELECT inside IN: exactly one field, an Id or a reference ("Semi-Joins with IN", Comparison Operators). */
  private semiJoin(query: SoqlQuery): Sql {
    const object = this.rootObject(query);
    const scope = this.scopeOf(query, object);
    const [item, ...more] = query.select;
    if (more.length > 0 || item?.kind !== 'value' || item.value.kind !== 'field') {
      throw new SoqlError('The inner select must select exactly one field', query);
    }
    const resolved = scope.field(item.value.path, item.value);
    const stored = storedValue(resolved);
    const where = this.where(query, scope, [sql(`${stored} IS NOT NULL`)]);
    const limits = this.limits(query);
    return joinSql([sql(`SELECT ${stored} FROM ${scope.fromClause()}`), where, limits], '');
  }

  /**
   * Nulls come first unless the query says otherwise ("ORDER BY", SOQL and SOSL Reference). Rows that are equal keep the
   * order in which they were created, so that the same data gives the same result.
   */
  private order(query: SoqlQuery, scope: QueryScope, grouped: boolean): Sql {
    const parts = query.orderBy.map((order) => this.orderTerm(order, scope));
    if (!grouped) parts.push(`${scope.root.alias}.rowid`);
    return parts.length > 0 ? sql(` ORDER BY ${parts.join(',')}`) : sql('');
  }

  private orderTerm(order: SoqlOrder, scope: QueryScope): string {
    const operand = compileOperand(order.value, scope);
    if (operand.resolved && !operand.field.sortable) {
      throw new SoqlError(`field '${operand.field.name}' can not be sorted in a query call`, order);
    }
    return `${operand.compared} ${order.direction.toUpperCase()} NULLS ${(order.nulls ?? 'first').toUpperCase()}`;
  }

  private limits(query: SoqlQuery): Sql {
    if (!query.limit && !query.offset) return sql('');
    const limit: Parameter = query.limit ? countParameter(query.limit, 'LIMIT') : () => -1;
    if (!query.offset) return sqlWith(' LIMIT ?', limit);
    return sqlWith(' LIMIT ? OFFSET ?', limit, countParameter(query.offset, 'OFFSET'));
  }
}

/** "mine": the records that the user owns ("USING SCOPE", SOQL and SOSL Reference). */
function ownRecords({ root }: QueryScope): Sql {
  if (!root.object.fields.has('ownerid')) throw new NotModeled(`SOQL USING SCOPE mine on ${root.object.name}`);
  return sqlWith(`${root.alias}."OwnerId"=?`, ({ userId }) => userId);
}

function countParameter(count: SoqlCount, clause: 'LIMIT' | 'OFFSET'): Parameter {
  return (context) => {
    const value = count.kind === 'number' ? Number(count.text) : Number(context.binds[count.index] ?? 0);
    if (value < 0) throw new SoqlError(`${clause} must be a non-negative integer`, count);
    if (clause === 'OFFSET' && value > MAXIMUM_OFFSET) {
      throw new SoqlError(`Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`, count);
    }
    return value;
  };
}

function accessOf(query: SoqlQuery): AccessClause {
  if (!query.with) return null;
  if (query.with.kind === 'userMode' || query.with.kind === 'systemMode' || query.with.kind === 'securityEnforced') {
    return query.with.kind;
  }
  throw new NotModeled('SOQL WITH filter');
}

function isCount(query: SoqlQuery): boolean {
  const [item, ...more] = query.select;
  if (more.length > 0 || item?.kind !== 'value' || item.alias || query.groupBy) return false;
  return item.value.kind === 'function' && item.value.name === 'COUNT' && item.value.arguments.length === 0;
}

/** What is wrong with an aggregate query is said without the place: so expect the tests of public packages. */
function withoutPlaces<Result>(body: () => Result): Result {
  try {
    return body();
  } catch (error) {
    if (error instanceof SoqlError) throw new SoqlError(error.message);
    throw error;
  }
}

function isAggregateQuery(query: SoqlQuery): boolean {
  return query.groupBy !== null || query.select.some((item) => item.kind === 'value' && isAggregate(item.value));
}
