import type { FormulaNode, FormulaOperator } from './ast';
import { FormulaError } from './formula-error';
import { scanFormula, type FormulaToken } from './scanner';

/** Operators from the weakest to the strongest ("Formula Operators", Salesforce Help); `^` and signs come after them. */
const LEVELS: readonly Readonly<Record<string, FormulaOperator>>[] = [
  { '||': '||' },
  { '&&': '&&' },
  { '=': '=', '==': '=', '<>': '<>', '!=': '<>' },
  { '<': '<', '>': '>', '<=': '<=', '>=': '>=' },
  { '+': '+', '-': '-', '&': '&' },
  { '*': '*', '/': '/' }
];

/**
 * Reads a formula.
 * @throws FormulaError in the platform's words
 */
export function parseFormula(source: string): FormulaNode {
  return new Parser(scanFormula(source)).whole();
}

class Parser {
  private readonly tokens: readonly FormulaToken[];
  private next = 0;

  constructor(tokens: readonly FormulaToken[]) {
    this.tokens = tokens;
  }

  whole(): FormulaNode {
    const node = this.binary(0);
    if (this.token.kind !== 'end') throw this.unexpected();
    return node;
  }

  private get token(): FormulaToken {
    return this.tokens[this.next];
  }

  private take(operator: string): boolean {
    const isIt = this.token.kind === 'operator' && this.token.text === operator;
    if (isIt) this.next += 1;
    return isIt;
  }

  private expect(operator: string): void {
    if (!this.take(operator)) throw new FormulaError(`Syntax error. Missing '${operator}'`);
  }

  private unexpected(): FormulaError {
    const found = this.token.kind === 'end' ? '' : ` Extra ${this.token.text}`;
    return new FormulaError(`Syntax error.${found}`);
  }

  private binary(level: number): FormulaNode {
    if (level === LEVELS.length) return this.signed();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = this.token.kind === 'operator' ? LEVELS[level][this.token.text] : undefined;
      if (!operator) return left;
      this.next += 1;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private signed(): FormulaNode {
    if (this.take('-')) return { kind: 'negate', operand: this.signed() };
    if (this.take('+')) return this.signed();
    if (this.take('!')) return { kind: 'not', operand: this.signed() };
    return this.power();
  }

  private power(): FormulaNode {
    const left = this.primary();
    return this.take('^') ? { kind: 'binary', operator: '^', left, right: this.signed() } : left;
  }

  private primary(): FormulaNode {
    if (this.take('(')) {
      const inner = this.binary(0);
      this.expect(')');
      return inner;
    }
    const { kind, text } = this.token;
    if (kind === 'operator' || kind === 'end') throw this.unexpected();
    this.next += 1;
    if (kind === 'number') return { kind, text };
    if (kind === 'text') return { kind, value: text };
    return this.named(text);
  }

  private named(name: string): FormulaNode {
    if (this.take('(')) return { kind: 'call', name: name.toUpperCase(), arguments: this.parameters() };
    switch (name.toUpperCase()) {
      case 'TRUE':
      case 'FALSE':
        return { kind: 'boolean', value: name.toUpperCase() === 'TRUE' };
      case 'NULL':
        return { kind: 'null' };
      default:
        return { kind: 'field', path: name.replace(/:\w+/g, '').split('.') };
    }
  }

  private parameters(): FormulaNode[] {
    const parameters: FormulaNode[] = [];
    if (this.take(')')) return parameters;
    do parameters.push(this.binary(0));
    while (this.take(','));
    this.expect(')');
    return parameters;
  }
}
