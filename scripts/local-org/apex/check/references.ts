/**
 * Resolves names and dotted names: a value, a type, a namespace, or one of the platform's special roots.
 * @see "Name Resolution" and "Type Resolution and System Namespace for Types", Apex Developer Guide
 */
import type { Expression, FieldAccessExpression, NameExpression, Position } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { classChain, type ClassSymbol, type FieldSymbol } from '../symbols/class-symbols';
import { findPlatformProperty, findUserField } from '../symbols/members';
import { isPlatformNamespace } from '../symbols/platform-names';
import { resolveTypeName } from '../symbols/type-resolver';
import { T } from '../symbols/types';
import type { BodyContext } from './context';
import { bindExpression } from './expressions';
import { errorExpression, notModeled, objectToken, fieldToken } from './leaves';
import { bindInNamespace, type Reference } from './namespaces';
import { bindMember, fieldOwner, fieldReference, isVisible, withTarget } from './member-access';
import { bindStaticMember } from './static-access';

/** Resolves a name or the target of a dot. */
export function bindReference(context: BodyContext, expression: Expression): Reference {
  if (expression.kind === 'name') return bindName(context, expression);
  if (expression.kind === 'fieldAccess') return bindFieldAccess(context, expression);
  if (expression.kind === 'super') return { kind: 'value', value: superValue(context, expression.line) };
  return { kind: 'value', value: bindExpression(context, expression) };
}

/** The object as its super class has it; only members of it can be named. */
function superValue(context: BodyContext, line: number): BoundExpression {
  return { kind: 'this', type: context.owner.superclass ?? T.object, line };
}

/** The value of a reference; anything else is reported as a variable that does not exist. */
export function valueOf(context: BodyContext, reference: Reference, expression: Expression): BoundExpression {
  if (reference.kind === 'value') return reference.value;
  if (reference.kind === 'describedFields') return reference.value;
  if (reference.kind === 'type' && reference.type.kind === 'unmodeled') {
    return notModeled(reference.type.name, reference.type, expression.line);
  }
  const name = 'name' in expression ? expression.name : '';
  context.report(expression, `Variable does not exist: ${name}`);
  return errorExpression(expression.line);
}

function bindName(context: BodyContext, node: NameExpression): Reference {
  const value = bindVariable(context, node.name, node);
  if (value) return { kind: 'value', value };
  const lower = node.name.toLowerCase();
  if (lower === 'label' && !context.project.classes.has('label')) return { kind: 'labels' };
  if (lower === 'sobjecttype' && !context.project.classes.has('sobjecttype')) return { kind: 'describes' };
  const type = resolveTypeName(context.project, [node.name], context.owner);
  if (type) return { kind: 'type', type, namespace: node.name };
  if (isNamespace(context, node.name)) return { kind: 'namespace', name: node.name };
  context.report(node, `Variable does not exist: ${node.name}`);
  return { kind: 'value', value: errorExpression(node.line) };
}

function isNamespace(context: BodyContext, name: string): boolean {
  return context.project.platform.isNamespace(name) || isPlatformNamespace(name);
}

/** A local variable, or a field of the class or of the classes around it. */
export function bindVariable(context: BodyContext, name: string, position: Position): BoundExpression | null {
  const local = context.scope.find(name);
  if (local) return { kind: 'local', local, type: local.type, line: position.line };
  const field = findVisibleField(context, name);
  if (field && context.receiver !== position && isLater(context, field))
    context.report(position, `Illegal forward reference: ${field.name}`);
  if (field) return fieldReference(context, field, implicitThis(context, field, position), position);
  return inheritedProperty(context, name, position);
}

/** Fields are made in the order of their declarations; the compiler asks that of all but what a method is called on. */
function isLater({ initialized, owner }: BodyContext, field: FieldSymbol): boolean {
  if (!initialized || field.owner !== owner || field.isStatic !== initialized.isStatic) return false;
  const [one, other] = [initialized.declaration, field.declaration];
  return other.line > one.line || (other.line === one.line && other.column > one.column);
}

function findVisibleField(context: BodyContext, name: string): FieldSymbol | undefined {
  const own = findUserField(context.owner, name);
  const usable = own && (own.isStatic || !context.isStatic) ? own : undefined;
  if (usable && isFieldVisible(context, usable)) return usable;
  for (let outer: ClassSymbol | null = context.owner.outer; outer; outer = outer.outer) {
    const field = findUserField(outer, name);
    if (field?.isStatic && isFieldVisible(context, field)) return field;
  }
  return usable;
}

function isFieldVisible(context: BodyContext, field: FieldSymbol): boolean {
  return isVisible(context, field.owner, field.access, field.isTestVisible);
}

/** A property of the platform class that a class extends. */
function inheritedProperty(context: BodyContext, name: string, position: Position): BoundExpression | null {
  const extendsPlatform = [...classChain(context.owner)].some((symbol) => symbol.superclass?.kind === 'platform');
  if (context.isStatic || !extendsPlatform) return null;
  const property = findPlatformProperty(context.project, context.owner.type, name, false);
  if (!property) return null;
  return bindMember(context, { kind: 'this', type: context.owner.type, line: position.line }, name, position);
}

function implicitThis(context: BodyContext, field: FieldSymbol, position: Position): BoundExpression | null {
  return field.isStatic ? null : { kind: 'this', type: context.owner.type, line: position.line };
}

function bindFieldAccess(context: BodyContext, node: FieldAccessExpression): Reference {
  const isSuper = node.target.kind === 'super';
  const target = bindReference(context, node.target);
  switch (target.kind) {
    case 'value': {
      const value = withTarget(context, fieldOwner(target.value, node.safe), node.safe, (inner) =>
        bindMember(context, inner, node.name, node, isSuper)
      );
      return (
        describedFieldsOf(target.value, node, value) ?? { kind: 'value', value: lenient(node, target.value, value) }
      );
    }
    case 'type':
      return bindStaticMember(context, target, node);
    case 'namespace':
      return bindInNamespace(context, target.name, node);
    case 'describes':
      return bindDescribedObject(context, node);
    case 'describedFields':
      return { kind: 'value', value: bindDescribedField(context, target, node) };
    case 'labels':
      return { kind: 'value', value: bindLabel(context, node) };
  }
}

/**
 * A field of a record that is itself a field of an object, said as `object.record.Field`: null when there is no record,
 * as behind a relationship, but for the Id (https://salesforce.stackexchange.com/questions/135750).
 */
function lenient(node: FieldAccessExpression, target: BoundExpression, value: BoundExpression): BoundExpression {
  if (value.kind !== 'recordField' || value.name === 'Id' || node.target.kind !== 'fieldAccess') return value;
  const isMember = (target.kind === 'field' || target.kind === 'property') && !target.field.isStatic;
  return isMember ? { ...value, isLenient: true } : value;
}

/** `Schema.SObjectType.Account.fields` keeps its object, so that a field may be named behind it. */
function describedFieldsOf(
  target: BoundExpression,
  node: FieldAccessExpression,
  value: BoundExpression
): Reference | null {
  if (node.name.toLowerCase() !== 'fields') return null;
  if (target.kind === 'objectToken') return { kind: 'describedFields', object: target.object, isToken: true, value };
  const token = target.kind === 'platformCall' ? target.target : null;
  if (token?.kind !== 'objectToken') return null;
  return { kind: 'describedFields', object: token.object, isToken: false, value };
}

function bindDescribedObject(context: BodyContext, node: FieldAccessExpression): Reference {
  const type = context.project.sobjectType(node.name);
  if (!type?.object) {
    const what = context.project.platform.type('Schema', 'DescribeSObjectResult');
    return { kind: 'value', value: notModeled(`Schema.SObjectType.${node.name}`, what, node.line) };
  }
  return { kind: 'value', value: describe(objectToken(context, type.object, node.line), node) };
}

function bindDescribedField(
  context: BodyContext,
  target: Extract<Reference, { kind: 'describedFields' }>,
  node: FieldAccessExpression
): BoundExpression {
  const field = target.object.fields.get(node.name.toLowerCase());
  if (!field) return bindMember(context, target.value, node.name, node);
  const token = fieldToken(context, target.object, field.name, node.line);
  return target.isToken ? token : describe(token, node);
}

/** The describe result of an object or field token. */
function describe(token: BoundExpression, node: Position): BoundExpression {
  const member = token.type.platform?.membersNamed('getDescribe').find((found) => found.parameters.length === 0);
  if (!member) return notModeled(`${token.type.name}.getDescribe`, T.object, node.line, [token]);
  return {
    kind: 'platformCall',
    member,
    owner: token.type,
    target: token,
    isSuper: false,
    arguments: [],
    type: member.returnType,
    line: node.line
  };
}

function bindLabel(context: BodyContext, node: FieldAccessExpression): BoundExpression {
  const name = context.project.labels.get(node.name.toLowerCase());
  if (!name) context.report(node, `Variable does not exist: ${node.name}`);
  return { kind: 'label', name: name ?? node.name, type: T.string, line: node.line };
}
