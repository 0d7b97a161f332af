/** The formula language: validation rules, formula fields, default values. */
export type { FormulaNode } from './ast';
export { evaluateFormula, type FormulaScope } from './evaluate';
export { fieldsOf } from './fields';
export { FormulaError } from './formula-error';
export { FUNCTIONS } from './functions';
export { globalValue } from './globals';
export { asField, asOperand, formulaTree, RecordFormulas, type RecordValues } from './records';
export { currentFormulas, formulasOf, withFormulas } from './running';
export { isTrue, type FormulaValue } from './values';
