/** Reads the tokens of a source one after the other, with any look-ahead. */
import type { Position } from '../ast';
import { tokensOf } from './lexer';
import { expecting, extra, missing, unexpected } from './syntax-error';
import type { Token, TokenType } from './token';
import { canBeMemberName, canBeName, type Word } from './words';

/** Tokens that can be behind a left-out semicolon: what ends a block, and names, which start statements. */
function canFollowSemicolon({ type }: Token): boolean {
  return type === '}' || canBeName(type);
}

/** Words that start statements: the platform does not see that they may follow what a semicolon is missing behind. */
const statementWords: ReadonlySet<string> = new Set<Word>([
  ...(['if', 'for', 'while', 'do', 'try', 'return', 'throw', 'break', 'continue'] as const),
  ...(['insert', 'update', 'upsert', 'delete', 'undelete', 'merge'] as const)
]);

export class TokenReader {
  readonly source: string;
  private readonly tokens: readonly Token[];
  private index = 0;
  /** How many queries the reader is inside of: there words behind an expression are clauses. */
  private queries = 0;

  /** @throws ApexSyntaxError for what cannot be part of Apex */
  constructor(source: string) {
    this.source = source;
    this.tokens = tokensOf(source);
  }

  /** The token to come. */
  get token(): Token {
    return this.tokens[this.index] as Token;
  }

  /** The type of the token to come. */
  get type(): TokenType {
    return this.token.type;
  }

  /** A token further on; behind the last one, the last one. */
  ahead(distance: number): Token {
    return this.tokens[Math.min(this.index + distance, this.tokens.length - 1)] as Token;
  }

  /** The token that was read last. */
  get previous(): Token {
    return this.tokens[Math.max(this.index - 1, 0)] as Token;
  }

  /** Where the token to come starts. */
  get position(): Position {
    const { line, column } = this.token;
    return { line, column };
  }

  /** Reads any token. */
  next(): Token {
    const { token } = this;
    if (this.index < this.tokens.length - 1) this.index += 1;
    return token;
  }

  /** Reads a token if it is the one to come. */
  take(type: TokenType): boolean {
    const isThere = this.type === type;
    if (isThere) this.next();
    return isThere;
  }

  /** Reads the only token that can stand here. */
  expect(type: TokenType): Token {
    if (this.type === type) return this.next();
    const found = this.shown();
    if (this.ahead(1).type === type) throw extra(type, found, this.token);
    if (type === ';' && statementWords.has(this.type)) throw unexpected(found, this.token);
    if (type === ';' && canFollowSemicolon(this.token)) throw missing(type, found, this.token);
    throw expecting(type, found, this.token);
  }

  /** Reads a name of a variable, method or type. */
  name(): Token {
    return canBeName(this.type) ? this.next() : this.unexpected();
  }

  /** Reads a name behind a dot. */
  memberName(): Token {
    return canBeMemberName(this.type) ? this.next() : this.unexpected();
  }

  /** Reads what a function reads, and more of it as long as there are commas. */
  list<Item>(read: () => Item): Item[] {
    const items = [read()];
    while (this.take(',')) items.push(read());
    return items;
  }

  /** Reads with words behind expressions taken as clauses of a query. */
  insideQuery<Result>(read: () => Result): Result {
    this.queries += 1;
    try {
      return read();
    } finally {
      this.queries -= 1;
    }
  }

  get isInsideQuery(): boolean {
    return this.queries > 0;
  }

  /** @throws ApexSyntaxError always, for the token to come */
  unexpected(): never {
    throw unexpected(this.shown(), this.token);
  }

  /** The token to come as complaints show it: a name with all that hangs on it by dots. */
  private shown(): string {
    if (this.type === 'end of file') return '<EOF>';
    let { end } = this.token;
    if (!canBeName(this.type)) return this.token.text;
    for (let distance = 1; this.isDotAndName(distance); distance += 2) end = this.ahead(distance + 1).end;
    return this.source.slice(this.token.start, end);
  }

  private isDotAndName(distance: number): boolean {
    return this.ahead(distance).type === '.' && canBeMemberName(this.ahead(distance + 1).type);
  }
}
