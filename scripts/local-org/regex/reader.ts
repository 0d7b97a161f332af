/** The text of a Java regular expression, read character by character. */
import type { JavaFlags } from './translate';

/** What Java's `PatternSyntaxException` says. */
export class PatternSyntaxError extends Error {
  constructor(description: string, pattern: string, index: number) {
    const caret = index < pattern.length ? `\n${' '.repeat(Math.max(index, 0))}^` : '';
    super(`${description} near index ${index}\n${pattern}${caret}`);
    this.name = 'PatternSyntaxError';
  }
}

/** A quantifier as written, without the `+` of a possessive one. */
export interface Quantifier {
  readonly text: string;
  readonly possessive: boolean;
  /** May match more than once. */
  readonly repeats: boolean;
  /** May match nothing. */
  readonly optional: boolean;
}

const CONTROL_ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', a: '\u0007', e: '\u001b' };

const FLAG_NAMES: Record<string, keyof JavaFlags> = {
  i: 'caseInsensitive',
  m: 'multiline',
  s: 'dotAll',
  x: 'comments',
  d: 'unixLines',
  u: 'unicodeCase'
};

export class PatternReader {
  private readonly characters: string[];
  private readonly pattern: string;
  private readonly skipsComments: () => boolean;
  private position = 0;

  constructor(pattern: string, skipsComments: () => boolean) {
    this.pattern = pattern;
    this.characters = [...pattern];
    this.skipsComments = skipsComments;
  }

  atEnd(): boolean {
    return this.peek() === '';
  }

  /** The next character that counts, or an empty text at the end. */
  peek(): string {
    if (this.skipsComments()) this.skipComments();
    return this.characters[this.position] ?? '';
  }

  next(): string {
    const character = this.peek();
    this.position += 1;
    return character;
  }

  take(character: string): boolean {
    const isIt = this.peek() === character;
    if (isIt) this.position += 1;
    return isIt;
  }

  /** Takes a text whose characters stand side by side. */
  takeText(text: string): boolean {
    const isIt = this.characters.slice(this.position, this.position + text.length).join('') === text;
    if (isIt) this.position += text.length;
    return isIt;
  }

  /** Whether a text comes next, side by side. */
  startsWith(text: string): boolean {
    this.peek();
    return this.characters.slice(this.position, this.position + text.length).join('') === text;
  }

  /** A character further on; 0 is the next one. */
  lookAhead(distance: number): string {
    return this.characters[this.position + distance] ?? '';
  }

  expect(character: string): void {
    if (!this.take(character)) throw this.error('Unknown inline modifier');
  }

  /** @param back how many characters before the present one the error lies */
  error(description: string, back = 0): PatternSyntaxError {
    return new PatternSyntaxError(description, this.pattern, Math.min(this.position, this.characters.length) - back);
  }

  /** The quantifier that follows, if any. */
  quantifier(): Quantifier | null {
    const range = this.range();
    if (range === null) return null;
    const lazy = this.take('?');
    const possessive = !lazy && this.take('+');
    return { ...range, text: range.text + (lazy ? '?' : ''), possessive };
  }

  /** The name of a group up to `>`; `open` is what must stand before it. */
  groupName(open: string): string {
    if (open !== '' && !this.take(open)) throw this.error(`\\k is not followed by '${open}' for named capturing group`);
    let name = '';
    while (/[A-Za-z0-9]/.test(this.peek())) name += this.next();
    if (name === '' || !this.take('>')) throw this.error("named capturing group is missing trailing '>'");
    return name;
  }

  /** Inline flags such as `i-s`, applied to `flags`. */
  flags(flags: JavaFlags): JavaFlags {
    const changed = { ...flags };
    let on = true;
    for (let next = this.peek(); next !== ')' && next !== ':'; next = this.peek()) {
      this.position += 1;
      if (next === '-') on = false;
      else if (FLAG_NAMES[next]) changed[FLAG_NAMES[next]] = on;
      else throw this.error('Unknown inline modifier');
    }
    return changed;
  }

  /** Text up to `\E`. */
  quoted(): string {
    let text = '';
    while (this.position < this.characters.length && !this.takeText('\\E')) {
      text += this.characters[this.position];
      this.position += 1;
    }
    return text;
  }

  /** Everything up to and with a character. */
  upTo(character: string): string {
    const end = this.characters.indexOf(character, this.position);
    if (end < 0) throw this.error('Unclosed character family');
    const text = this.characters.slice(this.position, end).join('');
    this.position = end + 1;
    return text;
  }

  /** The character that an escape names, `\` and its first character being read already. */
  escapedCharacter(first: string): string {
    if (CONTROL_ESCAPES[first]) return CONTROL_ESCAPES[first];
    if (first === '0') return String.fromCharCode(parseInt(this.digits(/[0-7]/, 1, 3), 8));
    if (first === 'u') return this.unicodeEscape();
    if (first === 'c') return String.fromCharCode(this.next().charCodeAt(0) ^ 64);
    if (first === 'x') {
      const hex = this.take('{') ? this.upTo('}') : this.digits(/[0-9A-Fa-f]/, 2, 2);
      return String.fromCodePoint(parseInt(hex, 16));
    }
    if (/[A-Za-z]/.test(first)) throw this.error('Illegal/unsupported escape sequence');
    return first;
  }

  private unicodeEscape(): string {
    const unit = (): string => String.fromCharCode(parseInt(this.digits(/[0-9A-Fa-f]/, 4, 4), 16));
    const first = unit();
    return /[\ud800-\udbff]/.test(first) && this.takeText('\\u') ? first + unit() : first;
  }

  private digits(kind: RegExp, least: number, most: number): string {
    let digits = '';
    while (digits.length < most && kind.test(this.peek())) digits += this.next();
    if (digits.length < least) throw this.error('Illegal escape sequence');
    return digits;
  }

  private range(): Omit<Quantifier, 'possessive'> | null {
    const next = this.peek();
    if (next === '' || !'?*+{'.includes(next)) return null;
    this.position += 1;
    if (next !== '{') return { text: next, repeats: next !== '?', optional: next !== '+' };
    const match = /^(\d+)(,(\d*))?$/.exec(this.upTo('}'));
    if (!match) throw this.error('Illegal repetition');
    const [text, least, open, most] = match;
    const isSingle = open === undefined ? Number(least) <= 1 : most !== '' && Number(most) <= 1;
    return { text: `{${text}}`, repeats: !isSingle, optional: Number(least) === 0 };
  }

  private skipComments(): void {
    for (;;) {
      const character = this.characters[this.position] ?? '';
      if (/^[ \t\n\v\f\r]$/.test(character)) this.position += 1;
      else if (character === '#') {
        while (this.position < this.characters.length && this.characters[this.position] !== '\n') this.position += 1;
      } else return;
    }
  }
}
