/** Assignments: plain, compound and steps; targets are evaluated once. */
import type {
  AssignmentExpression,
  BinaryOperator,
  Expression,
  PostfixExpression,
  UnaryExpression
} from '../parse/ast';
import type { Assignable, BoundExpression, LocalSymbol } from '../bound/expressions';
import type { FieldSymbol } from '../symbols/class-symbols';
import { T, isNumeric, isUnknown, told } from '../symbols/types';
import type { BodyContext } from './context';
import { convertTo } from './conversions';
import { bindExpression } from './expressions';
import { errorExpression, notModeled } from './leaves';
import { isVisible } from './member-access';
import { binaryOf } from './operators';
import { finalMember, requireWritable } from './write-rules';

/** Types `target = value` and `target += value`. */
export function bindAssignment(
  context: BodyContext,
  node: AssignmentExpression,
  isValueUsed: boolean
): BoundExpression {
  const target = bindTarget(context, node.target);
  if (node.operator === '=') {
    const value = bindExpression(context, node.value);
    if (!target) return errorExpression(node.line);
    if (target.kind === 'notModeled') return { ...target, operands: [value] };
    return assign(context, target, convertTo(context, value, target.type, node), isValueUsed);
  }
  if (!target || target.kind === 'notModeled') return target ?? errorExpression(node.line);
  const operator = node.operator.slice(0, -1) as BinaryOperator;
  return compound(
    context,
    target,
    (current) => {
      const value = binaryOf(context, operator, current, bindExpression(context, node.value), node);
      return narrowed(context, value, target, node);
    },
    isValueUsed
  );
}

/** `i += 1.5` on an Integer is refused, as is any narrowing, but `i += longValue` of literals is not special. */
function narrowed(context: BodyContext, value: BoundExpression, target: Assignable, node: Expression): BoundExpression {
  return convertTo(context, value, target.type, node);
}

/** Types `++x` and `--x`. */
export function bindPrefixStep(context: BodyContext, node: UnaryExpression): BoundExpression {
  const target = bindTarget(context, node.operand);
  if (!target || target.kind === 'notModeled') return target ?? errorExpression(node.line);
  return compound(context, target, (current) => stepped(context, current, node.operator, node), true);
}

/** Types `x++` and `x--`; the old value is kept only where it is used. */
export function bindPostfix(context: BodyContext, node: PostfixExpression, isValueUsed: boolean): BoundExpression {
  const target = bindTarget(context, node.operand);
  if (!target || target.kind === 'notModeled') return target ?? errorExpression(node.line);
  if (!isValueUsed)
    return compound(context, target, (current) => stepped(context, current, node.operator, node), false);
  return onceEvaluated(context, target, (stable) => {
    const old = context.temporary(target.type);
    const oldValue: BoundExpression = { kind: 'local', local: old, type: target.type, line: node.line };
    const next = stepped(context, oldValue, node.operator, node);
    const write = assign(context, stable, next, false);
    return letIn(old, stable, { kind: 'sequence', first: write, then: oldValue, type: target.type, line: node.line });
  });
}

function stepped(context: BodyContext, current: BoundExpression, operator: string, node: Expression): BoundExpression {
  if (!isNumeric(current.type) && !isUnknown(current.type)) {
    context.report(
      node,
      `${stepName(node, operator)} can only be applied to numeric expressions: ${told(current.type)}`
    );
    return errorExpression(node.line);
  }
  const one: BoundExpression = { kind: 'literal', literal: 'integer', value: 1, type: T.integer, line: node.line };
  return binaryOf(context, operator === '++' ? '+' : '-', current, one, node);
}

function stepName(node: Expression, operator: string): string {
  if (node.kind === 'postfix') return 'Unary postfix increment/decrement';
  return operator === '++' ? 'Unary prefix increment' : 'Unary prefix decrement';
}

/** Binds what stands left of an assignment; null after an error. */
function bindTarget(
  context: BodyContext,
  node: Expression
): (Assignable | Extract<BoundExpression, { kind: 'notModeled' }>) | null {
  context.assigned = node;
  const target = bindExpression(context, node);
  if (target.type.kind === 'error') return null;
  requireWritable(context, target, node);
  switch (target.kind) {
    case 'property':
      requireSetter(context, target.field, node);
      return target;
    case 'field':
      if (target.field.property) requireSetter(context, target.field, node);
      return target;
    case 'platformProperty':
      if (target.setter) return target;
      context.report(node, 'Expression cannot be assigned');
      return null;
    case 'enumConstant':
      context.report(node, finalMember(target.name));
      return null;
    case 'local':
    case 'recordField':
    case 'index':
    case 'notModeled':
      return target;
    default:
      if (isUnknown(target.type)) return notModeled(target.type.name, target.type, node.line) as never;
      context.report(node, 'Expression cannot be assigned');
      return null;
  }
}

/** A property may be read by more classes than may set it ("Apex Properties", Apex Developer Guide). */
function requireSetter(
  context: BodyContext,
  { owner, name, property, isTestVisible }: FieldSymbol,
  node: Expression
): void {
  if (!property || context.property?.property === property) return;
  if (property.setter && isVisible(context, owner, property.setterAccess, isTestVisible)) return;
  context.report(node, `Variable is not visible: ${owner.fullName}.${name}`);
}

function assign(
  context: BodyContext,
  target: Assignable,
  value: BoundExpression,
  isValueUsed: boolean
): BoundExpression {
  if (target.kind === 'local') target.local.assigned?.push(value);
  const isPlain = target.kind === 'local' || target.kind === 'field';
  if (!isValueUsed || isPlain) return { kind: 'assign', target, value, type: target.type, line: target.line };
  const local = context.temporary(value.type, value);
  const kept: BoundExpression = { kind: 'local', local, type: value.type, line: target.line };
  const write: BoundExpression = { kind: 'assign', target, value: kept, type: target.type, line: target.line };
  return letIn(local, value, { kind: 'sequence', first: write, then: kept, type: target.type, line: target.line });
}

function compound(
  context: BodyContext,
  target: Assignable,
  next: (current: BoundExpression) => BoundExpression,
  isValueUsed: boolean
): BoundExpression {
  return onceEvaluated(context, target, (stable) => assign(context, stable, next(stable), isValueUsed));
}

/** Holds the receiver and index of a target in temporaries, so that reading and writing evaluate them once. */
function onceEvaluated(
  context: BodyContext,
  target: Assignable,
  build: (stable: Assignable) => BoundExpression
): BoundExpression {
  if (target.kind === 'local' || !target.target) return build(target);
  const receiver = stabilise(context, target.target);
  if (target.kind !== 'index') return receiver.around(build({ ...target, target: receiver.stable }));
  const index = stabilise(context, target.index);
  return receiver.around(index.around(build({ ...target, target: receiver.stable, index: index.stable })));
}

function stabilise(context: BodyContext, value: BoundExpression) {
  const isStable = value.kind === 'this' || value.kind === 'local' || value.kind === 'literal';
  if (isStable) return { stable: value, around: (body: BoundExpression) => body };
  const local = context.temporary(value.type, value);
  const stable: BoundExpression = { kind: 'local', local, type: value.type, line: value.line };
  return { stable, around: (body: BoundExpression) => letIn(local, value, body) };
}

function letIn(local: LocalSymbol, value: BoundExpression, body: BoundExpression): BoundExpression {
  return { kind: 'let', local, value, body, type: body.type, line: value.line };
}
