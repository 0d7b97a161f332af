/** Method and constructor calls. */
import type { Expression, MethodCallExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { ClassSymbol } from '../symbols/class-symbols';
import { findMethods, platformEntryOf, type MethodCandidate } from '../symbols/members';
import { T, isUnknown, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { singleRecord } from './conversions';
import { bindExpression } from './expressions';
import { errorExpression, notModeled } from './leaves';
import { isVisible, withTarget } from './member-access';
import { argumentTypes, chooseOverload, convertArguments } from './overloads';
import { bindReference } from './references';
import { allInterfaces } from './class-rules';
import { bindScopeOf } from './bind-scope';
import { inCallOrder } from './call-order';
import { bindSpecialCall, specialResult } from './special-calls';
import { isPlatformName } from '../symbols/platform-names';
import { mayHaveMethod } from '../symbols/platform-members';
import { resolveTypeName } from '../symbols/type-resolver';

/** Types `name(…)`, `target.name(…)`, `Type.name(…)` and `super.name(…)`. */
export function bindMethodCall(context: BodyContext, node: MethodCallExpression): BoundExpression {
  const { target } = node;
  if (!target) return bindUnqualified(context, node);
  if (target.kind === 'super') return bindSuperCall(context, node);
  context.receiver = target;
  const reference = bindReference(context, target);
  switch (reference.kind) {
    case 'value':
    case 'describedFields': {
      const type = typeBehindVariable(context, reference.value, node);
      if (type) return bindStatic(context, type, node);
      return withTarget(context, reference.value, node.safe, (inner) => bindOnValue(context, inner, node));
    }
    case 'type':
      return bindStatic(context, reference.type, node);
    case 'namespace':
    case 'describes':
    case 'labels':
      return bindOnNamespace(context, node, target);
  }
}

/**
 * A variable that has the name of a type and lacks the method leaves the type in reach: `Test.isRunningTest()` in a
 * class that inherits a property `Test`, as public code that passes on the platform has it.
 */
function typeBehindVariable(context: BodyContext, value: BoundExpression, node: MethodCallExpression): Type | null {
  const { target } = node;
  if (target?.kind !== 'name' || isUnknown(value.type)) return null;
  if (findMethods(context.project, value.type, node.name).length > 0) return null;
  const type = resolveTypeName(context.project, [target.name], context.owner);
  return type && findMethods(context.project, type, node.name).some(isStaticCandidate) ? type : null;
}

/** Arguments are typed once, after the target, which is also the order in which they are evaluated. */
export function bindArguments(context: BodyContext, nodes: readonly Expression[]): BoundExpression[] {
  return nodes.map((argument) => {
    const value = bindExpression(context, argument);
    if (value.type === T.void) context.report(argument, 'Expression cannot be a statement: void');
    return value;
  });
}

function bindOnNamespace(context: BodyContext, node: MethodCallExpression, target: Expression): BoundExpression {
  const name = 'name' in target ? target.name : '';
  const type = resolveTypeName(context.project, [name], context.owner);
  if (type) return bindStatic(context, type, node);
  const values = bindArguments(context, node.arguments);
  return notModeled(`${name}.${node.name}`, context.project.types.unmodeled(node.name), node.line, values);
}

function bindUnqualified(context: BodyContext, node: MethodCallExpression): BoundExpression {
  const values = bindArguments(context, node.arguments);
  for (let owner: ClassSymbol | null = context.owner; owner; owner = owner.outer) {
    const isOwn = owner === context.owner;
    const all = findMethods(context.project, owner.type, node.name);
    const candidates = isOwn && !context.isStatic ? all : all.filter(isStaticCandidate);
    const visible = candidates.filter((candidate) => isCandidateVisible(context, candidate));
    const chosen =
      chooseOverload(context.project, visible, values) ??
      (owner.outer ? undefined : chooseOverload(context.project, candidates, values));
    if (chosen) {
      const target: BoundExpression | null = isStaticCandidate(chosen)
        ? null
        : { kind: 'this', type: owner.type, line: node.line };
      return makeCall(context, chosen, target, values, node);
    }
  }
  return missingMethod(context, context.owner.type, values, node);
}

function isCandidateVisible(context: BodyContext, candidate: MethodCandidate): boolean {
  if (candidate.kind !== 'user') return true;
  const { owner, access, isTestVisible } = candidate.method;
  return isVisible(context, owner, access, isTestVisible);
}

function isStaticCandidate(candidate: MethodCandidate): boolean {
  return candidate.kind === 'user' ? candidate.method.isStatic : candidate.member.isStatic;
}

function bindSuperCall(context: BodyContext, node: MethodCallExpression): BoundExpression {
  const values = bindArguments(context, node.arguments);
  const superclass = context.owner.superclass ?? T.object;
  const candidates = findMethods(context.project, superclass, node.name).filter((found) => !isStaticCandidate(found));
  const chosen = chooseOverload(context.project, candidates, values);
  if (!chosen) return missingMethod(context, superclass, values, node);
  return makeCall(context, chosen, { kind: 'this', type: superclass, line: node.line }, values, node, true);
}

function bindStatic(context: BodyContext, type: Type, node: MethodCallExpression): BoundExpression {
  const values = bindArguments(context, node.arguments);
  const special = bindSpecialCall(context, type, values, node);
  if (special) return special;
  if (isUnknown(type)) return unknownCall(type, values, node);
  const candidates = findMethods(context.project, type, node.name).filter(isStaticCandidate);
  const chosen = isBatchable(context, type, node.name, values)
    ? chooseOverload(context.project, candidates, values)
    : undefined;
  return chosen ? makeCall(context, chosen, null, values, node) : missingMethod(context, type, values, node);
}

/** What `Database.executeBatch` takes; its type says Object, since no signature fits every `Database.Batchable<T>`. */
function isBatchable(context: BodyContext, type: Type, method: string, [job]: readonly BoundExpression[]): boolean {
  const isCall = type.name.replace(/^System\./, '') === 'Database' && method.toLowerCase() === 'executebatch';
  const symbol = job?.type.symbol;
  if (!isCall || !symbol) return true;
  return (
    allInterfaces(context.project, symbol).some(({ name }) => /^(Database\.)?Batchable</.test(name)) ||
    symbol.kind === 'interface'
  );
}

function unknownCall(type: Type, values: BoundExpression[], node: MethodCallExpression): BoundExpression {
  if (type.kind === 'error') return errorExpression(node.line);
  return notModeled(`${type.name}.${node.name}`, type, node.line, values);
}

function bindOnValue(context: BodyContext, target: BoundExpression, node: MethodCallExpression): BoundExpression {
  const { type } = target;
  const values = bindArguments(context, node.arguments);
  if (isUnknown(type)) return unknownCall(type, [target, ...values], node);
  const candidates = findMethods(context.project, type, node.name).filter((found) => !isStaticCandidate(found));
  const chosen = chooseOverload(context.project, candidates, values);
  if (chosen) return makeCall(context, chosen, target, values, node);
  const record = candidates.length === 0 ? singleRecord(target, T.sobject) : null;
  if (record) return bindOnValue(context, record, node);
  return specialResult(context, target, values, node) ?? missingMethod(context, type, values, node, target);
}

/** The node of a chosen method. */
function makeCall(
  context: BodyContext,
  chosen: MethodCandidate,
  target: BoundExpression | null,
  values: BoundExpression[],
  node: MethodCallExpression,
  isSuper = false
): BoundExpression {
  const converted = convertArguments(context.project, values, chosen.parameters);
  const { line } = node;
  if (chosen.kind === 'user') {
    const { method, returnType: type } = chosen;
    if (!isCandidateVisible(context, chosen)) {
      const signature = `${told(method.returnType)} ${method.owner.fullName}.${method.name}(${parameterTypes(chosen)})`;
      context.report(node, `Method is not visible: ${signature}`);
    }
    return inCallOrder(context, target, converted, (receiver, parameters) => ({
      kind: 'call',
      method,
      target: receiver,
      isSuper,
      arguments: parameters,
      type,
      line
    }));
  }
  const { member, owner } = chosen;
  const type = resultType(chosen, target);
  const bindScope = bindScopeOf(context, member, node);
  return inCallOrder(context, target, converted, (receiver, parameters) => ({
    kind: 'platformCall',
    member,
    owner,
    target: receiver,
    isSuper,
    arguments: parameters,
    bindScope,
    type,
    line
  }));
}

/** A copy of a record or object has its type, whatever the general signature says. */
function resultType(chosen: MethodCandidate, target: BoundExpression | null): Type {
  const isCopy = chosen.kind === 'platform' && chosen.member.name === 'clone';
  const kind = target?.type.kind;
  return isCopy && target && (kind === 'sobject' || kind === 'user') ? target.type : chosen.returnType;
}

function parameterTypes(candidate: MethodCandidate): string {
  return candidate.parameters.map(told).join(', ');
}

/** Types of which every method is modelled: what they lack, the platform lacks. */
const WHOLE_TYPES: ReadonlySet<string> = new Set([
  'Boolean',
  'Date',
  'Datetime',
  'Decimal',
  'Double',
  'Integer',
  'List',
  'Long',
  'Map',
  'Math',
  'Object',
  'Set',
  'String',
  'Time'
]);

/** Methods of other types of which every signature is modelled. */
const WHOLE_METHODS: ReadonlySet<string> = new Set(['system.schedule', 'system.enqueuejob', 'database.executebatch']);

function isWhole({ name }: Type, method: string): boolean {
  const simple = name.replace(/<.*/, '').replace(/^System\./, '');
  return WHOLE_TYPES.has(simple) || WHOLE_METHODS.has(`${simple}.${method}`.toLowerCase());
}

/** On a platform type a missing method may exist on the platform: it fails when reached; on others it is an error. */
function missingMethod(
  context: BodyContext,
  type: Type,
  values: BoundExpression[],
  node: MethodCallExpression,
  target: BoundExpression | null = null
): BoundExpression {
  if (values.some((value) => value.type.kind === 'error')) return errorExpression(node.line);
  const isPlatform =
    type.kind !== 'user' && (type === T.object ? false : Boolean(platformEntryOf(context.project, type)));
  const mayExist = isPlatform || type.kind === 'primitive' || type.kind === 'sobject';
  const entry = platformEntryOf(context.project, type);
  // `BusinessHours` and `Site` are objects, and classes with methods of their own.
  const isClass = type.kind === 'sobject' && isPlatformName(type.name);
  const isOpen = !entry || isClass || mayHaveMethod(entry, node.name, values.length);
  if (mayExist && isOpen && !isWhole(type, node.name)) {
    const what = `${type.name}.${node.name}(${argumentTypes(values)})`;
    const operands = target ? [target, ...values] : values;
    return notModeled(what, context.project.types.unmodeled(what), node.line, operands);
  }
  const other = chooseOverload(context.project, findMethods(context.project, type, node.name), values);
  if (other && isStaticCandidate(other) === (target !== null)) {
    context.report(node, contextProblem(other));
    return errorExpression(node.line);
  }
  const signature = `void ${node.name}(${argumentTypes(values)})`;
  context.report(node, `Method does not exist or incorrect signature: ${signature} from the type ${told(type)}`);
  return errorExpression(node.line);
}

/** A method that is there, but not in this way: of the type instead of its objects, or the other way round. */
function contextProblem(candidate: MethodCandidate): string {
  const { owner, name } = candidate.kind === 'user' ? candidate.method : candidate.member;
  const ownerName = 'fullName' in owner ? owner.fullName : told((candidate as { owner: Type }).owner);
  const signature = `${told(candidate.returnType)} ${ownerName}.${name}(${parameterTypes(candidate)})`;
  return isStaticCandidate(candidate)
    ? `Static method cannot be referenced from a non static context: ${signature}`
    : `Non static method cannot be referenced from a static context: ${signature}`;
}
