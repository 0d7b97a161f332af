/** What the lexer cuts a source into. */
import type { Position } from '../ast';
import type { Word } from './words';

/** Separators and operators. `>>` and `<<` are read sign by sign, because `>` also closes type arguments. */
export const symbols = [
  ...(['>>>=', '>>=', '<<=', '===', '!==', '==', '!=', '<>', '<=', '>=', '=>', '&&', '||', '??', '?.'] as const),
  ...(['++', '--', '+=', '-=', '*=', '/=', '&=', '|=', '^=', '(', ')', '{', '}', '[', ']', ';', ',', '.'] as const),
  ...(['=', '<', '>', '!', '~', '?', ':', '+', '-', '*', '/', '&', '|', '^', '@'] as const)
];

/** What a literal is, by its spelling alone; `moment` is a date, time or date-time of SOQL. */
export type LiteralType = 'integer literal' | 'long literal' | 'fraction literal' | 'string literal' | 'moment';

/** A word, `name` for any other identifier, the kind of a literal, or a symbol as it is written. */
export type TokenType = Word | LiteralType | (typeof symbols)[number] | 'name' | 'end of file';

export interface Token extends Position {
  readonly type: TokenType;
  /** As written. */
  readonly text: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
}
