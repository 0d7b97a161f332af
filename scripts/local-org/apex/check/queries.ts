/** Types inline SOQL and SOSL. */
import type { SoqlQuery } from '../../soql/ast';
import type { SoqlExpression, SoslExpression } from '../parse/ast';
import type { AccessDefault, BoundExpression } from '../bound/expressions';
import type { Project } from '../symbols/project';
import { T, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { bindExpression } from './expressions';
import { checkQueryFields } from './query-fields';
import { checkQueryRules } from './query-rules';
import { notModeled } from './leaves';
import { isStandardObjectName } from '../symbols/platform-names';

const AGGREGATES = new Set(['AVG', 'COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM']);

/** Types `[SELECT …]`. */
export function bindSoql(context: BodyContext, node: SoqlExpression): BoundExpression {
  const { query, line } = node;
  const binds = node.binds.map((bind) => bindExpression(context, bind));
  const name = query.from[0]!.path[0]!;
  const record = context.project.sobjectType(name);
  if (!record) return unknownObject(context, node, name, binds);
  const [unknown] = checkQueryFields(context, query, record);
  if (unknown === undefined) checkQueryRules(context, node, binds);
  const base = { kind: 'soql', query, binds, access: accessDefault(context), line } as const;
  if (isCount(query)) return { ...base, result: 'count', type: T.integer };
  const element = isAggregate(query) ? aggregateType(context.project) : record;
  if (unknown !== undefined) return notModeled(unknown, context.project.types.unmodeled(unknown), line, binds);
  return { ...base, result: 'list', type: context.project.platform.listOf(element) };
}

function unknownObject(
  context: BodyContext,
  node: SoqlExpression,
  name: string,
  binds: BoundExpression[]
): BoundExpression {
  const type = context.project.types.unmodeled(name);
  if (!isStandardObjectName(name)) context.report(node, `sObject type '${name}' is not supported.`);
  return notModeled(`SObject ${name}`, type, node.line, binds);
}

/** First API version whose classes run in user mode unless they say otherwise. */
export const USER_MODE_VERSION = 67;

/** From API 67 on queries and DML that say nothing run in user mode: release notes Spring '26, "Apex". */
export function accessDefault(context: BodyContext): AccessDefault {
  return context.owner.unit.apiVersion >= USER_MODE_VERSION ? 'user' : 'system';
}

function isCount(query: SoqlQuery): boolean {
  const [first, ...others] = query.select;
  if (others.length > 0 || first?.kind !== 'value' || query.groupBy) return false;
  return first.value.kind === 'function' && first.value.name === 'COUNT' && first.value.arguments.length === 0;
}

function isAggregate(query: SoqlQuery): boolean {
  if (query.groupBy) return true;
  return query.select.some(
    (item) => item.kind === 'value' && item.value.kind === 'function' && AGGREGATES.has(item.value.name)
  );
}

function aggregateType(project: Project): Type {
  return project.sobjectType('AggregateResult') ?? project.platform.type('System', 'AggregateResult');
}

/** Types `[FIND …]`: a list of lists of records. */
export function bindSosl(context: BodyContext, node: SoslExpression): BoundExpression {
  const binds = node.binds.map((bind) => bindExpression(context, bind));
  const { platform } = context.project;
  const type = platform.listOf(platform.listOf(T.sobject));
  return { kind: 'sosl', query: node.query, binds, access: accessDefault(context), type, line: node.line };
}
