/** Roll-ups over values that the database does not hold. */
import { compareValues } from '../values/compare';
import type { SummaryDefinition } from '../schema/model';
import { toDecimal } from '../store/codec';
import { Decimal } from '../values/decimal';
import type { FormulaValue } from './values';

/**
 * Summarises the values of the children, blank ones left out: a sum of nothing is zero, a minimum or maximum of nothing is
 * null.
 * @see "Roll-Up Summary Field", Salesforce Help
 */
export function summarize(
  operation: SummaryDefinition['operation'],
  values: readonly FormulaValue[],
  scale: number
): FormulaValue {
  const present = values.filter((value) => value !== null);
  if (operation === 'sum') return present.reduce(sum, Decimal.ZERO).setScale(scale, 'HALF_UP');
  if (present.length === 0) return null;
  return present.reduce((best, value) => (isBetter(operation, compareValues(value, best)) ? value : best));
}

function sum(total: Decimal, value: FormulaValue): Decimal {
  return total.add(toDecimal(value));
}

function isBetter(operation: SummaryDefinition['operation'], order: number): boolean {
  return operation === 'min' ? order < 0 : order > 0;
}
