/** JSON text, plain or in the layout of `serializePretty`. */

/** Receives a document piece by piece. */
export class JsonWriter {
  private readonly isPretty: boolean;
  private text = '';
  private depth = 0;
  /** For each open container: whether it already has an element. */
  private readonly filled: boolean[] = [];
  private readonly containers: ('object' | 'array')[] = [];
  private afterName = false;

  constructor(isPretty: boolean) {
    this.isPretty = isPretty;
  }

  open(container: 'object' | 'array'): void {
    this.separate();
    this.text += container === 'object' ? '{' : '[';
    this.containers.push(container);
    this.filled.push(false);
    if (container === 'object') this.depth += 1;
  }

  close(): void {
    const container = this.containers.pop();
    const isFilled = this.filled.pop();
    if (container === 'object') {
      this.depth -= 1;
      if (this.isPretty) this.text += isFilled ? this.newLine() : ' ';
      this.text += '}';
    } else {
      if (this.isPretty) this.text += ' ';
      this.text += ']';
    }
  }

  name(name: string): void {
    this.separate();
    this.text += quoted(name) + (this.isPretty ? ' : ' : ':');
    this.afterName = true;
  }

  /** A value that is JSON already: a number, a quoted text, `true`. */
  raw(json: string): void {
    this.separate();
    this.text += json;
  }

  string(text: string): void {
    this.raw(quoted(text));
  }

  /** What is open: the innermost container, or null at the top. */
  get container(): 'object' | 'array' | null {
    return this.containers.at(-1) ?? null;
  }

  /** Whether a field name awaits its value. */
  get awaitsValue(): boolean {
    return this.afterName;
  }

  toString(): string {
    return this.text;
  }

  private separate(): void {
    if (this.afterName) {
      this.afterName = false;
      return;
    }
    const top = this.filled.length - 1;
    if (top < 0) return;
    if (this.filled[top]) this.text += ',';
    this.filled[top] = true;
    if (this.isPretty) this.text += this.containers[top] === 'object' ? this.newLine() : ' ';
  }

  private newLine(): string {
    return `\n${'  '.repeat(this.depth)}`;
  }
}

const NEEDS_ESCAPE = /["\\\u0000-\u001f]/;

/** A text in quotes. Only what JSON requires is escaped, as the platform does. */
export function quoted(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text).replaceAll(/\\u[0-9a-f]{4}/g, upperCaseEscape) : `"${text}"`;
}

function upperCaseEscape(escape: string): string {
  return `\\u${escape.slice(2).toUpperCase()}`;
}
