/** `Type.name`: static fields, enum constants, inner types, and the tokens of objects and fields. */
import type { FieldAccessExpression } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { classChain } from '../symbols/class-symbols';
import { findPlatformProperty, findRecordMember, findUserField } from '../symbols/members';
import { mayHaveProperty } from '../symbols/platform-members';
import { resolveTypeName } from '../symbols/type-resolver';
import type { Type } from '../symbols/types';
import type { BodyContext } from './context';
import { errorExpression, fieldToken, notModeled, objectToken } from './leaves';
import { bindInNamespace, type Reference } from './namespaces';
import { bindMember, fieldReference, missingField } from './member-access';
import { bindPage } from './pages';

type TypeReferenceResult = Extract<Reference, { kind: 'type' }>;

/** Resolves a name behind a type. */
export function bindStaticMember(
  context: BodyContext,
  target: TypeReferenceResult,
  node: FieldAccessExpression
): Reference {
  const { type } = target;
  const fields = tokenFields(context, type, node);
  if (fields) return fields;
  if (type.kind === 'unmodeled') return { kind: 'value', value: unmodeledMember(context, type, node) };
  const value = staticValue(context, type, node);
  if (value) return { kind: 'value', value };
  // What `Trigger` has is known, and it has no types inside.
  const isWhole = type.platform?.qualifiedName === 'System.Trigger';
  const inner = isWhole ? null : innerType(context, target, node);
  if (inner) return inner;
  if (type.symbol || isWhole || (type.platform && !mayHaveProperty(type.platform, node.name))) {
    context.report(node, `Variable does not exist: ${node.name}`);
    return { kind: 'value', value: errorExpression(node.line) };
  }
  return { kind: 'value', value: unmodeledMember(context, type, node) };
}

/** `Account.fields`, behind which fields are named, as behind `Account.SObjectType.fields`. */
function tokenFields(context: BodyContext, type: Type, node: FieldAccessExpression): Reference | null {
  const { object } = type;
  if (!object || node.name.toLowerCase() !== 'fields' || object.fields.has('fields')) return null;
  const value = bindMember(context, objectToken(context, object, node.line), node.name, node);
  return { kind: 'describedFields', object, isToken: true, value };
}

function unmodeledMember(context: BodyContext, type: Type, node: FieldAccessExpression): BoundExpression {
  const what = `${type.name}.${node.name}`;
  return notModeled(what, context.project.types.unmodeled(what), node.line);
}

function staticValue(context: BodyContext, type: Type, node: FieldAccessExpression): BoundExpression | null {
  if (type.kind === 'sobject') return tokenValue(context, type, node);
  const page = bindPage(context, type, node);
  if (page) return page;
  if (type.symbol?.kind === 'enum') return enumConstant(type, node, type.symbol.constants);
  if (type.platform?.declaration.kind === 'enum')
    return enumConstant(type, node, type.platform.declaration.constants ?? []);
  const field = type.symbol && findUserField(type.symbol, node.name);
  if (field?.isStatic) return fieldReference(context, field, null, node);
  return platformStatic(context, type, node);
}

function enumConstant(type: Type, node: FieldAccessExpression, constants: readonly string[]): BoundExpression | null {
  const lower = node.name.toLowerCase();
  const name = constants.find((constant) => constant.toLowerCase() === lower);
  return name === undefined ? null : { kind: 'enumConstant', name, type, line: node.line };
}

/** `Account.SObjectType`, `Account.Name`, and `Contact.Account` for the field behind a relationship. */
function tokenValue(context: BodyContext, type: Type, node: FieldAccessExpression): BoundExpression | null {
  const { object } = type;
  if (!object) return null;
  if (node.name.toLowerCase() === 'sobjecttype') return objectToken(context, object, node.line);
  const member = findRecordMember(context.project, type, node.name);
  if (member?.kind === 'field' || member?.kind === 'parent') {
    return fieldToken(context, object, member.field.name, node.line);
  }
  return missingField(context, object, node.name, node);
}

function platformStatic(context: BodyContext, type: Type, node: FieldAccessExpression): BoundExpression | null {
  const property = findPlatformProperty(context.project, type, node.name, true);
  if (!property?.getter) return null;
  const { getter, setter } = property;
  return {
    kind: 'platformProperty',
    getter: getter.member,
    setter: setter?.member ?? null,
    target: null,
    type: triggerType(context, type, getter.returnType),
    line: node.line
  };
}

/** In a trigger, `Trigger.new` and its like are of the trigger's object. */
function triggerType(context: BodyContext, owner: Type, type: Type): Type {
  const record = context.owner.unit.triggerObject;
  if (!record || owner.platform?.qualifiedName !== 'System.Trigger' || !type.platform) return type;
  const typeArguments = type.typeArguments.map((argument) => (argument.kind === 'sobject' ? record : argument));
  return context.project.types.platform(type.platform, typeArguments);
}

function innerType(context: BodyContext, target: TypeReferenceResult, node: FieldAccessExpression): Reference | null {
  const { symbol } = target.type;
  for (const ancestor of symbol ? classChain(symbol) : []) {
    const inner = ancestor.inner.get(node.name.toLowerCase());
    if (inner) return { kind: 'type', type: inner.type, namespace: null };
  }
  if (target.namespace === null) return null;
  const { namespace } = target;
  const isNamespaced = resolveTypeName(context.project, [namespace, node.name], context.owner) !== undefined;
  const lower = node.name.toLowerCase();
  const isRoot = lower === 'label' || lower === 'sobjecttype';
  return isNamespaced || isRoot ? bindInNamespace(context, namespace, node) : null;
}
