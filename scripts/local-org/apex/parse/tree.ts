/** Small helpers over the tree of the ANTLR parser. Types only: the parser module itself is loaded by `antlr.ts`. */
import type { ApexParserRuleContext, ApexParserVisitor, ApexToken } from '@apexdevtools/apex-parser';
import { NotModeled } from '../../platform/not-modeled';
import type { Position } from './ast';

/** The methods of a parser visitor for the rules one builder module answers for. */
export type Rules<Result> = Pick<ApexParserVisitor<Result>, Exclude<keyof ApexParserVisitor<Result>, VisitorBase>>;

type VisitorBase = 'visit' | 'visitChildren' | 'visitTerminal' | 'visitErrorNode';

/**
 * Makes a visitor that builds syntax nodes and refuses every rule or alternative it was given no method for, so that
 * nothing of the source is dropped silently.
 * @throws NotModeled (when used) for a rule without a method
 */
export function builder<Result>(rules: Rules<Result>): (context: ApexParserRuleContext) => Result {
  const visitor = {
    ...rules,
    visitChildren(context: ApexParserRuleContext): never {
      return refuse(context);
    }
  } as unknown as ApexParserVisitor<Result>;
  return (context) => acceptBy(context, visitor);
}

function acceptBy<Result>(context: ApexParserRuleContext, visitor: ApexParserVisitor<Result>): Result {
  return (context as unknown as { accept(by: ApexParserVisitor<Result>): Result }).accept(visitor);
}

/**
 * Refuses a construct the grammar knows and this builder does not.
 * @throws NotModeled always
 */
export function refuse(context: ApexParserRuleContext): never {
  const { line, column } = positionOf(context);
  const rule = context.constructor.name.replace(/Context$/, '');
  throw new NotModeled(`Apex syntax '${rule}' at line ${line}, column ${column}`);
}

/** The only child of a rule that merely chooses between alternatives. */
export function onlyChild(context: ApexParserRuleContext): ApexParserRuleContext {
  return context.getChild(0) as ApexParserRuleContext;
}

/** Where a rule starts. ANTLR counts columns from 0, this tree from 1. */
export function positionOf(context: ApexParserRuleContext): Position {
  return tokenPosition(context.start);
}

/** Where a token starts. */
export function tokenPosition(token: ApexToken): Position {
  return { line: token.line, column: token.column + 1 };
}

/** Spelling of an identifier rule: always one token. */
export function nameOf(identifier: ApexParserRuleContext): string {
  return identifier.start.text;
}

/** A name with its position. */
export function namedPosition(identifier: ApexParserRuleContext): Position & { name: string } {
  return { name: nameOf(identifier), ...positionOf(identifier) };
}

/** Text of the operator between two operands: all tokens between the first and the second child rule. */
export function operatorText(context: ApexParserRuleContext): string {
  return (context.children ?? [])
    .filter((child) => !('ruleIndex' in child))
    .map((child) => child.getText())
    .join('');
}
