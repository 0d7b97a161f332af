import { FormulaError } from './formula-error';

/** A word of a formula. */
export interface FormulaToken {
  readonly kind: 'number' | 'text' | 'name' | 'operator' | 'end';
  readonly text: string;
  /** Index of its first character. */
  readonly at: number;
}

const SPACE = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /\d+(?:\.\d*)?|\.\d+/y;
const TEXT = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'/y;
/** `Owner:User.Name` says which object of several is meant. */
const NAME = /[$A-Za-z_][\w$]*(?:\s*[.:]\s*[A-Za-z_]\w*)*/y;
const OPERATOR = /<>|!=|<=|>=|==|&&|\|\||[-+*/^&=<>(),!]/y;

/** The words of a formula; the last one is the end. */
export function scanFormula(source: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at += match[0].length;
    return match?.[0] ?? null;
  };
  for (take(SPACE); at < source.length; take(SPACE)) {
    const start = at;
    const number = take(NUMBER);
    const text = number === null ? take(TEXT) : null;
    const name = number ?? text ?? take(NAME);
    if (number !== null) tokens.push({ kind: 'number', text: number, at: start });
    else if (text !== null) tokens.push({ kind: 'text', text: unescaped(text.slice(1, -1)), at: start });
    else if (name !== null) tokens.push({ kind: 'name', text: name.replace(/\s+/g, ''), at: start });
    else {
      const operator = take(OPERATOR);
      if (operator === null) throw new FormulaError(`Syntax error. Found '${source[at]}'`);
      tokens.push({ kind: 'operator', text: operator, at: start });
    }
  }
  return [...tokens, { kind: 'end', text: '', at: source.length }];
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES[character] ?? character);
}
