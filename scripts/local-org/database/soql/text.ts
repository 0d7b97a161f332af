/** A query's tree as text again, as the platform logs queries written in Apex: binds are called `:tmpVar1` and on. */
import type {
  SoqlCondition,
  SoqlFunction,
  SoqlGroupBy,
  SoqlOperand,
  SoqlOrder,
  SoqlQuery,
  SoqlSelectItem,
  SoqlValue,
  SoqlWith
} from '../../soql/ast';

/** The text of a query. */
export function soqlText(query: SoqlQuery): string {
  const { where, having, groupBy, orderBy, limit, offset } = query;
  const parts = [
    `SELECT ${query.select.map(itemText).join(', ')}`,
    `FROM ${query.from.map(({ path, alias }) => aliased(path.join('.'), alias)).join(', ')}`,
    query.usingScope && `USING SCOPE ${query.usingScope}`,
    where && `WHERE ${conditionText(where)}`,
    query.with && `WITH ${withText(query.with)}`,
    groupBy && `GROUP BY ${groupText(groupBy)}`,
    having && `HAVING ${conditionText(having)}`,
    orderBy.length > 0 && `ORDER BY ${orderBy.map(orderText).join(', ')}`,
    limit && `LIMIT ${valueText(limit)}`,
    offset && `OFFSET ${valueText(offset)}`,
    query.for.length > 0 && `FOR ${query.for.join(', ').toUpperCase()}`,
    query.allRows && 'ALL ROWS'
  ];
  return parts.filter(Boolean).join(' ');
}

function aliased(text: string, alias: string | null): string {
  return alias === null ? text : `${text} ${alias}`;
}

function itemText(item: SoqlSelectItem): string {
  switch (item.kind) {
    case 'value':
      return aliased(operandText(item.value), item.alias);
    case 'fields':
      return `FIELDS(${item.scope.toUpperCase()})`;
    case 'subquery':
      return aliased(`(${soqlText(item.query)})`, item.alias);
    case 'typeof': {
      const fields = (list: readonly SoqlOperand[]): string => list.map(operandText).join(', ');
      const whens = item.whens.map((when) => ` WHEN ${when.object} THEN ${fields(when.fields)}`).join('');
      const otherwise = item.otherwise ? ` ELSE ${fields(item.otherwise)}` : '';
      return `TYPEOF ${item.path.join('.')}${whens}${otherwise} END`;
    }
  }
}

function operandText(operand: SoqlFunction['arguments'][number]): string {
  if (operand.kind === 'field') return operand.path.join('.');
  if (operand.kind === 'function') return `${operand.name}(${operand.arguments.map(operandText).join(', ')})`;
  return valueText(operand);
}

function conditionText(condition: SoqlCondition): string {
  switch (condition.kind) {
    case 'not':
      return `(NOT ${conditionText(condition.operand)})`;
    case 'comparison':
      return `${operandText(condition.left)} ${condition.operator} ${valueText(condition.value)}`;
    default:
      return `(${condition.operands.map(conditionText).join(` ${condition.kind.toUpperCase()} `)})`;
  }
}

function valueText(value: SoqlValue): string {
  switch (value.kind) {
    case 'string':
      return `'${value.value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
    case 'boolean':
      return String(value.value).toUpperCase();
    case 'null':
      return 'NULL';
    case 'dateLiteral':
      return value.count === null ? value.name : `${value.name}:${value.count}`;
    case 'currency':
      return `${value.code}${value.amount}`;
    case 'bind':
      return `:tmpVar${value.index + 1}`;
    case 'list':
      return `(${value.items.map(valueText).join(', ')})`;
    case 'subquery':
      return `(${soqlText(value.query)})`;
    default:
      return value.text;
  }
}

function withText(clause: SoqlWith): string {
  switch (clause.kind) {
    case 'userMode':
      return 'USER_MODE';
    case 'systemMode':
      return 'SYSTEM_MODE';
    case 'securityEnforced':
      return 'SECURITY_ENFORCED';
    case 'condition':
      return conditionText(clause.condition);
    case 'dataCategory': {
      const selections = clause.selections.map(
        ({ group, selector, categories }) => `${group} ${selector} (${categories.join(', ')})`
      );
      return `DATA CATEGORY ${selections.join(' AND ')}`;
    }
  }
}

function groupText({ kind, items }: SoqlGroupBy): string {
  const list = items.map(operandText).join(', ');
  return kind === 'plain' ? list : `${kind.toUpperCase()}(${list})`;
}

function orderText({ value, direction, nulls }: SoqlOrder): string {
  const direct = direction === 'desc' ? ' DESC' : '';
  return `${operandText(value)}${direct}${nulls ? ` NULLS ${nulls.toUpperCase()}` : ''}`;
}
