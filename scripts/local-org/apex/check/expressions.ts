/** Types an expression: the entry point, and the kinds that need few words. */
import type {
  ClassLiteralExpression,
  Expression,
  InstanceOfExpression,
  LiteralExpression,
  TernaryExpression,
  TypeReference
} from '../parse/ast';
import type { BoundExpression } from '../bound/expressions';
import { isList, isUnknown, T, told, type Type } from '../symbols/types';
import { resolveOrReport } from '../symbols/resolve';
import { referenceText } from '../symbols/type-resolver';
import { bindAssignment, bindPostfix, bindPrefixStep } from './assignments';
import { bindMethodCall } from './calls';
import { bindConstructorCall } from './constructor-calls';
import type { BodyContext } from './context';
import { convertTo, elementTypeOf } from './conversions';
import { bindCast } from './casts';
import { bindNewArray, bindNewCollection, bindNewMap, bindNewNamed, bindNewObject } from './creation';
import { instanceOfProblem } from './instance-of';
import { bindBinary, commonType } from './operators';
import { bindReference, valueOf } from './references';
import { bindSoql, bindSosl } from './queries';
import { bindUnary } from './unary';
import { errorExpression } from './leaves';

/** Types an expression that must have a value. */
export function bindExpression(context: BodyContext, expression: Expression): BoundExpression {
  switch (expression.kind) {
    case 'literal':
      return bindLiteral(context, expression);
    case 'name':
    case 'fieldAccess':
      return valueOf(context, bindReference(context, expression), expression);
    case 'methodCall':
      return bindMethodCall(context, expression);
    case 'constructorCall':
      return bindConstructorCall(context, expression);
    case 'this':
      if (context.isStatic) context.report(expression, 'This cannot be referenced in a static context');
      return { kind: 'this', type: context.owner.type, line: expression.line };
    case 'super':
      context.report(
        expression,
        context.isStatic ? 'Super cannot be referenced in a static context' : "Unexpected token 'super'."
      );
      return { kind: 'this', type: context.owner.superclass ?? T.object, line: expression.line };
    case 'newObject':
      return bindNewObject(context, expression);
    case 'newNamed':
      return bindNewNamed(context, expression);
    case 'newCollection':
      return bindNewCollection(context, expression);
    case 'newMap':
      return bindNewMap(context, expression);
    case 'newArray':
      return bindNewArray(context, expression);
    case 'index':
      return bindIndex(context, expression.target, expression.index, expression.line);
    case 'unary':
      return expression.operator === '++' || expression.operator === '--'
        ? bindPrefixStep(context, expression)
        : bindUnary(context, expression);
    case 'postfix':
      return bindPostfix(context, expression, true);
    case 'binary':
      return bindBinary(context, expression);
    case 'assignment':
      return bindAssignment(context, expression, true);
    case 'ternary':
      return bindTernary(context, expression);
    case 'cast':
      return bindCast(context, expression);
    case 'instanceof':
      return bindInstanceOf(context, expression);
    case 'soql':
      return bindSoql(context, expression);
    case 'sosl':
      return bindSosl(context, expression);
    case 'classLiteral':
      return bindClassLiteral(context, expression);
  }
}

/** Types an expression whose value is not used. */
export function bindForEffect(context: BodyContext, expression: Expression): BoundExpression {
  if (expression.kind === 'postfix') return bindPostfix(context, expression, false);
  if (expression.kind === 'assignment') return bindAssignment(context, expression, false);
  return bindExpression(context, expression);
}

/** Types a condition: Boolean, or an error in the platform's words. */
export function bindCondition(context: BodyContext, expression: Expression): BoundExpression {
  const bound = bindExpression(context, expression);
  if (bound.type !== T.boolean && !isUnknown(bound.type)) {
    context.report(expression, `Condition expression must be of type Boolean: ${told(bound.type)}`);
  }
  return bound;
}

const LITERAL_TYPES: Readonly<Record<string, Type>> = {
  null: T.null,
  boolean: T.boolean,
  integer: T.integer,
  long: T.long,
  decimal: T.decimal,
  double: T.double,
  string: T.string
};

/** Types a literal. */
export function bindLiteral(context: BodyContext, literal: LiteralExpression): BoundExpression {
  if (literal.type === 'integer' && Math.abs(literal.value) > 2147483647 && literal.value !== -2147483648) {
    context.report(literal, 'Illegal integer');
  }
  return {
    kind: 'literal',
    literal: literal.type,
    value: literal.value,
    type: LITERAL_TYPES[literal.type]!,
    line: literal.line
  };
}

function bindIndex(context: BodyContext, targetNode: Expression, indexNode: Expression, line: number): BoundExpression {
  const target = bindExpression(context, targetNode);
  const index = convertTo(
    context,
    bindExpression(context, indexNode),
    T.integer,
    indexNode,
    (from) => `List index must be of type Integer: ${told(from)}`
  );
  if (!isList(target.type) && !isUnknown(target.type)) {
    context.report(targetNode, `Expression must be a list type: ${told(target.type)}`);
  }
  const type = elementTypeOf(context.project, target.type) ?? target.type;
  return { kind: 'index', target, index, type, line };
}

function bindTernary(context: BodyContext, node: TernaryExpression): BoundExpression {
  const condition = bindCondition(context, node.condition);
  const then = bindExpression(context, node.then);
  const otherwise = bindExpression(context, node.otherwise);
  const type = commonType(context.project, then, otherwise);
  if (!type) {
    const types = `${told(otherwise.type)}, ${told(then.type)}`;
    context.report(node, `Incompatible types in ternary operator: ${types}`);
    return errorExpression(node.line);
  }
  return {
    kind: 'ternary',
    condition,
    then: convertTo(context, then, type, node.then),
    otherwise: convertTo(context, otherwise, type, node.otherwise),
    type,
    line: node.line
  };
}

function bindInstanceOf(context: BodyContext, node: InstanceOfExpression): BoundExpression {
  const operand = bindExpression(context, node.operand);
  const tested = resolveOrReport(context.project, node.type, context.owner, context.owner);
  if (tested.kind === 'unmodeled') {
    return { kind: 'notModeled', what: tested.name, operands: [operand], type: T.boolean, line: node.line };
  }
  const problem = instanceOfProblem(context.project, operand.type, tested);
  if (problem) context.report(node, problem);
  return { kind: 'instanceof', operand, tested, type: T.boolean, line: node.line };
}

/** `Account.SObjectType.class`, as public code has it: the class of a token. */
function isToken(context: BodyContext, { parts, arrayDepth }: TypeReference): boolean {
  return parts.length > 1 && arrayDepth === 0 && context.project.sobjectType(parts[0]!.name) !== undefined;
}

function bindClassLiteral(context: BodyContext, node: ClassLiteralExpression): BoundExpression {
  const type = context.project.platform.type('System', 'Type');
  if (node.type && isToken(context, node.type)) {
    const what = `${referenceText(node.type)}.class`;
    return { kind: 'notModeled', what, operands: [], type, line: node.line };
  }
  const named = node.type ? resolveOrReport(context.project, node.type, context.owner, context.owner) : T.void;
  if (named.kind === 'unmodeled') {
    return { kind: 'notModeled', what: `${named.name}.class`, operands: [], type, line: node.line };
  }
  return { kind: 'classLiteral', named, type, line: node.line };
}
