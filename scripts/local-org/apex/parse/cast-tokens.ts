/**
 * `(a) - b` is a subtraction and `(Integer) - b` a cast, but to the grammar both are a cast of a signed value. A sign
 * behind parentheses can only belong to a cast when the type has signed values, so where the name in parentheses is no
 * such type, the parentheses are doubled: `((a)) - b` has one reading.
 */
import { ApexParser, type ApexToken, type ApexTokenStream } from '@apexdevtools/apex-parser';

const signedTypes = new Set(['integer', 'long', 'double', 'decimal', 'object']);

/** Changes the tokens of a stream that was not read from yet. */
export function separateArithmeticFromCasts(stream: ApexTokenStream): void {
  stream.fill();
  const tokens = stream.tokens as ApexToken[];
  const doubled = parenthesesToDouble(tokens.filter((token) => token.channel === 0));
  if (doubled.size === 0) return;
  stream.tokens = tokens.flatMap((token) => (doubled.has(token) ? [token, token.clone()] : [token]));
  (stream.tokens as ApexToken[]).forEach((token, index) => (token.tokenIndex = index));
}

function parenthesesToDouble(tokens: ApexToken[]): Set<ApexToken> {
  const found = new Set<ApexToken>();
  tokens.forEach((sign, index) => {
    if (sign.type !== ApexParser.ADD && sign.type !== ApexParser.SUB) return;
    const open = openingOfName(tokens, index - 1);
    if (open === null || isCallOrCast(tokens, open, index)) return;
    found.add(tokens[open] as ApexToken).add(tokens[index - 1] as ApexToken);
  });
  return found;
}

/** Index of the parenthesis that opens `(a.b.c)`, given the one that closes it. */
function openingOfName(tokens: ApexToken[], close: number): number | null {
  if (tokens[close]?.type !== ApexParser.RPAREN) return null;
  let index = close - 1;
  while (isWord(tokens[index]) && tokens[index - 1]?.type === ApexParser.DOT) index -= 2;
  return isWord(tokens[index]) && tokens[index - 1]?.type === ApexParser.LPAREN ? index - 1 : null;
}

function isWord(token: ApexToken | undefined): boolean {
  return token !== undefined && /^[a-z_]/i.test(token.text);
}

function isCallOrCast(tokens: ApexToken[], open: number, sign: number): boolean {
  const isCall = tokens[open - 1]?.type === ApexParser.Identifier;
  const typeName = (tokens[sign - 2] as ApexToken).text.toLowerCase();
  return isCall || signedTypes.has(typeName);
}
