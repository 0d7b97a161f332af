/** Types loops. */
import type { DoWhileStatement, ForEachStatement, ForStatement, Statement, WhileStatement } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { BoundStatement, ForEachSource } from '../bound/statements';
import { resolveOrReport } from '../symbols/resolve';
import { isList, isSet, isUnknown, type Type } from '../symbols/types';
import { elementFor } from './casts';
import type { BodyContext } from './context';
import { ancestorNamed, elementTypeOf } from './conversions';
import { bindCondition, bindExpression, bindForEffect } from './expressions';
import { bindBody, bindLocals } from './statements';

function bindLoopBody(context: BodyContext, body: Statement | null): BoundStatement | null {
  context.loopDepth += 1;
  const bound = body && bindBody(context, body);
  context.loopDepth -= 1;
  return bound;
}

/** Types `for (init; condition; update)`. */
export function bindFor(context: BodyContext, node: ForStatement): BoundStatement {
  return context.inScope(() => {
    const initializer = bindInitializer(context, node);
    const condition = node.condition && bindCondition(context, node.condition);
    const update = node.update.map((expression) => bindForEffect(context, expression));
    return { kind: 'for', initializer, condition, update, body: bindLoopBody(context, node.body), line: node.line };
  });
}

function bindInitializer(context: BodyContext, node: ForStatement): BoundStatement[] {
  if (!node.initializer) return [];
  if (!Array.isArray(node.initializer)) return bindLocals(context, node.initializer);
  return node.initializer.map((expression) => ({
    kind: 'expression',
    expression: bindForEffect(context, expression),
    line: expression.line
  }));
}

/** Types `while`. */
export function bindWhile(context: BodyContext, node: WhileStatement): BoundStatement {
  const condition = bindCondition(context, node.condition);
  return { kind: 'while', condition, body: bindLoopBody(context, node.body), line: node.line };
}

/** Types `do … while`. */
export function bindDoWhile(context: BodyContext, node: DoWhileStatement): BoundStatement {
  const body = bindLoopBody(context, node.body)!;
  return { kind: 'doWhile', condition: bindCondition(context, node.condition), body, line: node.line };
}

/** Types `for (Type x : …)`; over a query the rows come in chunks. */
export function bindForEach(context: BodyContext, node: ForEachStatement): BoundStatement {
  const iterable = bindExpression(context, node.iterable);
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  if (iterable.kind === 'soql' && iterable.result === 'list') return forQuery(context, node, iterable, type);
  return context.inScope(() => {
    const raw = elementType(context, iterable, node);
    const elementLocal = context.temporary(raw);
    const read: BoundExpression = { kind: 'local', local: elementLocal, type: raw, line: node.line };
    const element = elementFor(context, read, type);
    if (!element) {
      context.report(node, `Loop variable must be of type ${raw.name}`);
    }
    const local = context.declare(node.variable.name, type, node.variable);
    const over = sourceOf(context, iterable.type);
    const body = bindLoopBody(context, node.body);
    return { kind: 'forEach', over, local, iterable, element: element ?? read, elementLocal, body, line: node.line };
  });
}

function elementType(context: BodyContext, iterable: BoundExpression, node: ForEachStatement): Type {
  const type = elementTypeOf(context.project, iterable.type);
  if (type) return type;
  if (!isUnknown(iterable.type)) {
    context.report(node, `For loop variable of type ${iterable.type.name} is not iterable`);
  }
  return iterable.type;
}

function sourceOf(context: BodyContext, type: Type): ForEachSource {
  if (isList(type)) return 'list';
  if (isSet(type)) return 'set';
  return ancestorNamed(context.project, type, 'Iterable') ? 'iterable' : 'iterator';
}

/** "SOQL For Loops", Apex Developer Guide: one record at a time, or lists of 200. */
function forQuery(
  context: BodyContext,
  node: ForEachStatement,
  query: Extract<BoundExpression, { kind: 'soql' }>,
  type: Type
): BoundStatement {
  return context.inScope(() => {
    const local = context.declare(node.variable.name, type, node.variable);
    const body = bindLoopBody(context, node.body);
    return { kind: 'forQuery', query, local, isChunked: isList(type), body, line: node.line };
  });
}
