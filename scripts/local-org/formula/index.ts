/** The formula language: validation rules, formula fields, default values. */
export { evaluateFormula, type FormulaScope } from './evaluate';
export { FormulaError } from './formula-error';
export { FUNCTIONS } from './functions';
export { formulasOf, withFormulas, currentFormulas } from './running';
export { fieldsOf } from './fields';
export { asField, asOperand, RecordFormulas, formulaTree, type RecordValues } from './records';
export { isTrue, type FormulaValue } from './values';
