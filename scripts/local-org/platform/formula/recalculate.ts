/**
 * `Formula.recalculateFormulas`: formula fields of records in memory, from the values that these hold now.
 * @see "Formula Class", "FormulaRecalcResult Class" and "FormulaRecalcFieldError Class", Apex Reference Guide
 */
import { asField, evaluateFormula, FormulaError, formulaTree } from '../../formula';
import type { SObjectRecord } from '../../records/sobject-record';
import type { FieldDefinition } from '../../schema/model';
import { definePlatformType } from '../../declarations/define';
import { newList } from '../../declarations/platform-lists';
import { NotModeled } from '../../values/not-modeled';
import { nullDereference, SObjectException } from '../../values/exceptions';
import type { ApexList } from '../../values/list';
import { newBuilder } from './formula-eval';
import { recordScope } from './record-scope';

class FieldError {
  readonly name: string;
  readonly message: string;

  constructor(name: string, message: string) {
    this.name = name;
    this.message = message;
  }
}

class RecalcResult {
  readonly record: SObjectRecord;
  readonly errors: readonly FieldError[];

  constructor(record: SObjectRecord, errors: readonly FieldError[]) {
    this.record = record;
    this.errors = errors;
  }
}

/**
 * Gives a record's formula fields the values that follow from its other fields; data that it lacks is retrieved
 * ("recalculateFormulas", Formula Class: the limits change accordingly, by how much is not said, so not here).
 */
export function recalculate(record: SObjectRecord): RecalcResult {
  const errors: FieldError[] = [];
  for (const field of record.definition.fields.values()) {
    if (field.formula === undefined || (record.selected && !record.selected.has(field.name))) continue;
    try {
      const scope = recordScope(record, field.blankAsZero, true);
      record.values.set(field.name, asField(field, evaluateFormula(formulaTree(field.formula), scope)));
    } catch (error) {
      errors.push(fieldError(record, field, error));
    }
  }
  return new RecalcResult(record, errors);
}

function fieldError({ definition }: SObjectRecord, field: FieldDefinition, error: unknown): FieldError {
  if (error instanceof FormulaError) return new FieldError(field.name, error.message);
  // What a query left out the platform does not know either; how it says so is not documented.
  if (error instanceof SObjectException) {
    throw new NotModeled(
      `recalculating ${definition.name}.${field.name} of a record that was queried without its fields`
    );
  }
  throw error;
}

/** Records without formula fields have no result: so expects a public test that passes on the platform. */
function hasFormulas({ definition }: SObjectRecord): boolean {
  return [...definition.fields.values()].some(({ formula }) => formula !== undefined);
}

function recalculateAll(records: ApexList | null): ApexList {
  if (records === null) throw nullDereference();
  return newList('FormulaRecalcResult', (records.items as SObjectRecord[]).filter(hasFormulas).map(recalculate));
}

definePlatformType({
  namespace: 'System',
  name: 'FormulaRecalcFieldError',
  kind: 'class',
  javaScriptClass: FieldError,
  documentation: 'Apex Reference Guide, FormulaRecalcFieldError Class',
  members: {
    'String getFieldName()': ({ name }: FieldError) => name,
    'String getFieldError()': ({ message }: FieldError) => message
  }
});

definePlatformType({
  namespace: 'System',
  name: 'FormulaRecalcResult',
  kind: 'class',
  javaScriptClass: RecalcResult,
  documentation: 'Apex Reference Guide, FormulaRecalcResult Class',
  members: {
    'List<FormulaRecalcFieldError> getErrors()': ({ errors }: RecalcResult) =>
      newList('FormulaRecalcFieldError', [...errors]),
    'SObject getSObject()': ({ record }: RecalcResult) => record,
    'Boolean isSuccess()': ({ errors }: RecalcResult) => errors.length === 0
  }
});

definePlatformType({
  namespace: 'System',
  name: 'Formula',
  kind: 'class',
  documentation: 'Apex Reference Guide, Formula Class',
  members: {
    'static FormulaEval.FormulaBuilder builder()': newBuilder,
    'static List<FormulaRecalcResult> recalculateFormulas(List<SObject> sobjects)': recalculateAll
  }
});
