/** Cuts Apex source into tokens; white space and comments leave none. */
import type { Position } from '../ast';
import { ApexSyntaxError, illegalCharacter } from './syntax-error';
import { endOfString } from './strings';
import { symbols, type LiteralType, type Token, type TokenType } from './token';
import { wordType } from './words';

/**
 * The tokens of a source, the last of type `end of file`.
 * @throws ApexSyntaxError for what cannot be part of Apex
 */
export function tokensOf(source: string): Token[] {
  return new Lexer(source).all();
}

const blank = /(?:[ \t\r\f]+|\/\/[^\r\n]*)+/y;
const identifier = /[a-z_]\w*/iy;
const number = /(\d*\.\d+d?)|(\d+l)|\d+/iy;
const moment =
  /\d{4}-\d{2}-\d{2}(?:t\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:z|[+-]\d+(?::\d+)?))?|\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:z|[+-]\d+(?::\d+)?)/iy;

const symbolsByFirst = new Map<string, (typeof symbols)[number][]>();
for (const symbol of symbols) {
  const first = symbol[0] as string;
  symbolsByFirst.set(first, [...(symbolsByFirst.get(first) ?? []), symbol]);
}

const byteOrderMark = '\uFEFF';

class Lexer {
  private readonly source: string;
  private readonly tokens: Token[] = [];
  private offset = 0;
  private line = 1;
  private lineStart = 0;

  constructor(source: string) {
    this.source = source;
    if (source.startsWith(byteOrderMark)) this.offset = this.lineStart = 1;
  }

  all(): Token[] {
    while (this.skipBlank()) this.readToken();
    this.push('end of file', this.offset);
    return this.tokens;
  }

  /** Whether anything comes behind the white space and the comments. */
  private skipBlank(): boolean {
    for (;;) {
      const character = this.source[this.offset];
      if (character === undefined) return false;
      if (character === '\n') this.countLine(this.offset++);
      else if (this.source.startsWith('/*', this.offset)) this.skipComment();
      else if (!this.skip(blank)) return true;
    }
  }

  private countLine(offset: number): void {
    this.line += 1;
    this.lineStart = offset + 1;
  }

  private skipComment(): void {
    const close = this.source.indexOf('*/', this.offset + 2);
    if (close < 0) throw new ApexSyntaxError("Missing closing mark '*/' on multi-line comment.", this.position());
    this.countLines(this.offset, close);
    this.offset = close + 2;
  }

  private countLines(from: number, to: number): void {
    for (let at = this.source.indexOf('\n', from); at >= 0 && at < to; at = this.source.indexOf('\n', at + 1)) {
      this.countLine(at);
    }
  }

  private position(): Position {
    return { line: this.line, column: this.offset - this.lineStart + 1 };
  }

  private readToken(): void {
    const code = this.source.charCodeAt(this.offset);
    if (isLetter(code)) return this.readWord();
    if (code === 39) return this.readString(); // '
    if (isDigit(code) || (code === 46 && isDigit(this.source.charCodeAt(this.offset + 1)))) return this.readNumber();
    const symbol = symbolsByFirst.get(this.source[this.offset] as string)?.find(this.isHere);
    if (symbol === undefined) throw illegalCharacter(this.character(), this.position());
    this.push(symbol, this.offset + symbol.length);
  }

  private readonly isHere = (symbol: string): boolean =>
    symbol.length === 1 || this.source.startsWith(symbol, this.offset);

  /** The character here, or the word of other letters than Apex knows that begins with it. */
  private character(): string {
    return /^(?:[\p{L}\p{N}_]+|.)/su.exec(this.source.slice(this.offset, this.offset + 100))?.[0] ?? '';
  }

  private readWord(): void {
    const end = this.endOf(identifier);
    this.push(wordType(this.source.slice(this.offset, end)), end);
  }

  private readNumber(): void {
    if (this.skipTo(moment)) return this.push('moment', moment.lastIndex);
    number.lastIndex = this.offset;
    const [, fraction, long] = number.exec(this.source) as RegExpExecArray;
    this.push(numberType(fraction, long), number.lastIndex);
  }

  private readString(): void {
    const end = endOfString(this.source, this.offset, this.position());
    const start = this.offset;
    this.push('string literal', end);
    this.countLines(start, end);
  }

  private push(type: TokenType, end: number): void {
    const { line, offset: start } = this;
    this.tokens.push({
      type,
      text: this.source.slice(start, end),
      line,
      column: start - this.lineStart + 1,
      start,
      end
    });
    this.offset = end;
  }

  private endOf(pattern: RegExp): number {
    pattern.lastIndex = this.offset;
    pattern.test(this.source);
    return pattern.lastIndex;
  }

  private skipTo(pattern: RegExp): boolean {
    pattern.lastIndex = this.offset;
    return pattern.test(this.source);
  }

  private skip(pattern: RegExp): boolean {
    const isFound = this.skipTo(pattern);
    if (isFound) this.offset = pattern.lastIndex;
    return isFound;
  }
}

function numberType(fraction: string | undefined, long: string | undefined): LiteralType {
  if (fraction !== undefined) return 'fraction literal';
  return long === undefined ? 'integer literal' : 'long literal';
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
