/** What a formula sees of a record in memory: what it holds, and the parents that it was queried or made with. */
import { asOperand, formulasOf, type FormulaScope, type FormulaValue, globalValue } from '../../formula';
import { SObjectRecord } from '../../records/sobject-record';
import type { ObjectDefinition } from '../../schema/model';
import { parentFieldOf } from '../../schema/parent-field';
import { readRows } from '../../store/rows';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';

/** How a formula looks at a record. */
interface Look {
  /** Whether a number without a value counts as zero. */
  readonly blankAsZero: boolean;
  /** Whether a parent that the record does not hold is read from the org, by the Id that it does hold. */
  readonly readsParents: boolean;
}

/** The scope of a formula over a record. */
export function recordScope(record: SObjectRecord, blankAsZero: boolean, readsParents = false): FormulaScope {
  const { org, user } = transaction();
  return {
    now: org.clock.now(),
    timeZone: user.timeZone,
    value: (path) => valueOf(record, path, { blankAsZero, readsParents })
  };
}

/** Formula fields have global variables; whether formulas that Apex builds have them is not documented. */
function globalVariable(path: readonly string[], { readsParents }: Look): FormulaValue {
  if (!readsParents) throw new NotModeled(`${path.join('.')} in a formula that Apex evaluates`);
  const { org, user } = transaction();
  const formulas = formulasOf(org.formulaDatabase, { now: org.clock.now(), timeZone: user.timeZone });
  return globalValue(org, user, formulas, path);
}

function valueOf(record: SObjectRecord, path: readonly string[], look: Look): FormulaValue {
  const [first, ...rest] = path;
  if (first.startsWith('$')) return globalVariable(path, look);
  const { definition } = record;
  if (rest.length === 0) {
    const field = definition.fields.get(first.toLowerCase());
    if (!field) throw new NotModeled(`${definition.name}.${first} in a formula`);
    return asOperand(field, record.read(field.name), look.blankAsZero);
  }
  const reference = parentFieldOf(definition, first);
  const parent = reference?.relationshipName ? record.read(reference.relationshipName) : null;
  if (parent instanceof SObjectRecord) return valueOf(parent, rest, look);
  const id = reference && look.readsParents ? record.peek(reference.name) : null;
  return typeof id === 'string' ? storedValue(id, rest, look) : null;
}

/** A field of a record of the org, by its path. */
function storedValue(id: string, path: readonly string[], { blankAsZero }: Look): FormulaValue {
  const { org, user } = transaction();
  const object = org.schema.byKeyPrefix(id.slice(0, 3));
  const values = object && readRows(org.database.store.connection, object, [id]).get(id);
  if (!object || !values) return null;
  const formulas = formulasOf(org.formulaDatabase, { now: org.clock.now(), timeZone: user.timeZone });
  return formulas.value(object, values, path, blankAsZero);
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
