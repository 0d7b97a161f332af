/**
 * Cuts a SOQL or SOSL text into tokens. Binds are one token: in a query string `:name` or `:a.b`, in Apex code whatever
 * range the Apex parser found.
 */
import { textBlock } from './text-block';
import type { SoqlPosition } from '../ast';
import { isPossibleMoment } from './moments';
import { unescapeSoql } from './strings';
import { SoqlSyntaxError } from './syntax-error';

export type TokenType = 'word' | 'number' | 'string' | 'date' | 'time' | 'datetime' | 'symbol' | 'bind' | 'end';

export interface Token extends SoqlPosition {
  type: TokenType;
  /** As written; of a bind, the expression without colon; of a string, the unescaped text. */
  text: string;
}

/** Where a text stands in Apex source. */
export interface Embedding extends SoqlPosition {
  /** Offsets of the binds in the text: of the colon, and behind the expression. */
  binds: { start: number; end: number }[];
}

const patterns: [TokenType, RegExp][] = [
  ['datetime', /\d{4}-\d{2}-\d{2}t\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})/iy],
  ['date', /\d{4}-\d{2}-\d{2}(?![\dt])/iy],
  ['time', /\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?/iy],
  ['number', /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy],
  ['word', /[a-z_]\w*/iy],
  ['string', /'(?:[^'\\]|\\.)*'/sy],
  ['symbol', /!=|<>|<=|>=|[=<>(),.:]/y]
];

const multilineString = /'''(?:\r\n|\r|\n)(?:[^'\\]|\\.|'(?!''))*'''/sy;
const blank = /\s+/y;
const blankOrComment = /(?:\s+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)+/y;
/** A key of `Database.queryWithBinds` may hold a dollar sign: public code that passes on the platform names them so. */
const dynamicBind = /:\s*([a-z_][\w$]*(?:\s*\.\s*[a-z_][\w$]*)*)(\s*[([])?/iy;

/** Reads tokens one after the other. */
export class SoqlScanner {
  private readonly text: string;
  private readonly embedding: Embedding | null;
  private offset = 0;
  private line: number;
  /** Offset at which the current line starts; negative when the text starts in the middle of a line. */
  private lineStart: number;

  constructor(text: string, embedding: Embedding | null) {
    this.text = text;
    this.embedding = embedding;
    this.line = embedding?.line ?? 1;
    this.lineStart = 1 - (embedding?.column ?? 1);
  }

  /**
   * The next token; at the end of the text, tokens of type `end`.
   * @throws SoqlSyntaxError for a character that starts no token and for an unclosed string
   */
  next(): Token {
    this.skipBlank();
    const at = { line: this.line, column: this.offset - this.lineStart + 1 };
    if (this.offset >= this.text.length) return { type: 'end', text: '<EOF>', ...at };
    return this.bind(at) ?? this.multiline(at) ?? this.plain(at) ?? this.refuse(at);
  }

  private skipBlank(): void {
    const skipped = this.match(this.embedding ? blankOrComment : blank);
    if (skipped) this.advance(skipped[0]);
  }

  private bind(at: SoqlPosition): Token | null {
    if (this.text[this.offset] !== ':') return null;
    return this.embedding ? this.embeddedBind(this.embedding, at) : this.dynamicBind(at);
  }

  private embeddedBind(embedding: Embedding, at: SoqlPosition): Token | null {
    const range = embedding.binds.find((bind) => bind.start === this.offset);
    if (!range) return null;
    const source = this.text.slice(range.start, range.end);
    this.advance(source);
    return { type: 'bind', text: source.slice(1).trim(), ...at };
  }

  private dynamicBind(at: SoqlPosition): Token | null {
    const found = this.match(dynamicBind);
    if (!found) return null;
    if (found[2]) throw this.error('Only variable references are allowed in dynamic SOQL/SOSL.', at);
    this.advance(found[0]);
    return { type: 'bind', text: (found[1] as string).replace(/\s+/g, ''), ...at };
  }

  private multiline(at: SoqlPosition): Token | null {
    const source = this.match(multilineString)?.[0];
    if (source === undefined) return null;
    this.advance(source);
    return { type: 'string', text: this.unescape(textBlock(source) ?? '', at), ...at };
  }

  private plain(at: SoqlPosition): Token | null {
    for (const [type, pattern] of patterns) {
      const source = this.match(pattern)?.[0];
      if (source === undefined) continue;
      this.advance(source);
      if (!isPossibleMoment(type, source)) throw this.error(`Invalid ${type}: ${source}`, at);
      return { type, text: type === 'string' ? this.unescape(source.slice(1, -1), at) : source, ...at };
    }
    return null;
  }

  private unescape(text: string, at: SoqlPosition): string {
    const value = unescapeSoql(text);
    if (value === null) throw this.error(`line ${at.line}:${at.column - 1} unexpected token: '\\'`, at);
    return value;
  }

  private refuse(at: SoqlPosition): never {
    const character = this.text[this.offset] as string;
    if (character === "'") {
      throw this.error(`line ${at.line}:${this.text.length} mismatched character '<EOF>' expecting '''`, at);
    }
    throw this.error(`line ${at.line}:${at.column - 1} unexpected token: '${character}'`, at);
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.offset;
    return pattern.exec(this.text);
  }

  private advance(source: string): void {
    for (const lineBreak of source.matchAll(/\r\n|\r|\n/g)) {
      this.line += 1;
      this.lineStart = this.offset + lineBreak.index + lineBreak[0].length;
    }
    this.offset += source.length;
  }

  private error(message: string, at: SoqlPosition): SoqlSyntaxError {
    return new SoqlSyntaxError(message, at.line, at.column);
  }
}
