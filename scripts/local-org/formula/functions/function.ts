import type { FormulaNode } from '../ast';
import type { FormulaScope } from '../evaluate';
import type { FormulaValue } from '../values';

/** A function of the formula language. */
export interface FormulaFunction {
  /** Least and most number of parameters. */
  readonly arity: readonly [number, number];
  /** Gets its parameters unevaluated: not every function needs all of them, and some are about a field. */
  evaluate(
    parameters: readonly FormulaNode[],
    scope: FormulaScope,
    value: (node: FormulaNode) => FormulaValue
  ): FormulaValue;
}

/** A function of the values of its parameters. */
export function valued(
  arity: number | readonly [number, number],
  body: (values: readonly FormulaValue[], scope: FormulaScope) => FormulaValue
): FormulaFunction {
  return {
    arity: typeof arity === 'number' ? [arity, arity] : arity,
    evaluate: (parameters, scope, value) => body(parameters.map(value), scope)
  };
}

/** Any number of parameters, from the least on. */
export const UNLIMITED = Number.MAX_SAFE_INTEGER;
