/** Logical functions. @see "Formula Operators and Functions", Salesforce Help */
import { Decimal } from '../../values/decimal';
import type { FormulaNode } from '../ast';
import type { FormulaScope } from '../evaluate';
import { FormulaError } from '../formula-error';
import { areEqual } from '../operators';
import { isBlank, isTrue, negation, textOf, type FormulaValue } from '../values';
import { UNLIMITED, valued, type FormulaFunction } from './function';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/** The path of a parameter that must be a field. */
export function fieldOf(node: FormulaNode | undefined, name: string): readonly string[] {
  if (node?.kind === 'field') return node.path;
  throw new FormulaError(`Function ${name} may only be used with a field`);
}

function saving(scope: FormulaScope, name: string): NonNullable<FormulaScope['saving']> {
  if (scope.saving) return scope.saving;
  throw new FormulaError(`Function ${name} may not be used in this type of formula`);
}

export const LOGIC: Readonly<Record<string, FormulaFunction>> = {
  AND: {
    arity: [1, UNLIMITED],
    evaluate: (parameters, _scope, value) => parameters.every((node) => isTrue(value(node)))
  },
  OR: {
    arity: [1, UNLIMITED],
    evaluate: (parameters, _scope, value) => parameters.some((node) => isTrue(value(node)))
  },
  NOT: valued(1, ([operand]) => negation(operand)),
  IF: {
    arity: [3, 3],
    evaluate: ([condition, yes, no], _scope, value) => value(isTrue(value(condition)) ? yes : no)
  },
  CASE: {
    arity: [4, UNLIMITED],
    evaluate: ([subject, ...rest], _scope, value) => {
      if (rest.length % 2 === 0) throw new FormulaError("Incorrect number of parameters for function 'CASE()'");
      const wanted = value(subject);
      for (let i = 0; i + 1 < rest.length; i += 2) if (areEqual(wanted, value(rest[i]))) return value(rest[i + 1]);
      return value(rest[rest.length - 1]);
    }
  },
  ISBLANK: valued(1, ([operand]) => isBlank(operand)),
  // "ISNULL": a text is never null, it is empty.
  ISNULL: valued(1, ([operand]) => operand === null),
  BLANKVALUE: valued(2, ([operand, substitute]) => (isBlank(operand) ? substitute : operand)),
  NULLVALUE: valued(2, ([operand, substitute]) => operand ?? substitute),
  ISNUMBER: valued(1, ([operand]) => operand instanceof Decimal || NUMBER.test(textOf(operand).trim())),
  ISNEW: { arity: [0, 0], evaluate: (_parameters, scope) => saving(scope, 'ISNEW').isNew },
  ISCLONE: { arity: [0, 0], evaluate: (_parameters, scope) => saving(scope, 'ISCLONE').isClone },
  ISCHANGED: {
    arity: [1, 1],
    evaluate: ([field], scope) => {
      const { isNew, prior } = saving(scope, 'ISCHANGED');
      const path = fieldOf(field, 'ISCHANGED');
      return !isNew && !areEqual(prior(path), scope.value(path));
    }
  },
  PRIORVALUE: {
    arity: [1, 1],
    evaluate: ([field], scope): FormulaValue => {
      const { isNew, prior } = saving(scope, 'PRIORVALUE');
      const path = fieldOf(field, 'PRIORVALUE');
      return isNew ? scope.value(path) : prior(path);
    }
  }
};
