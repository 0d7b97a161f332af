/** Statements. One method per alternative of the grammar's `statement` rule. */
import type {
  BlockContext,
  CatchClauseContext,
  DoWhileStatementContext,
  EnhancedForControlContext,
  ExpressionContext,
  FinallyBlockContext,
  ForControlContext,
  ForInitContext,
  ForStatementContext,
  LocalVariableDeclarationContext,
  StatementContext,
  TryStatementContext,
  VariableDeclaratorContext,
  VariableDeclaratorsContext,
  WhileStatementContext
} from '@apexdevtools/apex-parser';
import type {
  BlockStatement,
  CatchClause,
  Expression,
  ForEachStatement,
  ForStatement,
  LocalVariablesStatement,
  Statement,
  TryStatement,
  VariableDeclarator
} from './ast';
import { dmlRules } from './build-dml';
import { buildExpression, buildExpressions } from './build-expressions';
import { buildSwitch } from './build-switch';
import { buildModifiers, buildNamedType, buildTypeReference } from './build-types';
import { builder, namedPosition, onlyChild, positionOf, type Rules } from './tree';

/** The grammar's alternatives this module answers for; a test compares them with the grammar. */
export const statementRules: Rules<Statement> = {
  ...dmlRules,
  visitStatement: (context) => build(onlyChild(context)),
  visitBlock: (context) => buildBlock(context),
  visitLocalVariableDeclarationStatement: (context) => buildLocalVariables(context.localVariableDeclaration()),
  visitExpressionStatement: (context) => ({
    kind: 'expression',
    expression: buildExpression(context.expression()),
    ...positionOf(context)
  }),
  visitIfStatement: (context) => ({
    kind: 'if',
    condition: buildExpression(context.parExpression().expression()),
    then: build(context.statement(0)),
    otherwise: optionalStatement(context.statement(1)),
    ...positionOf(context)
  }),
  visitSwitchStatement: (context) => buildSwitch(context, buildBlock),
  visitForStatement: (context) => buildFor(context),
  visitWhileStatement: (context) => ({ kind: 'while', ...loop(context), body: optionalStatement(context.statement()) }),
  visitDoWhileStatement: (context) => ({ kind: 'doWhile', ...loop(context), body: buildBlock(context.block()) }),
  visitTryStatement: (context) => buildTry(context),
  visitReturnStatement: (context) => ({
    kind: 'return',
    value: optionalExpression(context.expression()),
    ...positionOf(context)
  }),
  visitThrowStatement: (context) => ({
    kind: 'throw',
    value: buildExpression(context.expression()),
    ...positionOf(context)
  }),
  visitBreakStatement: (context) => ({ kind: 'break', ...positionOf(context) }),
  visitContinueStatement: (context) => ({ kind: 'continue', ...positionOf(context) }),
  visitRunAsStatement: (context) => ({
    kind: 'runAs',
    arguments: buildExpressions(context.expressionList()),
    body: buildBlock(context.block()),
    ...positionOf(context)
  })
};

const build = builder<Statement>(statementRules);

/** Builds one statement. */
export function buildStatement(context: StatementContext): Statement {
  return build(context);
}

/** Builds a block. */
export function buildBlock(context: BlockContext): BlockStatement {
  const end = context.RBRACE().symbol;
  return {
    kind: 'block',
    statements: context.statement_list().map(buildStatement),
    ...positionOf(context),
    endLine: end.line,
    endColumn: end.column + 1
  };
}

/** Builds the declarators of a field or local variable. */
export function buildDeclarators(context: VariableDeclaratorsContext): VariableDeclarator[] {
  return context.variableDeclarator_list().map((declarator: VariableDeclaratorContext) => ({
    ...namedPosition(declarator.id()),
    initializer: optionalExpression(declarator.expression())
  }));
}

function buildLocalVariables(context: LocalVariableDeclarationContext): LocalVariablesStatement {
  return {
    kind: 'localVariables',
    ...buildModifiers(context.modifier_list()),
    type: buildTypeReference(context.typeRef()),
    variables: buildDeclarators(context.variableDeclarators()),
    ...positionOf(context)
  };
}

function optionalStatement(context: StatementContext | null): Statement | null {
  return context ? build(context) : null;
}

function optionalExpression(context: ExpressionContext | null): Expression | null {
  return context ? buildExpression(context) : null;
}

function loop(context: WhileStatementContext | DoWhileStatementContext): {
  condition: Expression;
  line: number;
  column: number;
} {
  return { condition: buildExpression(context.parExpression().expression()), ...positionOf(context) };
}

function buildFor(context: ForStatementContext): ForStatement | ForEachStatement {
  const control = context.forControl();
  const body = optionalStatement(context.statement());
  const each = control.enhancedForControl() as EnhancedForControlContext | null;
  return each
    ? { ...forEachHead(each), body, ...positionOf(context) }
    : { ...forHead(control), body, ...positionOf(context) };
}

function forEachHead(
  context: EnhancedForControlContext
): Pick<ForEachStatement, 'kind' | 'type' | 'variable' | 'iterable'> {
  return {
    kind: 'forEach',
    type: buildTypeReference(context.typeRef()),
    variable: namedPosition(context.id()),
    iterable: buildExpression(context.expression())
  };
}

function forHead(context: ForControlContext): Pick<ForStatement, 'kind' | 'initializer' | 'condition' | 'update'> {
  return {
    kind: 'for',
    initializer: buildForInitializer(context.forInit()),
    condition: optionalExpression(context.expression()),
    update: buildExpressions(context.forUpdate()?.expressionList() ?? null)
  };
}

function buildForInitializer(context: ForInitContext | null): ForStatement['initializer'] {
  if (!context) return null;
  const declaration = context.localVariableDeclaration() as LocalVariableDeclarationContext | null;
  return declaration ? buildLocalVariables(declaration) : buildExpressions(context.expressionList());
}

function buildTry(context: TryStatementContext): TryStatement {
  const last = context.finallyBlock() as FinallyBlockContext | null;
  return {
    kind: 'try',
    body: buildBlock(context.block()),
    catches: context.catchClause_list().map(buildCatch),
    finally: last ? buildBlock(last.block()) : null,
    ...positionOf(context)
  };
}

function buildCatch(context: CatchClauseContext): CatchClause {
  return {
    type: buildNamedType(context.qualifiedName()),
    variable: namedPosition(context.id()),
    body: buildBlock(context.block()),
    ...positionOf(context)
  };
}
