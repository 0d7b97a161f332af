/** `new`: objects of the project and the platform, records, collections and arrays. */
import type {
  Expression,
  NewArrayExpression,
  NewCollectionExpression,
  NewMapExpression,
  NewNamedExpression,
  NewObjectExpression,
  Position
} from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { platformAncestor, type ClassSymbol, type ConstructorSymbol } from '../symbols/class-symbols';
import { findRecordMember, platformCandidate } from '../symbols/members';
import { copyProblem } from './copies';
import { mayHaveMethod } from '../symbols/platform-members';
import { resolveOrReport } from '../symbols/resolve';
import { T, isMap, isUnknown, told, type Type } from '../symbols/types';
import type { BodyContext } from './context';
import { convertTo, elementTypeOf } from './conversions';
import { bindExpression } from './expressions';
import { errorExpression, notModeled } from './leaves';
import { isVisible, missingField } from './member-access';
import { argumentTypes, chooseOverload, convertArguments, type Callable } from './overloads';
import { requireFieldWritable } from './write-rules';

/** Types `new Type(…)`. */
export function bindNewObject(context: BodyContext, node: NewObjectExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  const values = node.arguments.map((argument) => bindExpression(context, argument));
  return newObject(context, type, values, node);
}

function newObject(context: BodyContext, type: Type, values: BoundExpression[], node: Position): BoundExpression {
  if (type.kind === 'error') return errorExpression(node.line);
  if (type.symbol) return newUser(context, type.symbol, values, node);
  if (type.kind === 'sobject' && !type.object) return generic(context, node);
  if (type.kind === 'sobject') {
    if (values.length > 0) context.report(node, `Type requires name=value pair construction: ${told(type)}`);
    return { kind: 'newRecord', fields: [], type, line: node.line };
  }
  if (type.kind === 'primitive' || isAbstractPlatform(type)) {
    context.report(node, `Type cannot be constructed: ${told(type)}`);
    return errorExpression(node.line);
  }
  return newPlatform(context, type, values, node);
}

/** Interfaces, enums, and the class of all exceptions. */
function isAbstractPlatform({ platform }: Type): boolean {
  const isClass = platform?.declaration.kind !== 'interface' && platform?.declaration.kind !== 'enum';
  return Boolean(platform) && (!isClass || platform?.qualifiedName === 'System.Exception');
}

/** `new SObject()`: only a record of some object can be made. */
function generic(context: BodyContext, node: Position): BoundExpression {
  context.report(node, 'Type cannot be constructed: SObject');
  return errorExpression(node.line);
}

function newPlatform(context: BodyContext, type: Type, values: BoundExpression[], node: Position): BoundExpression {
  const problem = values.length === 1 ? copyProblem(type, values[0]!) : null;
  if (problem) {
    context.report(node, problem);
    return errorExpression(node.line);
  }
  const members = type.platform?.membersNamed('new') ?? [];
  const candidates = members.map((member) => platformCandidate(context.project, member, type));
  const chosen = chooseOverload(context.project, candidates, values);
  if (!chosen && type.platform && !values.some(({ type: given }) => isUnknown(given))) {
    if (!mayHaveMethod(type.platform, 'new', values.length)) {
      context.report(node, `Constructor not defined: [${told(type)}].<Constructor>(${argumentTypes(values)})`);
      return errorExpression(node.line);
    }
  }
  if (!chosen) return notModeled(`new ${type.name}(${argumentTypes(values)})`, type, node.line, values);
  return {
    kind: 'platformCall',
    member: chosen.member,
    owner: type,
    target: null,
    isSuper: false,
    arguments: convertArguments(context.project, values, chosen.parameters),
    type,
    line: node.line
  };
}

function newUser(
  context: BodyContext,
  symbol: ClassSymbol,
  values: BoundExpression[],
  node: Position
): BoundExpression {
  const { line } = node;
  if (symbol.kind !== 'class' || symbol.isAbstract) {
    const what = symbol.kind === 'class' ? 'Abstract classes cannot' : 'Type cannot';
    context.report(node, `${what} be constructed: ${symbol.fullName}`);
    return errorExpression(line);
  }
  const chosen = chooseConstructor(context, symbol, values, node);
  if (!chosen) return { ...errorExpression(line), type: symbol.type };
  const converted = convertArguments(context.project, values, chosen.parameters);
  const { constructor, parameters } = chosen;
  return { kind: 'newUser', symbol, constructor, parameters, arguments: converted, type: symbol.type, line };
}

/** A declared constructor, or one that every class or exception has without declaring it. */
export interface ConstructorCandidate extends Callable {
  readonly constructor: ConstructorSymbol | null;
}

/** Chooses a constructor; reports when none fits. */
export function chooseConstructor(
  context: BodyContext,
  symbol: ClassSymbol,
  values: readonly BoundExpression[],
  node: Position,
  message = (given: readonly BoundExpression[]): string =>
    `Constructor not defined: [${symbol.fullName}].<Constructor>(${argumentTypes(given)})`
): ConstructorCandidate | undefined {
  const chosen = chooseOverload(context.project, constructorsOf(symbol), values);
  if (!chosen) {
    if (values.some((value) => isUnknown(value.type))) return undefined;
    context.report(node, message(values));
    return undefined;
  }
  const { constructor } = chosen;
  if (constructor && !isVisible(context, symbol, constructor.access, constructor.isTestVisible)) {
    const types = chosen.parameters.map((parameter) => parameter.name).join(', ');
    context.report(node, `Constructor is not visible: [${symbol.fullName}].<Constructor>(${types})`);
  }
  return chosen;
}

/**
 * Declared constructors, with those of exceptions: "Create Custom Exceptions", Apex Developer Guide. They win over
 * built-in ones of the same parameters.
 */
function constructorsOf(symbol: ClassSymbol): ConstructorCandidate[] {
  const declared: ConstructorCandidate[] = symbol.constructors.map((constructor) => ({
    constructor,
    parameters: constructor.parameters.map((parameter) => parameter.type)
  }));
  const exception = platformAncestor(symbol);
  const builtIn: readonly (readonly Type[])[] = isException(exception)
    ? [[], [T.string], [exception!], [T.string, exception!]]
    : declared.length === 0
      ? [[]]
      : [];
  const added = builtIn
    .filter((parameters) => !declared.some((other) => hasSameParameters(other.parameters, parameters)))
    .map((parameters) => ({ constructor: null, parameters }));
  return [...declared, ...added];
}

function isException(type: Type | null): boolean {
  return (
    type?.platform?.qualifiedName === 'System.Exception' ||
    Boolean(type?.platform?.declaration.name.endsWith('Exception'))
  );
}

function hasSameParameters(one: readonly Type[], other: readonly Type[]): boolean {
  return one.length === other.length && one.every((type, index) => type === other[index]);
}

/** Types `new Account(Name = …)`; for a class the same text is assignments as arguments. */
export function bindNewNamed(context: BodyContext, node: NewNamedExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  if (type.kind === 'unmodeled') {
    const values = node.fields.map((field) => bindExpression(context, field.value));
    return notModeled(`new ${type.name}`, type, node.line, values);
  }
  if (type.kind !== 'sobject') return newObject(context, type, assignmentArguments(context, node), node);
  if (!type.object) return generic(context, node);
  const unknown: BoundExpression[] = [];
  const seen = new Set<string>();
  const fields = node.fields.map((field) => {
    const member = findRecordMember(context.project, type, field.name);
    const value = bindExpression(context, field.value);
    if (!member) {
      const message = `Field does not exist: ${field.name} on ${type.name}`;
      unknown.push(missingField(context, type.object, field.name, field, [value], message));
      return { name: field.name, value };
    }
    const name = member.kind === 'field' ? member.field.name : member.name;
    if (seen.has(name)) context.report(field, `Duplicate field initialization: ${name}`);
    seen.add(name);
    requireFieldWritable(context, type.object, name, field);
    return { name, value: convertTo(context, value, member.type, field) };
  });
  if (unknown[0]) return { ...unknown[0], type };
  return { kind: 'newRecord', fields, type, line: node.line };
}

function assignmentArguments(context: BodyContext, node: NewNamedExpression): BoundExpression[] {
  return node.fields.map((field) => {
    const { line, column } = field;
    const target: Expression = { kind: 'name', name: field.name, line, column };
    return bindExpression(context, { kind: 'assignment', operator: '=', target, value: field.value, line, column });
  });
}

/** Types `new List<T>{…}`, `new Set<T>{…}` and `new T[]{…}`. */
export function bindNewCollection(context: BodyContext, node: NewCollectionExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  const element = elementTypeOf(context.project, type);
  if (isMap(type) && node.elements.length === 0) return newObject(context, type, [], node);
  if (!element) {
    if (!isUnknown(type)) context.report(node, "Unexpected token '{'.");
  }
  const elements = node.elements.map((item) => {
    const value = bindExpression(context, item);
    return element ? convertTo(context, value, element, item, elementMessage) : value;
  });
  if (type.kind === 'unmodeled') return notModeled(`new ${type.name}`, type, node.line, elements);
  return { kind: 'newCollection', elements, type, line: node.line };
}

function elementMessage(from: Type, to: Type): string {
  return `Initial expression is of incorrect type, expected: ${told(to)} but was: ${told(from)}`;
}

/** Types `new Map<K, V>{a => b}`. */
export function bindNewMap(context: BodyContext, node: NewMapExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  const [keyType = T.object, valueType = T.object] = type.typeArguments;
  const entries = node.entries.map((entry) => ({
    key: convertTo(context, bindExpression(context, entry.key), keyType, entry.key, entryMessage('key')),
    value: convertTo(context, bindExpression(context, entry.value), valueType, entry.value, entryMessage('value'))
  }));
  return { kind: 'newMap', entries, type, line: node.line };
}

function entryMessage(what: 'key' | 'value'): (from: Type, to: Type) => string {
  return (from, to) => `Invalid ${what} type ${told(from)} for ${told(to)}`;
}

/** Types `new Integer[5]`. */
export function bindNewArray(context: BodyContext, node: NewArrayExpression): BoundExpression {
  const type = resolveOrReport(context.project, node.type, context.owner, context.owner);
  const element = told(type.typeArguments[0] ?? T.object);
  const size = convertTo(
    context,
    bindExpression(context, node.size),
    T.integer,
    node.size,
    (from) =>
      `Invalid initializer type ${told(from)} found for ${told(type)}: expected an Integer or a List of type ${element}`
  );
  return { kind: 'newArray', size, type, line: node.line };
}
