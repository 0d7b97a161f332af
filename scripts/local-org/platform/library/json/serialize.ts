/** `JSON.serialize`. @see "JSON Class", Apex Reference Guide */
import { SObjectRecord } from '../../../records/sobject-record';
import { ApexBlob } from '../../../values/blob';
import { ApexDate } from '../../../values/date';
import { ApexDatetime } from '../../../values/datetime';
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import { ApexEnumValue } from '../../../values/enum-value';
import { ApexException } from '../../../values/exception';
import { JSONException } from '../../../values/exceptions';
import { ApexList } from '../../../values/list';
import { ApexMap, type MapEntry } from '../../../values/map';
import { isApexInstance, isApexValue, type ApexInstance } from '../../../values/protocol';
import { ApexSet } from '../../../values/set';
import { ApexTime } from '../../../values/time';
import { attributesOf } from './records';
import { JsonWriter } from './writer';

/** A platform object that JSON shows by what this returns. */
export interface JsonForm {
  toJsonValue(): unknown;
}

/**
 * Writes a value.
 * @param suppressNulls leave out fields of classes that are null
 * @throws JSONException for values without JSON form
 */
export function writeJson(writer: JsonWriter, value: unknown, suppressNulls: boolean): void {
  new Serializer(writer, suppressNulls).value(value);
}

/** A value as JSON text. */
export function serialize(value: unknown, isPretty: boolean, suppressNulls: boolean): string {
  const writer = new JsonWriter(isPretty);
  writeJson(writer, value, suppressNulls);
  return writer.toString();
}

class Serializer {
  private readonly writer: JsonWriter;
  private readonly suppressNulls: boolean;
  private readonly path = new Set<object>();

  constructor(writer: JsonWriter, suppressNulls: boolean) {
    this.writer = writer;
    this.suppressNulls = suppressNulls;
  }

  value(value: unknown): void {
    if (typeof value === 'string') this.writer.string(value);
    else if (typeof value !== 'object' || value === null) this.writer.raw(String(value));
    else this.object(value);
  }

  private object(value: object): void {
    const scalar = scalarForm(value);
    if (scalar !== null) this.writer.raw(scalar);
    else this.guarded(value, () => this.composite(value));
  }

  private composite(value: object): void {
    if (value instanceof ApexList || value instanceof ApexSet) this.array(value);
    else if (value instanceof ApexMap) this.map(value);
    else if (value instanceof SObjectRecord) this.record(value);
    else if ('toJsonValue' in value) this.platformObject((value as JsonForm).toJsonValue());
    else if (isApexInstance(value) && !(value instanceof ApexException)) this.instance(value);
    else throw unsupported(value);
  }

  /** Objects of the platform state the order of their fields. */
  private platformObject(form: unknown): void {
    if (form instanceof ApexMap) this.fields(form.entries());
    else this.value(form);
  }

  private array(values: Iterable<unknown>): void {
    this.writer.open('array');
    for (const item of values) this.value(item);
    this.writer.close();
  }

  /**
   * A map comes out last key first, but for one that was read from JSON itself: so expect the tests of two
   * public packages that pass on the platform. JSON itself gives fields no order.
   */
  private map(map: ApexMap): void {
    const entries = map.entries();
    this.fields(map.isFromJson ? entries : entries.reverse());
  }

  private fields(entries: readonly MapEntry[]): void {
    this.writer.open('object');
    for (const { key, value } of entries) this.field(keyText(key), value);
    this.writer.close();
  }

  private instance(instance: ApexInstance): void {
    const info = instance.$type.classInfo;
    if (!info) throw unsupported(instance);
    if (info.isKeptFromJson?.serializable) throw new JSONException(`Not Serializable: ${instance.$type.name}`);
    this.writer.open('object');
    for (const field of info.fields) {
      if (field.isTransient) continue;
      const value = field.get(instance);
      if (value !== null || !this.suppressNulls) this.field(field.name, value);
    }
    this.writer.close();
  }

  private record(record: SObjectRecord): void {
    this.writer.open('object');
    const attributes = attributesOf(record);
    this.writer.name('attributes');
    this.writer.open('object');
    this.field('type', attributes.type);
    if (attributes.url) this.field('url', attributes.url);
    this.writer.close();
    for (const [name, value] of record.values) this.recordField(record, name, value);
    this.writer.close();
  }

  /** Child lists are shown as query results; a null that a query brought is left out. */
  private recordField(record: SObjectRecord, name: string, value: unknown): void {
    if (value === null && record.selected !== null) return;
    if (!(value instanceof ApexList)) {
      this.field(name, value);
      return;
    }
    this.writer.name(name);
    this.writer.open('object');
    this.field('totalSize', value.size());
    this.field('done', true);
    this.field('records', value);
    this.writer.close();
  }

  private field(name: string, value: unknown): void {
    this.writer.name(name);
    this.value(value);
  }

  private guarded(value: object, write: () => void): void {
    if (this.path.has(value)) throw new JSONException('Infinite recursion (StackOverflowError)');
    this.path.add(value);
    write();
    this.path.delete(value);
  }
}

/** The JSON of a value that is neither array nor object; null for all others. */
function scalarForm(value: object): string | null {
  if (value instanceof Decimal) return value.toString();
  if (value instanceof ApexDouble) return value.toApexString();
  if (value instanceof ApexDate) return `"${value.toIsoString()}"`;
  if (value instanceof ApexDatetime) return `"${value.toIsoString()}"`;
  if (value instanceof ApexTime) return `"${value.toApexString()}"`;
  if (value instanceof ApexBlob) return `"${value.buffer().toString('base64')}"`;
  return value instanceof ApexEnumValue ? `"${value.name}"` : null;
}

function keyText(key: unknown): string {
  if (typeof key === 'string') return key;
  if (key === null) throw new JSONException('null key for a Map not allowed in JSON');
  if (typeof key !== 'object') return String(key);
  const scalar = scalarForm(key);
  if (scalar !== null) return scalar.replaceAll('"', '');
  if (isApexValue(key) && key.apexKey() !== null) return key.toApexString();
  throw unsupported(key);
}

function unsupported(value: object): Error {
  const typed = value as { $type?: { name: string }; getTypeName?(): string };
  const name = typed.getTypeName?.() ?? typed.$type?.name ?? value.constructor.name;
  return new JSONException(`Apex Type unsupported in JSON: ${name}`);
}
