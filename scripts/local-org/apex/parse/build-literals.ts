/** Literals: numbers keep what their type needs, strings lose their escapes. */
import type { ApexToken, LiteralContext } from '@apexdevtools/apex-parser';
import type { LiteralExpression, Position } from './ast';
import { textBlock } from './text-block';
import { positionOf, refuse } from './tree';

/** Builds any literal. */
export function buildLiteral(context: LiteralContext): LiteralExpression {
  const at = positionOf(context);
  const text = context.start.text;
  if (context.IntegerLiteral()) return integerLiteral(text, at);
  if (context.LongLiteral()) return longLiteral(text, at);
  if (context.NumberLiteral()) return fractionLiteral(text, at);
  if (context.StringLiteral() || context.MultilineStringLiteral()) return stringLiteral(context.start);
  if (context.BooleanLiteral())
    return { kind: 'literal', type: 'boolean', value: text.toLowerCase() === 'true', ...at };
  if (context.NULL()) return { kind: 'literal', type: 'null', value: null, ...at };
  return refuse(context);
}

/** An Integer literal from its digits (and sign). */
export function integerLiteral(text: string, at: Position): LiteralExpression {
  return { kind: 'literal', type: 'integer', value: Number(text), ...at };
}

/** A Long literal from its digits (and sign) with the trailing L. */
export function longLiteral(text: string, at: Position): LiteralExpression {
  return { kind: 'literal', type: 'long', value: text.slice(0, -1), ...at };
}

function fractionLiteral(text: string, at: Position): LiteralExpression {
  return /d$/i.test(text)
    ? { kind: 'literal', type: 'double', value: text.slice(0, -1), ...at }
    : { kind: 'literal', type: 'decimal', value: text, ...at };
}

/** A string literal of either form from its token. */
export function stringLiteral(token: ApexToken): LiteralExpression {
  const value = stringValue(token.text);
  return { kind: 'literal', type: 'string', value, line: token.line, column: token.column + 1 };
}

/** The text a string literal stands for. */
export function stringValue(source: string): string {
  return unescape(textBlock(source) ?? source.slice(1, -1));
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

/**
 * Resolves the escapes of Apex strings: Apex Developer Guide, "Primitive Data Types", String
 * (https://developer.salesforce.com/docs/atlas.en-us.apexcode.meta/apexcode/langCon_apex_primitives.htm).
 */
function unescape(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, letter: string) =>
    code === undefined ? (escapes[letter.toLowerCase()] ?? letter) : String.fromCharCode(parseInt(code, 16))
  );
}
