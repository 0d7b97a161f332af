/** Types loops. */
import type { DoWhileStatement, ForEachStatement, ForStatement, Statement, WhileStatement } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { BoundStatement, ForEachSource } from '../bound/statements';
import { resolveOrReport } from '../symbols/resolve';
import { isList, isSet, isUnknown, T, told, type Type } from '../symbols/types';
import { elementFor } from './casts';
import type { BodyContext } from './context';
import { elementTypeOf, singleResult } from './conversions';
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
    const element = elementFor(context, read, type) ?? generalRow(iterable, read, type);
    if (!element) {
      context.report(node, `Invalid loop variable type expected ${told(raw)} was ${told(type)}`);
    }
    const local = context.declare(node.variable.name, type, node.variable);
    const over = sourceOf(iterable.type);
    const body = bindLoopBody(context, node.body);
    return { kind: 'forEach', over, local, iterable, element: element ?? read, elementLocal, body, line: node.line };
  });
}

function elementType(context: BodyContext, iterable: BoundExpression, node: ForEachStatement): Type {
  const type = elementTypeOf(context.project, iterable.type);
  if (type && iterable.type.platform?.qualifiedName !== 'System.Iterator') return type;
  if (!isUnknown(iterable.type)) {
    context.report(node, `Loop must iterate over collection: ${told(iterable.type)}`);
  }
  return iterable.type;
}

function sourceOf(type: Type): ForEachSource {
  if (isList(type)) return 'list';
  if (isSet(type)) return 'set';
  return 'iterable';
}

/** "SOQL For Loops", Apex Developer Guide: one record at a time, or lists of 200. */
function forQuery(
  context: BodyContext,
  node: ForEachStatement,
  query: Extract<BoundExpression, { kind: 'soql' }>,
  type: Type
): BoundStatement {
  return context.inScope(() => {
    refuseRows(context, node, query.type, type);
    const local = context.declare(node.variable.name, type, node.variable);
    const body = bindLoopBody(context, node.body);
    return { kind: 'forQuery', query, local, isChunked: isList(type), body, line: node.line };
  });
}

/** What a dynamic query gives are records of any object. */
function generalRow(iterable: BoundExpression, read: BoundExpression, type: Type): BoundExpression | null {
  return singleResult(iterable, type) ? { kind: 'cast', operand: read, type, line: read.line } : null;
}

/** The variable is for the rows of the query, or for lists of them. */
function refuseRows(context: BodyContext, node: ForEachStatement, rows: Type, type: Type): void {
  const row = rows.typeArguments[0]!;
  const given = isList(type) ? type.typeArguments[0]! : type;
  if (given === row || given === T.sobject || given === T.object || isUnknown(given) || isUnknown(row)) return;
  const message = 'Loop variable must be a generic SObject or List or a concrete SObject or List of';
  context.report(node, `${message}: ${told(row)}`);
}
