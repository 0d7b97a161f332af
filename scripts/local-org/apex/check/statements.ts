/** Types statements: the entry point, and the kinds that need few words. */
import type {
  BlockStatement,
  LocalVariablesStatement,
  Position,
  ReturnStatement,
  RunAsStatement,
  Statement,
  ThrowStatement,
  TryStatement
} from '../parse/ast';
import type { BoundBlock, BoundCatch, BoundStatement } from '../bound/statements';
import { resolveOrReport } from '../symbols/resolve';
import { T, isUnknown, told, type Type } from '../symbols/types';
import { annotationProblems } from './annotation-rules';
import type { BodyContext } from './context';
import { ancestorNamed, convertTo, inheritanceDistance, singleRecord } from './conversions';
import { bindDml, bindMerge } from './dml';
import { bindCondition, bindExpression, bindForEffect } from './expressions';
import { modifierProblem } from './modifier-rules';
import { bindDoWhile, bindFor, bindForEach, bindWhile } from './loops';
import { bindSwitch } from './switches';

/** Types a block in a scope of its own. */
export function bindBlock(context: BodyContext, block: BlockStatement): BoundBlock {
  const statements = context.inScope(() => block.statements.flatMap((statement) => bindStatements(context, statement)));
  return { kind: 'block', line: block.line, endLine: block.endLine, statements };
}

/** Types a statement; a declaration of several variables gives several. */
function bindStatements(context: BodyContext, statement: Statement): BoundStatement[] {
  if (statement.kind === 'localVariables') return bindLocals(context, statement);
  return [bindStatement(context, statement)];
}

/** Types the body of a loop or branch, which has a scope of its own. */
export function bindBody(context: BodyContext, statement: Statement): BoundStatement {
  if (statement.kind === 'block') return bindBlock(context, statement);
  const statements = context.inScope(() => bindStatements(context, statement));
  return { kind: 'block', line: statement.line, endLine: statement.line, statements };
}

function bindStatement(context: BodyContext, statement: Exclude<Statement, LocalVariablesStatement>): BoundStatement {
  const { line } = statement;
  switch (statement.kind) {
    case 'block':
      return bindBlock(context, statement);
    case 'expression':
      return { kind: 'expression', expression: bindForEffect(context, statement.expression), line };
    case 'if':
      return {
        kind: 'if',
        condition: bindCondition(context, statement.condition),
        then: bindBody(context, statement.then),
        otherwise: statement.otherwise && bindBody(context, statement.otherwise),
        line
      };
    case 'for':
      return bindFor(context, statement);
    case 'forEach':
      return bindForEach(context, statement);
    case 'while':
      return bindWhile(context, statement);
    case 'doWhile':
      return bindDoWhile(context, statement);
    case 'return':
      return bindReturn(context, statement);
    case 'throw':
      return bindThrow(context, statement);
    case 'break':
    case 'continue':
      if (context.loopDepth === 0)
        context.report(statement, `${capitalised(statement.kind)} statement must be in loop`);
      return { kind: statement.kind, line };
    case 'try':
      return bindTry(context, statement);
    case 'switch':
      return bindSwitch(context, statement);
    case 'dml':
      return bindDml(context, statement);
    case 'merge':
      return bindMerge(context, statement);
    case 'runAs':
      return bindRunAs(context, statement);
  }
}

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

/** Types the variables of one declaration, each visible to the next. */
export function bindLocals(context: BodyContext, statement: LocalVariablesStatement): BoundStatement[] {
  const type = resolveOrReport(context.project, statement.type, context.owner, context.owner);
  refuseModifiers(context, statement);
  return statement.variables.map((variable) => {
    const value = variable.initializer && bindExpression(context, variable.initializer);
    const initializer = value && convertTo(context, value, type, variable);
    const local = context.declare(variable.name, type, variable, { isAssigned: initializer !== null });
    if (initializer) local.assigned?.push(initializer);
    return { kind: 'local', local, initializer, line: variable.line } as const;
  });
}

function refuseModifiers(context: BodyContext, { modifiers, annotations, variables }: LocalVariablesStatement): void {
  const { kind, apiVersion } = context.owner.unit;
  if (kind !== 'class' || modifiers.length + annotations.length === 0) return;
  for (const { annotation, message } of annotationProblems('locals', annotations)) context.report(annotation, message);
  const problem = modifierProblem('locals', modifiers, apiVersion);
  if (problem) context.report(variables[0]!, problem);
}

function bindReturn(context: BodyContext, statement: ReturnStatement): BoundStatement {
  const { returnType } = context;
  const { line } = statement;
  if (context.isBlock) context.report(statement, 'Return must be called from a method');
  if (!statement.value) {
    if (returnType !== T.void)
      context.report(statement, `Missing return statement required return type: ${told(returnType)}`);
    const value = context.isConstructor ? ({ kind: 'this', type: context.owner.type, line } as const) : null;
    return { kind: 'return', value, line };
  }
  const value = bindExpression(context, statement.value);
  if (returnType === T.void) {
    context.report(
      statement,
      context.isConstructor ? 'Constructors must not return a value' : 'Void method must not return a value'
    );
    return { kind: 'return', value: null, line };
  }
  const message = (from: Type, to: Type): string => `Illegal conversion from ${told(from)} to ${told(to)}`;
  return { kind: 'return', value: convertTo(context, value, returnType, statement, message), line };
}

function bindThrow(context: BodyContext, statement: ThrowStatement): BoundStatement {
  const value = bindExpression(context, statement.value);
  requireException(context, value.type, statement, 'Throw expression must be of type exception');
  return { kind: 'throw', value, line: statement.line };
}

function requireException(
  context: BodyContext,
  type: Type,
  position: { line: number; column: number },
  message: string
): void {
  if (isUnknown(type) || type === T.null || ancestorNamed(context.project, type, 'Exception')) return;
  context.report(position, `${message}: ${told(type)}`);
}

function bindTry(context: BodyContext, statement: TryStatement): BoundStatement {
  const body = bindBlock(context, statement.body);
  const caught: Type[] = [];
  const catches = statement.catches.map((clause): BoundCatch => {
    const type = resolveOrReport(context.project, clause.type, context.owner, context.owner);
    requireException(context, type, clause, 'Catch block variable must be of type exception');
    refuseCaught(context, type, caught, clause);
    caught.push(type);
    return context.inScope(() => {
      const local = context.declare(clause.variable.name, type, clause.variable);
      return { type, local, body: bindBlock(context, clause.body), line: clause.line };
    });
  });
  return {
    kind: 'try',
    body,
    catches,
    finally: statement.finally && bindBlock(context, statement.finally),
    line: statement.line
  };
}

/** "Exception Statements": a clause behind one that catches as much is never reached. */
function refuseCaught(context: BodyContext, type: Type, caught: readonly Type[], clause: Position): void {
  const isCaught = caught.some(
    (earlier) => earlier === type || inheritanceDistance(context.project, type, earlier) >= 0
  );
  if (isCaught && !isUnknown(type)) context.report(clause, `Exception type already caught: ${told(type)}`);
}

function bindRunAs(context: BodyContext, statement: RunAsStatement): BoundStatement {
  const values = statement.arguments.map((argument) => bindExpression(context, argument));
  const user = values[0];
  const isUser =
    user &&
    (isUnknown(user.type) || /^(?:User|SObject|Version)$/.test(user.type.name) || singleRecord(user, T.sobject));
  if (values.length !== 1 || !isUser) {
    context.report(statement, "runAs requires a single argument of type 'User' or 'Version'");
  }
  return { kind: 'runAs', user: user!, body: bindBlock(context, statement.body), line: statement.line };
}
