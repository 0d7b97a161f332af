/**
 * Reads the tokens of a SOQL or SOSL text with some look-ahead, and words the platform's complaints: "Understand SOQL
 * Error and Functionality Changes to Update Your Code", Salesforce Winter '25 release notes, lists many of them.
 */
import type { SoqlBind, SoqlPosition } from '../ast';
import { SoqlScanner, type Embedding, type Token, type TokenType } from './scanner';
import { SoqlSyntaxError } from './syntax-error';

export class SoqlReader {
  /** Texts of the binds met so far, by index. */
  readonly binds: string[] = [];
  private readonly scanner: SoqlScanner;
  private readonly ahead: Token[] = [];

  constructor(text: string, embedding: Embedding | null) {
    this.scanner = new SoqlScanner(text, embedding);
  }

  /** The token to come, or one further on. */
  peek(distance = 0): Token {
    while (this.ahead.length <= distance) this.ahead.push(this.scanner.next());
    return this.ahead[distance] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.ahead.shift();
    return token;
  }

  /** Is the token to come (or one further on) one of these words? */
  isWord(words: string | readonly string[], distance = 0): boolean {
    const token = this.peek(distance);
    if (token.type !== 'word') return false;
    const word = token.text.toUpperCase();
    return typeof words === 'string' ? words === word : words.includes(word);
  }

  isSymbol(symbol: string, distance = 0): boolean {
    const token = this.peek(distance);
    return token.type === 'symbol' && token.text === symbol;
  }

  takeWord(...words: string[]): boolean {
    const isThere = words.every((word, index) => this.isWord(word, index));
    if (isThere) words.forEach(() => this.next());
    return isThere;
  }

  takeSymbol(symbol: string): boolean {
    const isThere = this.isSymbol(symbol);
    if (isThere) this.next();
    return isThere;
  }

  expectWord(word: string): Token {
    return this.isWord(word) ? this.next() : this.unexpected();
  }

  /** One of several words, upper-cased. */
  expectOneOf<Word extends string>(words: readonly Word[]): Word {
    if (!this.isWord(words)) return this.unexpected();
    return this.next().text.toUpperCase() as Word;
  }

  expectSymbol(symbol: string): void {
    if (this.takeSymbol(symbol)) return;
    if (symbol === ')') this.complain(`expecting a right parentheses, found ${quoted(this.peek())}`);
    if (symbol === '(') this.complain(`expecting a left parentheses, found ${quoted(this.peek())}`);
    if (symbol === '=') this.complain(`expecting an equals sign, found ${quoted(this.peek())}`);
    this.unexpected();
  }

  expect(type: TokenType): Token {
    return this.peek().type === type ? this.next() : this.unexpected();
  }

  /** A name in source spelling. */
  identifier(): string {
    return this.expect('word').text;
  }

  /** A name with dots. */
  path(): string[] {
    const parts = [this.identifier()];
    while (this.takeSymbol('.')) parts.push(this.identifier());
    return parts;
  }

  /** Items between commas. */
  list<Item>(item: () => Item): Item[] {
    const items = [item()];
    while (this.takeSymbol(',')) items.push(item());
    return items;
  }

  /** The bind to come, entered into the list of binds; null when something else comes. */
  bind(): SoqlBind | null {
    if (this.peek().type !== 'bind') return null;
    const { text, line, column } = this.next();
    this.binds.push(text);
    return { kind: 'bind', index: this.binds.length - 1, text, line, column };
  }

  position(): SoqlPosition {
    const { line, column } = this.peek();
    return { line, column };
  }

  /** Complains about the token to come. */
  unexpected(): never {
    return this.complain(`unexpected token: ${quoted(this.peek())}`);
  }

  /** @throws SoqlSyntaxError at the token to come */
  complain(message: string): never {
    const { line, column } = this.peek();
    throw new SoqlSyntaxError(message, line, column);
  }
}

function quoted(token: Token): string {
  return `'${token.text}'`;
}
