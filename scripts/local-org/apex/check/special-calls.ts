/** Calls whose typing no signature can say: enum statics, `addError` on a field, methods of custom settings. */
import type { MethodCallExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { T, isEnum, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { chooseOverload, convertArguments } from './overloads';
import { findMethods } from '../symbols/members';
import { objectToken } from './leaves';

/** Static calls on enums and on objects that are settings or metadata types. */
export function bindSpecialCall(
  context: BodyContext,
  type: Type,
  values: BoundExpression[],
  node: MethodCallExpression
): BoundExpression | null {
  if (isEnum(type)) return bindEnumStatic(context, type, values, node);
  if (type.kind === 'sobject' && type.object) return bindObjectStatic(context, type, values, node);
  return null;
}

/** "Enum Methods", Apex Developer Guide: every enum has `values()` and `valueOf(name)`. */
function bindEnumStatic(
  context: BodyContext,
  type: Type,
  values: BoundExpression[],
  node: MethodCallExpression
): BoundExpression | null {
  const name = node.name.toLowerCase();
  const base = { kind: 'enumStatic', enumType: type, arguments: values, line: node.line } as const;
  if (name === 'values' && values.length === 0) {
    return { ...base, method: 'values', type: context.project.platform.listOf(type) };
  }
  if (name === 'valueof' && values.length === 1) return { ...base, method: 'valueOf', type };
  return null;
}

/**
 * `Setting__c.getInstance()` and its like are declared once for all objects, on the platform type
 * `Schema.ObjectStatics`, as static methods whose first parameter is the object's token.
 */
function bindObjectStatic(
  context: BodyContext,
  type: Type,
  values: BoundExpression[],
  node: MethodCallExpression
): BoundExpression | null {
  const owner = context.project.platform.qualified('Schema', 'ObjectStatics');
  const token = objectToken(context, type.object!, node.line);
  const withToken = [token, ...values];
  if (!owner) return null;
  const candidates = findMethods(context.project, context.project.types.platform(owner), node.name);
  const chosen = chooseOverload(context.project, candidates, withToken);
  if (chosen?.kind !== 'platform') return null;
  return {
    kind: 'platformCall',
    member: chosen.member,
    owner: chosen.owner,
    target: null,
    isSuper: false,
    arguments: convertArguments(context.project, withToken, chosen.parameters),
    type: settingType(context, chosen.returnType, type),
    line: node.line
  };
}

/** `SObject` in such a signature stands for the object itself. */
function settingType(context: BodyContext, declared: Type, record: Type): Type {
  if (declared === T.sobject) return record;
  if (!declared.platform || declared.typeArguments.length === 0) return declared;
  const typeArguments = declared.typeArguments.map((argument) => (argument === T.sobject ? record : argument));
  return context.project.types.platform(declared.platform, typeArguments);
}

/** `record.Field.addError(message)` is the record's `addError(field, message)`. */
export function specialResult(
  context: BodyContext,
  target: BoundExpression,
  values: BoundExpression[],
  node: MethodCallExpression
): BoundExpression | null {
  if (node.name.toLowerCase() !== 'adderror' || target.kind !== 'recordField') return null;
  const field: BoundExpression = {
    kind: 'literal',
    literal: 'string',
    value: target.name,
    type: T.string,
    line: node.line
  };
  const all = [field, ...values];
  const candidates = findMethods(context.project, target.target.type, 'addError');
  const chosen = chooseOverload(context.project, candidates, all);
  if (chosen?.kind !== 'platform') return null;
  return {
    kind: 'platformCall',
    member: chosen.member,
    owner: chosen.owner,
    target: target.target,
    isSuper: false,
    arguments: convertArguments(context.project, all, chosen.parameters),
    type: T.void,
    line: node.line
  };
}
