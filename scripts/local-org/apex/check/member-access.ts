/** Fields, properties and relationships of a value, and who may see them. */
import type { ObjectDefinition } from '../../schema/model';
import type { Position } from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import type { Project } from '../symbols/project';
import { outermost, type Access, type ClassSymbol, type FieldSymbol } from '../symbols/class-symbols';
import { findMethods, findPlatformProperty, findRecordMember, findUserField } from '../symbols/members';
import { mayHaveProperty } from '../symbols/platform-members';
import { T, isUnknown, told } from '../symbols/types';
import type { BodyContext } from './context';
import { isSubclassOf, singleRecord } from './conversions';
import { errorExpression, notModeled } from './leaves';
import { bindFieldSet } from './field-sets';
import { bindShareReason } from './share-reasons';

/**
 * Builds an access on a target. With `?.`, and behind one, the whole rest of the chain is skipped when the value is
 * null: "Safe Navigation Operator", Apex Developer Guide.
 */
export function withTarget(
  context: BodyContext,
  target: BoundExpression,
  isSafe: boolean,
  build: (target: BoundExpression) => BoundExpression
): BoundExpression {
  if (target.kind === 'safe') {
    const body = withTarget(context, target.body, isSafe, build);
    return { ...target, body, type: body.type };
  }
  if (!isSafe) return build(target);
  const local = context.temporary(target.type);
  const body = build({ kind: 'local', local, type: target.type, line: target.line });
  return { kind: 'safe', local, value: target, body, type: body.type, line: target.line };
}

/**
 * The value whose field is asked for: of a query before `?.` its one record, or null without any.
 * @see "Safe Navigation Operator", Apex Developer Guide
 */
export function fieldOwner(target: BoundExpression, isSafe: boolean): BoundExpression {
  const record = isSafe ? singleRecord(target, T.sobject) : null;
  return record?.kind === 'soql' ? { ...record, result: 'recordOrNull' } : target;
}

/** `target.name` for a value. */
export function bindMember(
  context: BodyContext,
  target: BoundExpression,
  name: string,
  position: Position,
  isSuper = false
): BoundExpression {
  const record = singleRecord(target, T.sobject);
  if (record) return bindMember(context, record, name, position);
  const { type } = target;
  if (isUnknown(type)) return unknownMember(target, name, position);
  if (type.kind === 'sobject') return bindRecordMember(context, target, name, position);
  const field = type.symbol && findUserField(type.symbol, name);
  if (field?.isStatic) {
    context.report(
      position,
      `Static field cannot be referenced from a non static context: ${field.name} from the type ${told(type)}`
    );
    return errorExpression(position.line);
  }
  if (field) return fieldReference(context, field, target, position, isSuper);
  const special = bindFieldSet(context, target, name, position) ?? bindShareReason(target, name, position);
  return special ?? bindPlatformProperty(context, target, name, position);
}

function unknownMember(target: BoundExpression, name: string, position: Position): BoundExpression {
  if (target.type.kind === 'error') return errorExpression(position.line);
  return notModeled(`${target.type.name}.${name}`, target.type, position.line, [target]);
}

function bindRecordMember(
  context: BodyContext,
  target: BoundExpression,
  name: string,
  position: Position
): BoundExpression {
  const { line } = position;
  const member = findRecordMember(context.project, target.type, name);
  if (member) {
    const canonical = member.kind === 'field' ? member.field.name : member.name;
    return { kind: 'recordField', target, name: canonical, type: member.type, line };
  }
  if (!target.type.object && name.toLowerCase() === 'id') {
    return { kind: 'recordField', target, name: 'Id', type: T.id, line };
  }
  return missingField(context, target.type.object, name, position, [target]);
}

/**
 * A field that an object does not have. The catalogue of standard objects is not complete, so a standard name on one
 * of them may well exist on the platform: it fails only where it is reached.
 */
export function missingField(
  context: BodyContext,
  object: ObjectDefinition | undefined,
  name: string,
  position: Position,
  operands: BoundExpression[] = [],
  message = `Variable does not exist: ${name}`
): BoundExpression {
  if (object && mayHaveField(context.project, object, name)) {
    const what = `${object.name}.${name}`;
    return notModeled(what, context.project.types.unmodeled(what), position.line, operands);
  }
  context.report(position, message);
  return errorExpression(position.line);
}

/** Whether the platform may know a field that the local org does not. */
export function mayHaveField(project: Project, object: ObjectDefinition, name: string): boolean {
  if (!name.includes('__')) return !object.custom || CHILDREN_OF_ALL.has(name.toLowerCase());
  return /__r$/i.test(name) && hasActivities(project, object);
}

/** What may hang on records of any object: "Object Reference", each of these objects. */
const CHILDREN_OF_ALL: ReadonlySet<string> = new Set(
  (
    'activityhistories attachedcontentdocuments attachedcontentnotes attachments combinedattachments contentdocumentlinks ' +
    'duplicaterecorditems emails events feeds feedsubscriptionsforentity histories lookedupfromactivities notes ' +
    'notesandattachments openactivities processinstances processsteps recordactionhistories recordactions shares tasks ' +
    'topicassignments'
  ).split(' ')
);

/** Under which names an object lists the activities that look up to it is not modelled. */
function hasActivities({ schema }: Project, { name }: ObjectDefinition): boolean {
  return [...(schema.object('Task')?.fields.values() ?? [])].some(
    ({ custom, referenceTo }) => custom && referenceTo.includes(name)
  );
}

function bindPlatformProperty(
  context: BodyContext,
  target: BoundExpression,
  name: string,
  position: Position
): BoundExpression {
  const { line } = position;
  const property = findPlatformProperty(context.project, target.type, name, false);
  if (property) {
    const { getter, setter } = property;
    return {
      kind: 'platformProperty',
      getter: getter?.member ?? null,
      setter: setter?.member ?? null,
      target,
      type: getter?.returnType ?? setter!.parameters[0]!,
      line
    };
  }
  const getter = accessorMethod(context, target, name, position);
  if (getter) return getter;
  if (target.type.platform && mayHaveProperty(target.type.platform, name))
    return notModeled(`${target.type.name}.${name}`, context.project.types.unmodeled(name), line, [target]);
  context.report(position, `Variable does not exist: ${name}`);
  return errorExpression(line);
}

/** Where `result.success` stands for `result.isSuccess()` and `describe.name` for `describe.getName()`: public code does so. */
const BEAN_NAMESPACES: ReadonlySet<string> = new Set(['Database', 'Schema']);

/** The method that a property stands for. */
function accessorMethod(
  context: BodyContext,
  target: BoundExpression,
  name: string,
  position: Position
): BoundExpression | null {
  if (!BEAN_NAMESPACES.has(target.type.platform?.declaration.namespace ?? '')) return null;
  for (const prefix of ['get', 'is']) {
    const [method] = findMethods(context.project, target.type, prefix + name);
    if (method?.kind !== 'platform' || method.parameters.length > 0) continue;
    const { member, owner, returnType: type } = method;
    return { kind: 'platformCall', member, owner, target, isSuper: false, arguments: [], type, line: position.line };
  }
  return null;
}

/** A read or write of a user's field or property; static when `target` is null. */
export function fieldReference(
  context: BodyContext,
  field: FieldSymbol,
  target: BoundExpression | null,
  position: Position,
  isSuper = false
): BoundExpression {
  if (!isVisible(context, field.owner, field.access, field.isTestVisible)) {
    context.report(position, `Variable is not visible: ${field.owner.fullName}.${field.name}`);
  }
  const isRead = context.assigned !== position && context.property !== field;
  if (isRead && field.property && !field.property.getter) {
    context.report(position, `Variable is not visible: ${field.owner.fullName}.${field.name}`);
  }
  const { type } = field;
  const { line } = position;
  const isStored = !field.property || field.property.isPlain || context.property === field;
  if (isStored) return { kind: 'field', field, target, type, line };
  return { kind: 'property', field, target, isSuper, type, line };
}

/**
 * Whether the code being checked may use a member.
 * @see "Access Modifiers" and "TestVisible Annotation", Apex Developer Guide
 */
export function isVisible(context: BodyContext, owner: ClassSymbol, access: Access, isTestVisible: boolean): boolean {
  if (access === 'public' || access === 'global') return true;
  if (outermost(context.owner) === outermost(owner)) return true;
  if (access === 'protected' && isSubclassOf(context.owner, owner)) return true;
  return isTestVisible && outermost(context.owner).isTest;
}
