/** What a formula sees of a record in memory: what it holds, and the parents that it was queried or made with. */
import { asOperand, type FormulaScope, type FormulaValue } from '../../formula';
import { SObjectRecord } from '../../database/records/sobject-record';
import type { ObjectDefinition } from '../../database/schema/model';
import { parentFieldOf } from '../../database/soql/scope';
import { NotModeled } from '../not-modeled';
import { transaction } from '../transaction';

/** The scope of a formula over a record. @param blankAsZero whether a number without a value counts as zero */
export function recordScope(record: SObjectRecord, blankAsZero: boolean): FormulaScope {
  const { org, user } = transaction();
  return {
    now: org.clock.now(),
    timeZone: user.timeZone,
    value: (path) => valueOf(record, path, blankAsZero)
  };
}

function valueOf(record: SObjectRecord, path: readonly string[], blankAsZero: boolean): FormulaValue {
  const [first, ...rest] = path;
  if (first.startsWith('$')) throw new NotModeled(`${path.join('.')} in a formula that Apex evaluates`);
  const { definition } = record;
  if (rest.length === 0) {
    const field = definition.fields.get(first.toLowerCase());
    if (!field) throw new NotModeled(`${definition.name}.${first} in a formula`);
    return asOperand(field, record.read(field.name), blankAsZero);
  }
  const reference = parentFieldOf(definition, first);
  const parent = reference?.relationshipName ? record.read(reference.relationshipName) : null;
  return parent instanceof SObjectRecord ? valueOf(parent, rest, blankAsZero) : null;
}

/** What is wrong with a field's path from an object, in the words of the formula editor; null where nothing is. */
export function pathProblem(object: ObjectDefinition, path: readonly string[]): string | null {
  const [first, ...rest] = path;
  if (first.startsWith('$')) return null;
  if (rest.length === 0) {
    return object.fields.has(first.toLowerCase()) ? null : `Field ${first} does not exist. Check spelling.`;
  }
  const [target] = parentFieldOf(object, first)?.referenceTo ?? [];
  const parent = target === undefined ? undefined : transaction().org.schema.object(target);
  return parent ? pathProblem(parent, rest) : `Field ${first} does not exist. Check spelling.`;
}
