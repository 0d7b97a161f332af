/**
 * Rows that the platform itself writes (users, jobs, permission sets) and rows for the org's own tooling: no triggers, no
 * limits, no checks.
 */
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { MILLISECONDS_PER_DAY } from '../values/calendar';
import type { Clock } from '../transaction/clock';
import { compute } from './dml/computed';
import { applyDefaults, autoNumberText, stampAudit, type SaveStamp } from './dml/defaults';
import { toId18 } from '../values/record-id';
import type { FieldDefinition, ObjectDefinition, SchemaModel } from '../schema/model';
import { codecOf } from '../store/codec';
import { fold } from '../store/fold';
import { insertRows, readRows, updateRows } from '../store/rows';
import type { Store } from '../store/store';

/** Values by field name, at run time or plain JavaScript (Date, number, string). */
export type PlainValues = Readonly<Record<string, unknown>>;

/** The platform's own reads and writes. */
export class SystemRecords {
  private readonly store: Store;
  private readonly schema: SchemaModel;
  private readonly clock: Clock;
  private readonly onChange: (object: ObjectDefinition) => void;
  /** Whom the audit fields of such rows name; set once the org has a user. */
  userId = '';

  constructor(store: Store, schema: SchemaModel, clock: Clock, onChange: (object: ObjectDefinition) => void) {
    this.store = store;
    this.schema = schema;
    this.clock = clock;
    this.onChange = onChange;
  }

  /** Inserts a record; its Id. Fields without a value get their defaults. */
  insert(objectName: string, values: PlainValues): string {
    const object = this.objectOf(objectName);
    const row = this.convert(object, values);
    const stamp = this.stamp();
    const id = (row.get('Id') as string | undefined) ?? this.store.nextId(object);
    applyDefaults(object, row, stamp, false);
    compute(object, row, () => null);
    for (const field of object.fields.values()) {
      if (!field.autoNumber || row.has(field.name)) continue;
      const serial = this.store.nextSerial(`${object.name}.${field.name}`);
      row.set(field.name, autoNumberText(field.autoNumberFormat ?? '{00000000}', serial, stamp.now));
    }
    const audit = new Map<string, unknown>();
    stampAudit(object, audit, stamp, true);
    insertRows(this.store.connection, object, [new Map([['Id', id], ...audit, ...row])]);
    this.onChange(object);
    return id;
  }

  /** Changes fields of a record. */
  update(objectName: string, id: string, values: PlainValues): void {
    const object = this.objectOf(objectName);
    const row = this.convert(object, values);
    stampAudit(object, row, this.stamp(), false);
    updateRows(this.store.connection, object, [{ id: toId18(id) ?? id, values: row }]);
    this.onChange(object);
  }

  /** Deletes a record for good. */
  delete(objectName: string, id: string): void {
    const object = this.objectOf(objectName);
    this.store.connection.run(`DELETE FROM "${object.name}" WHERE "Id"=?`, [toId18(id) ?? id]);
    this.onChange(object);
  }

  /** The records whose fields have these values, in order of creation, with all their fields. */
  find(objectName: string, values: PlainValues = {}): Record<string, unknown>[] {
    const object = this.objectOf(objectName);
    const conditions: string[] = [];
    const parameters: (string | number | bigint | Uint8Array | null)[] = [];
    for (const [name, value] of this.convert(object, values)) {
      const field = object.fields.get(name.toLowerCase()) as FieldDefinition;
      const text = typeof value === 'string' && field.type !== 'ID' && field.type !== 'REFERENCE';
      conditions.push(text ? `coalesce("${name}~","${name}") COLLATE NOCASE IS ?` : `"${name}" IS ?`);
      parameters.push(value === null ? null : text ? fold(value as string) : codecOf(field).encode(value));
    }
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    const ids = this.store.connection
      .all(`SELECT "Id" FROM "${object.name}"${where} ORDER BY rowid`, parameters)
      .map(([id]) => id as string);
    const rows = readRows(this.store.connection, object, ids);
    return ids.map((id) => Object.fromEntries(rows.get(id) as Map<string, unknown>));
  }

  private stamp(): SaveStamp {
    return { userId: this.userId, timeZone: 'GMT', now: this.clock.now() };
  }

  private objectOf(name: string): ObjectDefinition {
    const object = this.schema.object(name);
    if (!object) throw new Error(`There is no object ${name}.`);
    return object;
  }

  private convert(object: ObjectDefinition, values: PlainValues): Map<string, unknown> {
    const row = new Map<string, unknown>();
    for (const [name, value] of Object.entries(values)) {
      const field = object.fields.get(name.toLowerCase());
      if (!field) throw new Error(`There is no field ${object.name}.${name}.`);
      row.set(field.name, fieldValueOf(field, value));
    }
    return row;
  }
}

/** A plain JavaScript value as the field holds it at run time; values at run time stay as they are. */
export function fieldValueOf(field: FieldDefinition, value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) {
    if (field.type === 'DATETIME') return new ApexDatetime(value.getTime());
    return new ApexDate(Math.floor(value.getTime() / MILLISECONDS_PER_DAY));
  }
  if (typeof value === 'number') return numberOf(field, value);
  if (typeof value === 'string' && (field.type === 'ID' || field.type === 'REFERENCE')) return toId18(value) ?? value;
  return value;
}

function numberOf(field: FieldDefinition, value: number): unknown {
  if (field.type === 'DATETIME') return new ApexDatetime(value);
  if (field.type === 'DOUBLE' || field.type === 'CURRENCY' || field.type === 'PERCENT') {
    return Number.isInteger(value) ? Decimal.fromInteger(value) : Decimal.fromDouble(value);
  }
  return value;
}
