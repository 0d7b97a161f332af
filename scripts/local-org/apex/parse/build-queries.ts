/**
 * Queries in Apex code. SOQL has one parser, shared with query strings; what only the Apex parser knows is where the
 * bind expressions end.
 */
import type {
  ApexParserRuleContext,
  BoundExpressionContext,
  ExpressionContext,
  SoqlLiteralContext,
  SoslLiteralContext
} from '@apexdevtools/apex-parser';
import { parseSoql } from '../../database/soql/parse';
import { parseSosl } from '../../database/soql/parse/sosl';
import type { Embedding } from '../../database/soql/parse/scanner';
import type { Expression, SoqlExpression, SoslExpression } from './ast';
import { positionOf } from './tree';

type BuildExpression = (context: ExpressionContext) => Expression;

/**
 * Builds `[SELECT ...]`; the expression builder is passed in, because queries are expressions with expressions.
 * @throws SoqlSyntaxError where the grammar is laxer than SOQL
 */
export function buildSoql(context: SoqlLiteralContext, build: BuildExpression): SoqlExpression {
  const { text, embedding, binds } = embedded(context, build);
  return { kind: 'soql', query: parseSoql(text, embedding), binds, ...positionOf(context) };
}

/** Builds `[FIND ...]`. */
export function buildSosl(context: SoslLiteralContext, build: BuildExpression): SoslExpression {
  const { text, embedding, binds } = embedded(context, build);
  return { kind: 'sosl', query: parseSosl(text, embedding), binds, ...positionOf(context) };
}

interface EmbeddedQuery {
  text: string;
  embedding: Embedding;
  binds: Expression[];
}

/** The text between the brackets, and the places of the binds in it. */
function embedded(context: ApexParserRuleContext, build: BuildExpression): EmbeddedQuery {
  const { line, column } = positionOf(context);
  const query: EmbeddedQuery = { text: '', embedding: { line, column: column + 1, binds: [] }, binds: [] };
  let next = context.start.start + 1;
  for (const bind of boundExpressions(context)) {
    query.text += sourceText(context, next, bind.start.start - 1);
    const source = sourceText(context, bind.start.start, stopOf(bind));
    query.embedding.binds.push({ start: query.text.length, end: query.text.length + source.length });
    query.binds.push(build(bind.expression()));
    query.text += source;
    next = stopOf(bind) + 1;
  }
  query.text += sourceText(context, next, stopOf(context) - 1);
  return query;
}

/** The lexer counts in code points, so texts are cut by the lexer's own input, not from a JavaScript string. */
function sourceText(context: ApexParserRuleContext, from: number, to: number): string {
  return to < from ? '' : context.start.getInputStream().getText(from, to);
}

function stopOf(context: ApexParserRuleContext): number {
  return (context.stop ?? context.start).stop;
}

/** The binds of a query in source order; queries inside bind expressions have their own. */
function boundExpressions(context: ApexParserRuleContext): BoundExpressionContext[] {
  return (context.children ?? []).flatMap((child) => {
    if (!('ruleIndex' in child)) return [];
    const rule = child as unknown as ApexParserRuleContext;
    return isBoundExpression(rule) ? [rule] : boundExpressions(rule);
  });
}

function isBoundExpression(context: ApexParserRuleContext): context is BoundExpressionContext {
  return 'COLON' in context && 'expression' in context && context.getChildCount() === 2;
}
