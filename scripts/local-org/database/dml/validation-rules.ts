/**
 * Validation rules: a record whose save makes a rule's formula true is refused with the rule's message.
 * @see "Validation Rules" and "Triggers and Order of Execution", Salesforce Help and Apex Developer Guide
 */
import { evaluateFormula, FormulaError, formulasOf, formulaTree, isTrue, type RecordFormulas } from '../../formula';
import { logValidation } from '../../debug-log';
import { NotModeled } from '../../values/not-modeled';
import { recordError } from '../../records/record-error';
import type { ObjectDefinition, ValidationRuleDefinition } from '../../schema/model';
import type { DmlContext } from './context';
import type { DmlRow } from './row';

/** Whether rules look at the records of an object. */
export function hasValidationRules(object: ObjectDefinition): boolean {
  return object.validationRules.some(({ active }) => active);
}

/**
 * Fails the rows that a rule refuses; every rule that does so gives an error.
 * @param stored the records as they were, by Id; null for new ones
 */
export function checkValidationRules(
  context: DmlContext,
  rows: readonly DmlRow[],
  stored: ReadonlyMap<string, ReadonlyMap<string, unknown>> | null
): void {
  const rules = context.object.validationRules.filter(({ active }) => active);
  if (rules.length === 0) return;
  const formulas = formulasOf(context, context.stamp);
  for (const row of rows) {
    const before = stored?.get(row.id as string) ?? null;
    for (const rule of rules) {
      const isBroken = isRefused(context, formulas, rule, row, before);
      logValidation(rule.name, rule.formula, isBroken);
      if (!isBroken) continue;
      const fields = rule.errorField === undefined ? [] : [rule.errorField];
      row.fail(recordError('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields));
    }
  }
}

function isRefused(
  { object }: DmlContext,
  formulas: RecordFormulas,
  rule: ValidationRuleDefinition,
  row: DmlRow,
  before: ReadonlyMap<string, unknown> | null
): boolean {
  const values = new Map([...(before ?? []), ...row.changes]);
  // A new record has no Id yet.
  if (!before) values.delete('Id');
  const prior = new Map([...(before ?? []), ...row.previousValues]);
  const saving = {
    isNew: before === null,
    isClone: row.record.isClone,
    prior: (path: readonly string[]) => formulas.value(object, prior, path)
  };
  try {
    return isTrue(evaluateFormula(formulaTree(rule.formula), formulas.scope(object, values, { saving })));
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new NotModeled(`validation rule ${object.name}.${rule.name}: ${error.message}`);
  }
}
