import { Decimal } from '../values/decimal';
import { NotModeled } from '../values/not-modeled';
import type { FormulaNode } from './ast';
import { FormulaError } from './formula-error';
import { FUNCTIONS } from './functions';
import { applyOperator } from './operators';
import { isTrue, negation, numberOf, type FormulaValue } from './values';

/** What a formula can see. */
export interface FormulaScope {
  /** Milliseconds UTC. */
  readonly now: number;
  /** IANA name of the user's time zone. */
  readonly timeZone: string;
  /**
   * A field of the record, of one of its parents, or of a global variable such as `$User`.
   * @throws NotModeled for what the local org does not know
   */
  value(path: readonly string[]): FormulaValue;
  /** For a record that is being saved. */
  readonly saving?: {
    readonly isNew: boolean;
    readonly isClone: boolean;
    /** The value before. */
    prior(path: readonly string[]): FormulaValue;
  };
}

/**
 * The value of a formula.
 * @throws FormulaError for values that it cannot work on, NotModeled for functions that the local org lacks
 */
export function evaluateFormula(node: FormulaNode, scope: FormulaScope): FormulaValue {
  switch (node.kind) {
    case 'number':
      return Decimal.parse(node.text.replace(/^\./, '0.').replace(/\.$/, ''));
    case 'text':
    case 'boolean':
      return node.value;
    case 'null':
      return null;
    case 'field':
      return scope.value(node.path);
    case 'negate':
      return numberOf(evaluateFormula(node.operand, scope))?.negate() ?? null;
    case 'not':
      return negation(evaluateFormula(node.operand, scope));
    case 'call':
      return call(node.name, node.arguments, scope);
    case 'binary':
      return binary(node, scope);
  }
}

function binary(node: FormulaNode & { kind: 'binary' }, scope: FormulaScope): FormulaValue {
  const left = evaluateFormula(node.left, scope);
  if (node.operator === '&&') return isTrue(left) && isTrue(evaluateFormula(node.right, scope));
  if (node.operator === '||') return isTrue(left) || isTrue(evaluateFormula(node.right, scope));
  return applyOperator(node.operator, left, evaluateFormula(node.right, scope));
}

function call(name: string, parameters: readonly FormulaNode[], scope: FormulaScope): FormulaValue {
  const found = FUNCTIONS.get(name);
  if (!found) throw new NotModeled(`formula function ${name}`);
  const [least, most] = found.arity;
  if (parameters.length < least || parameters.length > most) {
    const expected = least === most ? String(least) : `at least ${least}`;
    throw new FormulaError(
      `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${parameters.length}`
    );
  }
  return found.evaluate(parameters, scope, (node) => evaluateFormula(node, scope));
}
