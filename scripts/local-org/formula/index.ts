/** The formula language: validation rules, formula fields, default values. */
export { evaluateFormula, type FormulaScope } from './evaluate';
export { FormulaError } from './formula-error';
export { FUNCTIONS } from './functions';
export { formulasOf, withFormulas, currentFormulas } from './running';
export { RecordFormulas, formulaTree, type RecordValues } from './records';
export { isTrue, type FormulaValue } from './values';
