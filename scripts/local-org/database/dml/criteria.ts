/**
 * Criteria of workflow rules: lines that compare a field with a value, and the logic that joins them.
 * @see "Filter Operators Reference", Salesforce Help: text compares without case, commas separate alternatives
 */
import { evaluateFormula, formulaTree, isTrue, type FormulaScope } from '../../formula';
import { NotModeled } from '../../values/not-modeled';
import { compareValues } from '../../values/compare';
import { Decimal } from '../../values/decimal';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';
import type { CriteriaItem, WorkflowCriteria } from '../../schema/workflow-model';

/** Whether a record, seen through a scope, meets the criteria. */
export function meetsCriteria(object: ObjectDefinition, criteria: WorkflowCriteria, scope: FormulaScope): boolean {
  if ('formula' in criteria) return isTrue(evaluateFormula(formulaTree(criteria.formula), scope));
  const results = criteria.items.map((item) => holds(object, item, scope));
  return criteria.logic === undefined ? results.every(Boolean) : joined(criteria.logic, results, scope);
}

/** `1 AND (2 OR NOT 3)` is a formula over what the lines gave. */
function joined(logic: string, results: readonly boolean[], scope: FormulaScope): boolean {
  const formula = logic
    .replace(/\bNOT\s+(\d+)/gi, 'NOT($1)')
    .replace(/\bAND\b/gi, '&&')
    .replace(/\bOR\b/gi, '||')
    .replace(/\d+/g, (line) => (results[Number(line) - 1] ? 'TRUE' : 'FALSE'));
  return isTrue(evaluateFormula(formulaTree(formula), scope));
}

function holds(object: ObjectDefinition, item: CriteriaItem, scope: FormulaScope): boolean {
  const field = object.fields.get(item.field.toLowerCase());
  if (!field) throw new NotModeled(`criteria on ${object.name}.${item.field}`);
  const value = (scope.value([field.name]) ?? null) as unknown;
  const wanted = item.value === '' ? [null] : item.value.split(',').map((text) => operand(object, field, text.trim()));
  switch (item.operation) {
    case 'equals':
      return wanted.some((one) => isSame(value, one));
    case 'notEqual':
      return !wanted.some((one) => isSame(value, one));
    case 'lessThan':
      return wanted.some((one) => order(value, one) < 0);
    case 'greaterThan':
      return wanted.some((one) => order(value, one) > 0);
    case 'lessOrEqual':
      return wanted.some((one) => order(value, one) <= 0);
    case 'greaterOrEqual':
      return wanted.some((one) => order(value, one) >= 0);
    case 'contains':
      return wanted.some((one) => lower(value).includes(lower(one)));
    case 'notContain':
      return !wanted.some((one) => lower(value).includes(lower(one)));
    case 'startsWith':
      return wanted.some((one) => lower(value).startsWith(lower(one)));
    default:
      throw new NotModeled(`criteria with ${item.operation}`);
  }
}

/** What a line compares with, as the field holds it. */
function operand(object: ObjectDefinition, field: FieldDefinition, text: string): unknown {
  switch (field.type) {
    case 'BOOLEAN':
      return /^(true|1)$/i.test(text);
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
      return Decimal.parse(text);
    case 'STRING':
    case 'TEXTAREA':
    case 'PICKLIST':
    case 'EMAIL':
    case 'PHONE':
    case 'URL':
      return text;
    default:
      throw new NotModeled(`criteria that compare ${object.name}.${field.name} with a value`);
  }
}

function isSame(value: unknown, wanted: unknown): boolean {
  if (value === null || value === '' || wanted === null) return (value === null || value === '') && wanted === null;
  if (typeof value === 'string' && typeof wanted === 'string') return lower(value) === lower(wanted);
  return compareValues(value, wanted) === 0;
}

/** How a value compares with another; no order with a missing one. */
function order(value: unknown, wanted: unknown): number {
  if (value === null || wanted === null) return NaN;
  if (typeof value === 'string' && typeof wanted === 'string') return compareValues(lower(value), lower(wanted));
  return compareValues(value, wanted);
}

function lower(value: unknown): string {
  return value === null ? '' : String(value).toLowerCase();
}
