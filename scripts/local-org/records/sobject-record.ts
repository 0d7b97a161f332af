/**
 * A record in memory: what an Apex variable of an sObject type holds. Values are kept under canonical field and
 * relationship names in the order in which they were set.
 * @see "Working with sObjects", Apex Developer Guide; "SObject Class", Apex Reference Guide
 */
import { formulasOf } from '../formula';
import { transaction } from '../transaction/transaction';
import { FinalException, SObjectException } from '../values/exceptions';
import { compareValues } from '../values/compare';
import { hashOf, keyOf, valuesEqual } from '../values/keys';
import { ApexList } from '../values/list';
import { hashOfString, type ApexValue } from '../values/protocol';
import { runtimeType, type RuntimeType } from '../values/runtime-type';
import { stringOf } from '../values/text';
import type { FieldDefinition, ObjectDefinition } from '../schema/model';
import type { RecordError } from './record-error';

const AUDIT_FIELDS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

function copiesOf(items: readonly unknown[]): unknown[] {
  return items.map((item) => (item instanceof SObjectRecord ? item.deepCopy() : item));
}

/** How a record may be written: freely, not at all (`Trigger.old`), or not while an after trigger runs. */
export type RecordAccess = 'writable' | 'readOnly';

/** One record. */
export class SObjectRecord implements ApexValue {
  readonly definition: ObjectDefinition;
  /** By canonical name; null is a value that was set. */
  readonly values: Map<string, unknown>;
  /** For a queried record: the names its query selected. Null for a record that Apex or a trigger made. */
  selected: ReadonlySet<string> | null;
  access: RecordAccess = 'writable';
  isClone = false;
  /** A whole record from the database (in a trigger), of which only calculated fields are missing. */
  isComplete = false;
  /** Id of the record this is a clone of. */
  cloneSourceId: string | null = null;
  /** What `setOptions` was given. */
  dmlOptions: { readonly allowFieldTruncation: boolean | null } | null = null;
  private rowErrors: RecordError[] | null = null;

  constructor(
    definition: ObjectDefinition,
    values?: Map<string, unknown>,
    selected: ReadonlySet<string> | null = null
  ) {
    this.definition = definition;
    this.values = values ?? new Map();
    this.selected = selected;
  }

  /** The type of this record at run time. */
  get $type(): RuntimeType {
    return runtimeType(`Schema.${this.definition.name}`);
  }

  /** The record's Id, or null before it has one. */
  get id(): string | null {
    return (this.values.get('Id') as string | undefined) ?? null;
  }

  /**
   * What `record.Field` reads: a Boolean field is false until it is true ("Using SObject fields", confirmed by the
   * platform's support in https://salesforce.stackexchange.com/questions/127548).
   * @param name canonical field or relationship name
   * @throws SObjectException for a queried record when its query did not select the field
   */
  get(name: string): unknown {
    return this.values.get(name) ?? this.absent(name);
  }

  private absent(name: string): unknown {
    const value = this.read(name);
    return value === null && this.fieldNamed(name)?.type === 'BOOLEAN' ? false : value;
  }

  private fieldNamed(name: string): FieldDefinition | undefined {
    return this.definition.fields.get(name.toLowerCase());
  }

  /**
   * What `record.get('Field')` reads: as {@link get}, but an unset Boolean is null.
   * @throws SObjectException for a queried record when its query did not select the field
   */
  read(name: string): unknown {
    const value = this.values.get(name);
    if (value !== undefined) return value;
    if (this.selected && !this.selected.has(name)) {
      const path = `${this.definition.name}.${name}`;
      throw new SObjectException(`SObject row was retrieved via SOQL without querying the requested field: ${path}`);
    }
    return this.isComplete ? this.calculated(name) : null;
  }

  /** A trigger sees the value that a formula or a roll-up has when it first asks. */
  private calculated(name: string): unknown {
    const field = this.fieldNamed(name);
    if (!field?.formula && !field?.rollUp) return null;
    const { org, user } = transaction();
    const formulas = formulasOf(org.formulaDatabase, { now: org.clock.now(), timeZone: user.timeZone });
    const value = formulas.of(this.definition, field, this.values);
    this.values.set(field.name, value);
    return value;
  }

  /** The value without any check; null when unset. */
  peek(name: string): unknown {
    return this.values.get(name) ?? null;
  }

  /**
   * Sets a field or relationship.
   * @throws FinalException for a record that its trigger may only read
   */
  set(name: string, value: unknown): void {
    if (this.access === 'readOnly') throw new FinalException('Record is read-only');
    this.values.set(name, value);
  }

  /** Whether the field was set or queried. */
  isSet(name: string): boolean {
    return this.values.has(name);
  }

  /** A record with the same fields; related records and child lists come along only as the same references. */
  copy(): SObjectRecord {
    return new SObjectRecord(this.definition, new Map(this.values), this.selected);
  }

  /** A record with the same fields and copies of its related records and child lists. */
  deepCopy(): SObjectRecord {
    const copy = this.copy();
    for (const [name, value] of copy.values) {
      if (value instanceof SObjectRecord) copy.values.set(name, value.deepCopy());
      else if (value instanceof ApexList) copy.values.set(name, new ApexList(value.type, copiesOf(value.items)));
    }
    return copy;
  }

  /**
   * `SObject.clone`: without Id, audit fields and auto numbers unless asked for ("clone", SObject Class).
   * @param deep related records are copied too, not only referred to
   */
  cloneRecord(
    preserveId: boolean,
    deep: boolean,
    preserveTimestamps: boolean,
    preserveAutonumber: boolean
  ): SObjectRecord {
    const copy = deep ? this.deepCopy() : this.copy();
    if (!preserveId) copy.values.delete('Id');
    if (!preserveTimestamps) for (const name of AUDIT_FIELDS) copy.values.delete(name);
    if (!preserveAutonumber) {
      for (const field of this.definition.fields.values()) if (field.autoNumber) copy.values.delete(field.name);
    }
    copy.isClone = true;
    copy.cloneSourceId = this.id;
    return copy;
  }

  /** Errors of `addError`, in order. */
  get errors(): readonly RecordError[] {
    return this.rowErrors ?? [];
  }

  /** Notes an error of `addError`. */
  addError(error: RecordError): void {
    (this.rowErrors ??= []).push(error);
  }

  /** Forgets all errors, as a new DML statement does. */
  clearErrors(): void {
    this.rowErrors = null;
  }

  toApexString(): string {
    const parts: string[] = [];
    for (const [name, value] of this.values) parts.push(`${name}=${stringOf(value)}`);
    return `${this.definition.name}:{${parts.join(', ')}}`;
  }

  apexEquals(other: unknown): boolean {
    if (this === other) return true;
    if (!(other instanceof SObjectRecord) || other.definition !== this.definition) return false;
    return this.covers(other) && other.covers(this);
  }

  /** Whether every value that is set here equals the other record's. */
  private covers(other: SObjectRecord): boolean {
    for (const [name, value] of this.values) {
      if (value !== null && !valuesEqual(value, other.values.get(name) ?? null)) return false;
    }
    return true;
  }

  /**
   * Order of `List.sort`: by object, then by name field, then by the other standard fields in order of name, then by the
   * custom ones ("Sorting Lists", "List of sObjects", Apex Developer Guide); nulls first.
   */
  apexCompareTo(other: unknown): number {
    if (!(other instanceof SObjectRecord)) return 0;
    if (other.definition !== this.definition) return this.definition.label < other.definition.label ? -1 : 1;
    for (const name of sortFields(this.definition)) {
      const order = compareValues(this.peek(name), other.peek(name));
      if (order !== 0) return order;
    }
    return 0;
  }

  apexHashCode(): number {
    let hash = hashOfString(this.definition.name);
    for (const [name, value] of this.values) {
      if (value !== null) hash = (hash + Math.imul(hashOfString(name), 31) + hashOf(value)) | 0;
    }
    return hash;
  }

  apexKey(): string | null {
    const parts: string[] = [];
    for (const [name, value] of this.values) {
      if (value === null) continue;
      const key = keyOf(value);
      if (key === undefined || typeof key === 'object') return null;
      const text = String(key);
      parts.push(`${name}\u0001${typeof value}${text.length}\u0001${text}`);
    }
    return `\u0000r${this.definition.name}\u0001${parts.sort().join('\u0001')}`;
  }
}

const sortOrders = new WeakMap<ObjectDefinition, readonly string[]>();

function sortFields(definition: ObjectDefinition): readonly string[] {
  let names = sortOrders.get(definition);
  if (!names) {
    const fields = [...definition.fields.values()].filter((field) => field.name !== 'Id');
    const rank = (field: (typeof fields)[number]): string =>
      `${field.nameField ? 0 : field.custom ? 2 : 1}${field.name.toLowerCase()}`;
    names = fields.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).map((field) => field.name);
    sortOrders.set(definition, names);
  }
  return names;
}
