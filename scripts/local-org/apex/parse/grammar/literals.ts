/** Literals: numbers keep what their type needs, strings lose their escapes. */
import type { LiteralExpression, Position } from '../ast';
import { stringValue } from './strings';
import type { Token } from './token';
import type { TokenReader } from './token-reader';

/** Reads a literal if one is to come. */
export function readLiteral(reader: TokenReader): LiteralExpression | null {
  const literal = literalOf(reader.token);
  if (literal) reader.next();
  return literal;
}

/** Reads a literal where only one can stand. */
export function expectLiteral(reader: TokenReader): LiteralExpression {
  return readLiteral(reader) ?? reader.unexpected();
}

function literalOf({ type, text, line, column }: Token): LiteralExpression | null {
  const at = { line, column };
  switch (type) {
    case 'string literal':
      return { kind: 'literal', type: 'string', value: stringValue(text), ...at };
    case 'null':
      return { kind: 'literal', type: 'null', value: null, ...at };
    case 'true':
    case 'false':
      return { kind: 'literal', type: 'boolean', value: type === 'true', ...at };
    case 'fraction literal':
      return fractionLiteral(text, at);
    default:
      return wholeLiteral(type, text, at);
  }
}

function fractionLiteral(text: string, at: Position): LiteralExpression {
  return /d$/i.test(text)
    ? { kind: 'literal', type: 'double', value: text.slice(0, -1), ...at }
    : { kind: 'literal', type: 'decimal', value: text, ...at };
}

/** An Integer or Long from its digits (and sign); null for any other type of token. */
export function wholeLiteral(type: string, text: string, at: Position): LiteralExpression | null {
  if (type === 'integer literal') return { kind: 'literal', type: 'integer', value: Number(text), ...at };
  if (type === 'long literal') return { kind: 'literal', type: 'long', value: text.slice(0, -1), ...at };
  return null;
}
