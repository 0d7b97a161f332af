/** Prints typed expressions as JavaScript. */
import type { BoundExpression, BoundKind } from '../bound/expressions';
import { T, typeDescriptor, type Type } from '../symbols/types';
import { emitArithmetic, emitComparison, emitDateArithmetic, emitEquality, emitUnary } from './operators';
import { emitAssignment, emitReference } from './references';
import { coverCoalesce, coverLogical, coverTernary } from './branch-coverage';
import { emitCall, emitConstructorCall, emitNewUser, emitPlatformCall } from './calls';
import { isNeverNull } from '../bound/never-null';
import type { ScriptContext } from './script';

/** Prints an expression; what it prints can stand wherever JavaScript allows an operand. */
export function emit(context: ScriptContext, expression: BoundExpression): string {
  switch (expression.kind) {
    case 'literal':
      return emitLiteral(context, expression);
    case 'local':
      return expression.local.javaScriptName;
    case 'this':
      return 'this';
    case 'field':
    case 'property':
    case 'platformProperty':
    case 'recordField':
    case 'index':
      return emitReference(context, expression);
    case 'call':
      return emitCall(context, expression);
    case 'platformCall':
      return emitPlatformCall(context, expression);
    case 'constructorCall':
      return emitConstructorCall(context, expression);
    case 'newUser':
      return emitNewUser(context, expression);
    case 'newRecord':
      return emitNewRecord(context, expression);
    case 'newCollection':
      return `${context.operator('collection')}(${context.type(expression.type)}, [${emitAll(context, expression.elements)}])`;
    case 'newMap':
      return emitNewMap(context, expression);
    case 'newArray':
      return `${context.operator('array')}(${context.type(expression.type)}, ${emitSafe(context, expression.size)})`;
    case 'arithmetic':
      return emitArithmetic(context, expression);
    case 'dateArithmetic':
      return emitDateArithmetic(context, expression);
    case 'concat':
      return emitConcatenation(context, expression, 'text');
    case 'compare':
      return emitComparison(context, expression);
    case 'equal':
      return emitEquality(context, expression);
    case 'logical':
      return emitLogical(context, expression);
    case 'unary':
      return emitUnary(context, expression);
    case 'assign':
      return emitAssignment(context, expression.target, expression.value);
    case 'soql':
      return emitQuery(context, expression);
    case 'sosl':
      return `${context.operator('search')}(${context.constant(JSON.stringify(expression.query))}, [${emitAll(context, expression.binds)}], '${expression.access}')`;
    default:
      return emitControl(context, expression);
  }
}

/** Expressions that choose or order others, and constants of types. */
function emitControl(
  context: ScriptContext,
  expression: Exclude<BoundExpression, { kind: 'literal' | 'local' | 'this' }>
): string {
  switch (expression.kind) {
    case 'coalesce':
      return coverCoalesce(context, expression.line, [emit(context, expression.left), emit(context, expression.right)]);
    case 'ternary':
      return emitTernary(context, expression);
    case 'let':
      return `(${expression.local.javaScriptName} = ${emit(context, expression.value)}, ${emit(context, expression.body)})`;
    case 'safe':
      return `((${expression.local.javaScriptName} = ${emit(context, expression.value)}) === null ? null : ${emit(context, expression.body)})`;
    case 'sequence':
      return `(${emit(context, expression.first)}, ${emit(context, expression.then)})`;
    case 'convert':
      return `${context.operator(expression.conversion)}(${emit(context, expression.operand)})`;
    case 'upcast':
      return emit(context, expression.operand);
    case 'cast':
      return `${context.operator('cast')}(${emit(context, expression.operand)}, ${context.type(expression.type)})`;
    case 'instanceof':
      return emitInstanceOf(context, expression);
    case 'classLiteral':
      return context.constant(`$.typeLiteral(${JSON.stringify(typeDescriptor(expression.named))})`);
    case 'objectToken':
      return context.constant(`$.objectToken(${JSON.stringify(expression.object.name)})`);
    case 'fieldToken':
      return context.constant(
        `$.fieldToken(${JSON.stringify(expression.object.name)}, ${JSON.stringify(expression.field)})`
      );
    case 'enumConstant':
      return context.constant(
        `$.enumConstant(${JSON.stringify(typeDescriptor(expression.type))}, ${JSON.stringify(expression.name)})`
      );
    case 'enumStatic':
      return emitEnumStatic(context, expression);
    case 'label':
      return `${context.operator('label')}(${JSON.stringify(expression.name)})`;
    case 'notModeled':
      return emitNotModeled(context, expression);
    default:
      throw new Error(`No JavaScript for the expression kind ${expression.kind}.`);
  }
}

/** Since this API version null is an instance of nothing: "Using the instanceof Keyword", Apex Developer Guide. */
const NULL_IS_NO_INSTANCE = 32;

function emitInstanceOf(context: ScriptContext, { operand, tested }: BoundKind<'instanceof'>): string {
  const [value, type] = [emit(context, operand), context.type(tested)];
  if (context.owner.unit.apiVersion >= NULL_IS_NO_INSTANCE) return `${type}.isInstance(${value})`;
  return `${context.operator('isInstanceOrNull')}(${value}, ${type})`;
}

function emitLogical(context: ScriptContext, { operator, left, right, line }: BoundKind<'logical'>): string {
  return coverLogical(context, operator, line, [emitSafe(context, left), emitSafe(context, right)]);
}

function emitTernary(context: ScriptContext, { condition, then, otherwise, line }: BoundKind<'ternary'>): string {
  const ways = coverTernary(context, line, emit(context, then), emit(context, otherwise));
  return `(${emitSafe(context, condition)} ? ${ways.join(' : ')})`;
}

/** Prints an expression that must not be null, with a check where it could be. */
export function emitSafe(context: ScriptContext, expression: BoundExpression): string {
  const code = emit(context, expression);
  return isNeverNull(expression) ? code : `(${code} ?? ${context.operator('nullDereference')}())`;
}

/** Prints a list of expressions, separated by commas. */
export function emitAll(context: ScriptContext, expressions: readonly BoundExpression[]): string {
  return expressions.map((expression) => emit(context, expression)).join(', ');
}

function emitLiteral(context: ScriptContext, { literal, value, type }: BoundKind<'literal'>): string {
  if (value === null) return 'null';
  if (type === T.long) return `${String(value)}n`;
  if (type === T.decimal) return context.constant(`$.decimal(${JSON.stringify(String(value))})`);
  if (type === T.double) return context.constant(`$.double(${JSON.stringify(String(value))})`);
  if (literal === 'string' || typeof value === 'string') return JSON.stringify(value);
  return String(value);
}

/** What `System.debug` is given: texts in it that are not modelled only show as missing in the log. */
export function emitForLog(context: ScriptContext, expression: BoundExpression): string {
  return expression.kind === 'concat'
    ? emitConcatenation(context, expression, 'textForLog')
    : emit(context, expression);
}

/** Each part of a concatenation is its text, "null" for null. */
function emitConcatenation(
  context: ScriptContext,
  { parts }: BoundKind<'concat'>,
  operator: 'text' | 'textForLog'
): string {
  const emitted = parts.map((part) => {
    if (part.kind === 'concat') return emitConcatenation(context, part, operator);
    const isPlain = part.type === T.string && isNeverNull(part);
    return isPlain ? emit(context, part) : `${context.operator(operator)}(${emit(context, part)})`;
  });
  return `(${emitted.join(' + ')})`;
}

function emitNewRecord(context: ScriptContext, { type, fields }: BoundKind<'newRecord'>): string {
  const values = fields.map(({ name, value }) => `${JSON.stringify(name)}, ${emit(context, value)}`);
  return `${context.operator('record')}(${objectOf(context, type)}${values.map((value) => `, ${value}`).join('')})`;
}

function objectOf(context: ScriptContext, type: Type): string {
  if (!type.object) throw new Error(`${type.name} is not a concrete object.`);
  return context.constant(`$.object(${JSON.stringify(type.object.name)})`);
}

function emitNewMap(context: ScriptContext, { type, entries }: BoundKind<'newMap'>): string {
  const pairs = entries.map(({ key, value }) => `${emit(context, key)}, ${emit(context, value)}`);
  return `${context.operator('map')}(${context.type(type)}, [${pairs.join(', ')}])`;
}

function emitQuery(context: ScriptContext, { query, binds, result, access, line }: BoundKind<'soql'>): string {
  const plan = context.constant(`$.queryPlan(${JSON.stringify(query)}, ${line})`);
  const operator = { list: 'query', record: 'queryOne', recordOrNull: 'queryOneOrNull', count: 'queryCount' } as const;
  return `${context.operator(operator[result])}(${plan}, [${emitAll(context, binds)}], '${access}')`;
}

function emitEnumStatic(context: ScriptContext, expression: BoundKind<'enumStatic'>): string {
  const operator = expression.method === 'values' ? 'enumValues' : 'enumValueOf';
  const parameters = [context.type(expression.enumType), ...expression.arguments.map((value) => emit(context, value))];
  return `${context.operator(operator)}(${parameters.join(', ')})`;
}

/** What stands before something that is not modelled still happens. */
function emitNotModeled(context: ScriptContext, { what, operands }: BoundKind<'notModeled'>): string {
  const failure = `${context.operator('notModeled')}(${JSON.stringify(what)})`;
  return operands.length > 0 ? `(${emitAll(context, operands)}, ${failure})` : failure;
}
