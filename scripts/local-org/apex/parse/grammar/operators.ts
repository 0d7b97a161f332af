/** The operators between two operands, and how tightly they bind. */
import type { BinaryOperator } from '../ast';
import type { TokenReader } from './token-reader';

/** An operator as the tree names it. */
export interface Operator {
  readonly operator: BinaryOperator | 'instanceof';
  /** The higher, the tighter. */
  readonly precedence: number;
  /** Of how many tokens it consists. */
  readonly tokens: number;
}

/** From loose to tight. */
const levels: readonly (readonly (BinaryOperator | 'instanceof' | '<>')[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!=', '<>', '===', '!=='],
  ['instanceof'],
  ['<', '>', '<=', '>='],
  ['<<', '>>', '>>>'],
  ['+', '-'],
  ['*', '/']
];

const operators = new Map<string, Operator>(
  levels.flatMap((level, precedence) =>
    level.map((spelling) => {
      const operator = spelling === '<>' ? '!=' : spelling;
      return [spelling, { operator, precedence, tokens: /^(?:<<|>>>?)$/.test(spelling) ? spelling.length : 1 }];
    })
  )
);

/**
 * The operator to come; undefined when something else is. White space may stand inside comparisons and shifts
 * (`a > = b`, `a > > b`), as the open Apex grammar has it and public code that compiles on the platform writes it.
 */
export function operatorAhead(reader: TokenReader): Operator | undefined {
  const { type } = reader;
  if (type !== '<' && type !== '>') return operators.get(type);
  const orEqual = reader.ahead(1).type === '=' ? operators.get(`${type}=`) : undefined;
  return orEqual ? { ...orEqual, tokens: 2 } : operators.get(type.repeat(signsAhead(reader)));
}

/** How often the sign to come is there. */
function signsAhead(reader: TokenReader): number {
  let count = 1;
  while (reader.ahead(count).type === reader.type) count += 1;
  return count;
}
