import { JSONException } from '../../../values/exceptions';

const QUOTE = 34;
const BACKSLASH = 92;

const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t'
};

/**
 * Reads JSON text value by value. Errors are worded as those of the platform's parser, with the place after the
 * character that was wrong.
 */
export class JsonReader {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next character that is not white space; empty at the end. */
  peek(): string {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return text.charAt(this.position);
      this.position += 1;
    }
  }

  /** Takes a punctuation mark if it comes next. */
  take(mark: string): boolean {
    const isIt = this.peek() === mark;
    if (isIt) this.position += 1;
    return isIt;
  }

  /** After an element: takes the comma, or the end of the array or object. @returns whether another one follows */
  more(close: string, container: 'ARRAY' | 'OBJECT'): boolean {
    if (this.take(',')) return true;
    if (this.take(close)) return false;
    throw this.unexpected(`was expecting comma to separate ${container} entries`);
  }

  /** A field name with its colon. */
  fieldName(): string {
    if (this.peek() !== '"') throw this.unexpected('was expecting double-quote to start field name');
    const name = this.string();
    if (!this.take(':')) throw this.unexpected('was expecting a colon to separate field name and value');
    return name;
  }

  /** A string; only white space may stand before its quote. */
  string(): string {
    const { text } = this;
    if (text.charCodeAt(this.position) !== QUOTE) this.peek();
    const start = this.position + 1;
    let end = start;
    for (;;) {
      const code = text.charCodeAt(end);
      if (code === QUOTE) break;
      if (code === BACKSLASH) return this.escapedString(start, end);
      if (!(code >= 32)) throw this.badCharacter(end);
      end += 1;
    }
    this.position = end + 1;
    return text.slice(start, end);
  }

  /** A number as written. */
  number(): string {
    const pattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    pattern.lastIndex = this.position;
    const digits = pattern.exec(this.text)?.[0];
    if (digits === undefined) throw this.unexpectedValue();
    this.position += digits.length;
    return digits;
  }

  /** `true`, `false` or `null`. */
  word(): boolean | null {
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null]
    ] as const) {
      if (this.text.startsWith(word, this.position)) {
        this.position += word.length;
        return value;
      }
    }
    throw this.unexpectedValue();
  }

  /** Passes over a value. */
  skip(): void {
    switch (this.peek()) {
      case '{':
        this.position += 1;
        if (this.take('}')) return;
        do {
          this.fieldName();
          this.skip();
        } while (this.more('}', 'OBJECT'));
        return;
      case '[':
        this.position += 1;
        if (this.take(']')) return;
        do this.skip();
        while (this.more(']', 'ARRAY'));
        return;
      case '"':
        this.string();
        return;
      case 't':
      case 'f':
      case 'n':
        this.word();
        return;
      default:
        this.number();
    }
  }

  /** Whether nothing but white space was read yet. */
  isAtStart(): boolean {
    return this.text.slice(0, this.position).trim() === '';
  }

  /** What comes next, as written: a punctuation mark, a string with its quotes, a number or a word. */
  nextToken(): string {
    const mark = this.peek();
    if (mark === '{' || mark === '[') return mark;
    const start = this.position;
    this.skip();
    const token = this.text.slice(start, this.position);
    this.position = start;
    return token;
  }

  unexpectedValue(): Error {
    return this.unexpected("expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
  }

  unexpected(expectation: string): Error {
    const character = this.text.charAt(this.position);
    if (character === '') return new JSONException(`Unexpected end-of-input: ${expectation}${this.location(0)}`);
    const code = character.charCodeAt(0);
    return new JSONException(`Unexpected character ('${character}' (code ${code})): ${expectation}${this.location(1)}`);
  }

  /** Line and column in the form of conversion errors. */
  place(): string {
    const { line, column } = this.lineAndColumn(this.position);
    return `[line:${line}, column:${column}]`;
  }

  private location(after: number): string {
    const { line, column } = this.lineAndColumn(this.position + after);
    return ` at input location [${line},${column}]`;
  }

  private lineAndColumn(position: number): { line: number; column: number } {
    const before = this.text.slice(0, position);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: position - lineStart + 1 };
  }

  private escapedString(start: number, firstEscape: number): string {
    let result = this.text.slice(start, firstEscape);
    let position = firstEscape;
    for (;;) {
      const code = this.text.charCodeAt(position);
      if (code === QUOTE) break;
      if (code === BACKSLASH) {
        const { character, length } = this.escape(position);
        result += character;
        position += length;
        continue;
      }
      if (!(code >= 32)) throw this.badCharacter(position);
      let end = position + 1;
      while (!this.endsRun(this.text.charCodeAt(end))) end += 1;
      result += this.text.slice(position, end);
      position = end;
    }
    this.position = position + 1;
    return result;
  }

  private endsRun(code: number): boolean {
    return code === QUOTE || code === BACKSLASH || !(code >= 32);
  }

  private escape(position: number): { character: string; length: number } {
    const letter = this.text.charAt(position + 1);
    if (letter === 'u') {
      const hex = this.text.slice(position + 2, position + 6);
      this.position = position + 2;
      if (!/^[0-9A-Fa-f]{4}$/.test(hex)) throw this.unexpected('expected a hex-digit for character escape sequence');
      return { character: String.fromCharCode(parseInt(hex, 16)), length: 6 };
    }
    const character = ESCAPES[letter];
    if (character !== undefined) return { character, length: 2 };
    this.position = position + 1;
    const message = `Unrecognized character escape '${letter}' (code ${letter.charCodeAt(0)})`;
    throw new JSONException(`${message}${this.location(1)}`);
  }

  private badCharacter(position: number): Error {
    this.position = position;
    if (position >= this.text.length) return this.unexpected('was expecting closing quote for a string value');
    const code = this.text.charCodeAt(position);
    const text = `Illegal unquoted character ((CTRL-CHAR, code ${code}))`;
    return new JSONException(
      `${text}: has to be escaped using backslash to be included in string value${this.location(1)}`
    );
  }
}

/**
 * Starts reading a text.
 * @throws JSONException when there is nothing in it
 */
export function readJson(text: string): JsonReader {
  const reader = new JsonReader(text);
  if (reader.peek() === '') throw new JSONException('No content to map to Object due to end of input');
  return reader;
}
