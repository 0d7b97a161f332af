/**
 * Values that a new record has without being told: metadata defaults, owner, record type, auto numbers, audit fields.
 * @see "System Fields", Object Reference; "Default Field Values", Salesforce Help
 */
import { ApexDatetime } from '../../values/datetime';
import { Decimal } from '../../values/decimal';
import { NotModeled } from '../../values/not-modeled';
import { isInTransaction, transaction } from '../../transaction/transaction';
import { evaluateFormula, FormulaError, formulasOf, formulaTree, type FormulaValue } from '../../formula';
import { makeObject } from '../../schema/definitions';
import type { FieldDefinition, ObjectDefinition } from '../../schema/model';

/** Who saves, and when. */
export interface SaveStamp {
  readonly userId: string;
  readonly timeZone: string;
  /** Milliseconds UTC. */
  readonly now: number;
  /** Id of the organisation; needed only for records of hierarchy custom settings. */
  readonly organizationId?: string;
}

/** The default of a field, or undefined when it has none. */
function defaultOf(field: FieldDefinition, stamp: SaveStamp): unknown {
  if (field.type === 'BOOLEAN') return field.defaultValue === true;
  if (field.defaultFormula !== undefined) return evaluate(field, field.defaultFormula, stamp);
  if (field.defaultValue === undefined) {
    const preset = field.type === 'PICKLIST' ? field.picklistValues.find((value) => value.isDefault) : undefined;
    return preset?.value;
  }
  if (['DOUBLE', 'CURRENCY', 'PERCENT'].includes(field.type)) return Decimal.parse(String(field.defaultValue));
  if (field.type === 'INTEGER') return Number(field.defaultValue);
  return field.defaultValue;
}

/** A default value formula sees global variables, but no field ("Default Field Values", Salesforce Help). */
function evaluate(field: FieldDefinition, formula: string, { now, timeZone, userId }: SaveStamp): unknown {
  const value = (path: readonly string[]): FormulaValue => {
    if (path.join('.').toLowerCase() === '$user.id') return userId;
    if (!path[0].startsWith('$') || !isInTransaction()) throw new NotModeled(`${path.join('.')} in a default value`);
    return formulasOf(transaction().org.formulaDatabase, { now, timeZone }).scope(NO_OBJECT, new Map()).value(path);
  };
  try {
    return asDefault(field, evaluateFormula(formulaTree(formula), { now, timeZone, value }));
  } catch (error) {
    // As in formula fields, what cannot be calculated leaves the field blank.
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

/** The formula of a default belongs to no object. */
const NO_OBJECT = makeObject({ name: 'Default', kind: 'standard', fields: [] });

const HUNDRED = Decimal.fromInteger(100);

function asDefault({ type }: FieldDefinition, value: FormulaValue): unknown {
  if (value === '') return null;
  if (type === 'PERCENT' && value instanceof Decimal) return value.multiply(HUNDRED);
  return type === 'INTEGER' && value instanceof Decimal ? value.intValue() : value;
}

/**
 * Sets defaults of fields that the record does not mention. A field that was set to null keeps it, but for the owner.
 * @param complete also sets what the database would fill in by itself; triggers see it
 */
export function applyDefaults(
  object: ObjectDefinition,
  values: Map<string, unknown>,
  stamp: SaveStamp,
  complete: boolean
): void {
  for (const field of defaultedFields(object)) {
    if (values.has(field.name)) continue;
    const value = defaultOf(field, stamp);
    if (value === undefined || value === null || (value === false && !complete)) continue;
    values.set(field.name, value);
  }
  // A hierarchy setting without a location is the organisation's ("Create Custom Settings Data", Salesforce Help).
  if (object.customSettingType === 'Hierarchy' && (values.get('SetupOwnerId') ?? null) === null) {
    values.set('SetupOwnerId', stamp.organizationId ?? null);
  }
  if (object.fields.has('ownerid') && (values.get('OwnerId') ?? null) === null) values.set('OwnerId', stamp.userId);
}

const defaulted = new WeakMap<ObjectDefinition, FieldDefinition[]>();

function defaultedFields(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = defaulted.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter((field) => {
      if (field.calculated || field.autoNumber) return false;
      return field.type === 'BOOLEAN' || field.defaultValue !== undefined || field.defaultFormula !== undefined;
    });
    defaulted.set(object, fields);
  }
  return fields;
}

/** Sets the audit fields of a new record; those of a later change with `created` false. */
export function stampAudit(
  object: ObjectDefinition,
  values: Map<string, unknown>,
  stamp: SaveStamp,
  created: boolean
): void {
  const now = new ApexDatetime(Math.floor(stamp.now / 1000) * 1000);
  for (const [name, ofCreation, isUser] of auditFields(object)) {
    if (created || !ofCreation) values.set(name, isUser ? stamp.userId : now);
  }
}

/** Name of an audit field, whether only creation sets it, and whether it holds a user. */
type AuditField = readonly [name: string, ofCreation: boolean, isUser: boolean];

const AUDIT_FIELDS: readonly AuditField[] = [
  ['CreatedDate', true, false],
  ['CreatedById', true, true],
  ['LastModifiedDate', false, false],
  ['LastModifiedById', false, true],
  ['SystemModstamp', false, false]
];

const audited = new WeakMap<ObjectDefinition, readonly AuditField[]>();

/** The audit fields that an object has: looked up once, since every row has them. */
function auditFields(object: ObjectDefinition): readonly AuditField[] {
  let fields = audited.get(object);
  if (!fields) {
    fields = AUDIT_FIELDS.filter(([name]) => object.fields.has(name.toLowerCase()));
    audited.set(object, fields);
  }
  return fields;
}

const numbered = new WeakMap<ObjectDefinition, readonly FieldDefinition[]>();

/** The fields that number new records by themselves. */
export function autoNumberFields(object: ObjectDefinition): readonly FieldDefinition[] {
  let fields = numbered.get(object);
  if (!fields) {
    fields = [...object.fields.values()].filter(({ autoNumber }) => autoNumber);
    numbered.set(object, fields);
  }
  return fields;
}

/**
 * The text of an auto number: `{0000}` is the number, `{YYYY}`, `{YY}`, `{MM}`, `{DD}` the date
 * ("Custom Field Types", auto number display format).
 */
export function autoNumberText(format: string, serial: number, now: number): string {
  const date = new Date(now);
  return format
    .replace(/\{YYYY\}/g, String(date.getUTCFullYear()))
    .replace(/\{YY\}/g, String(date.getUTCFullYear() % 100).padStart(2, '0'))
    .replace(/\{MM\}/g, String(date.getUTCMonth() + 1).padStart(2, '0'))
    .replace(/\{DD\}/g, String(date.getUTCDate()).padStart(2, '0'))
    .replace(/\{(0+)\}/g, (_, zeros: string) => String(serial).padStart(zeros.length, '0'));
}
