/** Expressions. One method per alternative of the grammar's `expression` and `primary` rules. */
import type {
  DotExpressionContext,
  ExpressionContext,
  ExpressionListContext,
  MethodCallContext
} from '@apexdevtools/apex-parser';
import type {
  AssignmentOperator,
  BinaryExpression,
  BinaryOperator,
  Expression,
  PostfixExpression,
  UnaryExpression
} from './ast';
import { buildCreator } from './build-creators';
import { buildLiteral } from './build-literals';
import { buildSoql, buildSosl } from './build-queries';
import { buildTypeReference } from './build-types';
import { builder, nameOf, operatorText, positionOf, type Rules } from './tree';

/** The grammar's alternatives this module answers for; a test compares them with the grammar. */
export const expressionRules: Rules<Expression> = {
  visitPrimaryExpression: (context) => build(context.primary()),
  visitThisPrimary: (context) => ({ kind: 'this', ...positionOf(context) }),
  visitSuperPrimary: (context) => ({ kind: 'super', ...positionOf(context) }),
  visitLiteralPrimary: (context) => buildLiteral(context.literal()),
  visitIdPrimary: (context) => ({ kind: 'name', name: nameOf(context.id()), ...positionOf(context) }),
  visitTypeRefPrimary: (context) => ({
    kind: 'classLiteral',
    type: buildTypeReference(context.typeRef()),
    ...positionOf(context)
  }),
  visitVoidPrimary: (context) => ({ kind: 'classLiteral', type: null, ...positionOf(context) }),
  visitSoqlPrimary: (context) => buildSoql(context.soqlLiteral(), buildExpression),
  visitSoslPrimary: (context) => buildSosl(context.soslLiteral(), buildExpression),
  visitDotExpression: (context) => buildDot(context),
  visitArrayExpression: (context) => ({
    kind: 'index',
    target: build(context.expression(0)),
    index: build(context.expression(1)),
    ...positionOf(context)
  }),
  visitMethodCallExpression: (context) => buildCall(context.methodCall()),
  visitNewExpression: (context) => buildCreator(context.creator(), positionOf(context), buildExpression),
  visitCastExpression: (context) => ({
    kind: 'cast',
    type: buildTypeReference(context.typeRef()),
    operand: build(context.expression()),
    ...positionOf(context)
  }),
  visitSubExpression: (context) => build(context.expression()),
  visitPostOpExpression: (context) => ({
    kind: 'postfix',
    operator: operatorText(context) as PostfixExpression['operator'],
    operand: build(context.expression()),
    ...positionOf(context)
  }),
  visitPreOpExpression: (context) => buildUnary(context),
  visitNegExpression: (context) => buildUnary(context),
  visitArth1Expression: (context) => buildBinary(context),
  visitArth2Expression: (context) => buildBinary(context),
  visitBitExpression: (context) => buildBinary(context),
  visitCmpExpression: (context) => buildBinary(context),
  visitEqualityExpression: (context) => buildBinary(context),
  visitBitAndExpression: (context) => buildBinary(context),
  visitBitNotExpression: (context) => buildBinary(context),
  visitBitOrExpression: (context) => buildBinary(context),
  visitLogAndExpression: (context) => buildBinary(context),
  visitLogOrExpression: (context) => buildBinary(context),
  visitCoalExpression: (context) => buildBinary(context),
  visitInstanceOfExpression: (context) => ({
    kind: 'instanceof',
    operand: build(context.expression()),
    type: buildTypeReference(context.typeRef()),
    ...positionOf(context)
  }),
  visitCondExpression: (context) => ({
    kind: 'ternary',
    condition: build(context.expression(0)),
    then: build(context.expression(1)),
    otherwise: build(context.expression(2)),
    ...positionOf(context)
  }),
  visitAssignExpression: (context) => ({
    kind: 'assignment',
    operator: operatorText(context) as AssignmentOperator,
    target: build(context.expression(0)),
    value: build(context.expression(1)),
    ...positionOf(context)
  })
};

const build = builder<Expression>(expressionRules);

/** Builds one expression. Parentheses leave no trace: the tree's shape already says what they meant. */
export function buildExpression(context: ExpressionContext): Expression {
  return build(context);
}

/** Builds a comma-separated list; a list that is not there is empty. */
export function buildExpressions(context: ExpressionListContext | null): Expression[] {
  return context ? context.expression_list().map(buildExpression) : [];
}

function buildDot(context: DotExpressionContext): Expression {
  const target = build(context.expression());
  const safe = context.QUESTIONDOT() !== null;
  const call = context.dotMethodCall();
  if (!call) {
    const name = context.anyId();
    return { kind: 'fieldAccess', target, name: nameOf(name), safe, ...positionOf(name) };
  }
  const parameters = buildExpressions(call.expressionList());
  return { kind: 'methodCall', target, name: nameOf(call.anyId()), arguments: parameters, safe, ...positionOf(call) };
}

function buildCall(context: MethodCallContext): Expression {
  const parameters = buildExpressions(context.expressionList());
  const at = positionOf(context);
  if (context.THIS()) return { kind: 'constructorCall', target: 'this', arguments: parameters, ...at };
  if (context.SUPER()) return { kind: 'constructorCall', target: 'super', arguments: parameters, ...at };
  const name = nameOf(context.id());
  return { kind: 'methodCall', target: null, name, arguments: parameters, safe: false, ...at };
}

type Operands = ExpressionContext & { expression(index: number): ExpressionContext };

function buildBinary(context: Operands): BinaryExpression {
  const operator = operatorText(context);
  return {
    kind: 'binary',
    operator: (operator === '<>' ? '!=' : operator) as BinaryOperator,
    left: build(context.expression(0)),
    right: build(context.expression(1)),
    ...positionOf(context)
  };
}

function buildUnary(context: ExpressionContext & { expression(): ExpressionContext }): UnaryExpression {
  const operator = operatorText(context) as UnaryExpression['operator'];
  return { kind: 'unary', operator, operand: build(context.expression()), ...positionOf(context) };
}
