/**
 * Apex values as text, for what must outlive the process: jobs that wait, and events on the bus. Objects are told by
 * class name and field, so a job survives a change of its class as far as its fields do; transient fields are lost.
 * @see "Queueable Apex" and "Using the transient Keyword", Apex Developer Guide
 */
import { SObjectFieldToken, SObjectTypeToken } from '../records/tokens';
import { SObjectRecord } from '../records/sobject-record';
import { ApexHttpRequest, ApexHttpResponse } from '../http';
import { ApexType } from '../platform/library/system/type';
import { NotModeled } from '../values/not-modeled';
import { ApexBlob } from '../values/blob';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { ApexDouble } from '../values/double';
import { ApexEnumValue } from '../values/enum-value';
import { ApexException } from '../values/exception';
import { SerializationException } from '../values/exceptions';
import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { isApexInstance, type ApexInstance } from '../values/protocol';
import { ApexSet } from '../values/set';
import { ApexTime } from '../values/time';

/** A value inside the text: what JSON can say, or a tag with what it takes. */
export type StoredValue = null | boolean | number | string | StoredNode;

/** A tag with its content. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- a type alias cannot refer to itself here
export interface StoredNode extends ReadonlyArray<StoredValue> {}

/** The text: a value, and the objects it leads to, each once. */
export interface StoredGraph {
  readonly root: StoredValue;
  readonly nodes: readonly StoredValue[];
}

/**
 * The text of a value.
 * @throws SerializationException "Not Serializable: System.HttpResponse" for what the platform does not store
 * @throws NotModeled for a platform object that the local org cannot store
 */
export function encodeValue(value: unknown): string {
  const encoder = new Encoder();
  const root = encoder.encode(value);
  const graph: StoredGraph = { root, nodes: encoder.nodes };
  return JSON.stringify(graph);
}

class Encoder {
  readonly nodes: StoredValue[] = [];
  private readonly numbers = new Map<object, number>();

  encode(value: unknown): StoredValue {
    if (value === null || value === undefined) return null;
    if (typeof value === 'bigint') return ['long', String(value)];
    if (typeof value !== 'object') return value as boolean | number | string;
    return encodeSimple(value) ?? this.reference(value);
  }

  private reference(value: object): StoredValue {
    const known = this.numbers.get(value);
    if (known !== undefined) return ['node', known];
    const number = this.nodes.length;
    this.numbers.set(value, number);
    this.nodes.push(null);
    this.nodes[number] = this.node(value);
    return ['node', number];
  }

  private node(value: object): StoredValue {
    if (value instanceof ApexList) return ['list', value.type.name, ...this.all(value.items)];
    if (value instanceof ApexSet) return ['set', value.type.name, ...this.all([...value])];
    if (value instanceof ApexMap) {
      return ['map', value.type.name, ...this.all(value.entries().flatMap(({ key, value: item }) => [key, item]))];
    }
    if (value instanceof SObjectRecord) return this.record(value);
    if (value instanceof ApexException) return this.exception(value);
    if (isApexInstance(value)) return this.instance(value);
    throw new NotModeled(`storing a job that holds a ${value.constructor.name}`);
  }

  private all(values: readonly unknown[]): StoredValue[] {
    return values.map((value) => this.encode(value));
  }

  private record(record: SObjectRecord): StoredValue {
    const selected: StoredValue = record.selected ? ['names', ...record.selected] : null;
    return ['record', record.definition.name, selected, ...this.all([...record.values].flat())];
  }

  private exception(exception: ApexException): StoredValue {
    return [
      'exception',
      exception.getTypeName(),
      exception.getMessage(),
      this.encode(exception.getCause()),
      ...this.fields(exception as unknown as ApexInstance)
    ];
  }

  private instance(instance: ApexInstance): StoredValue {
    return ['instance', instance.$type.name, ...this.fields(instance)];
  }

  private fields(instance: ApexInstance): StoredValue[] {
    const fields = instance.$type?.classInfo?.fields ?? [];
    return fields
      .filter((field) => !field.isTransient)
      .flatMap((field) => [field.name, this.encode(field.stored(instance))]);
  }
}

/** Values without identity; undefined for all others. */
function encodeSimple(value: object): StoredValue | undefined {
  if (value instanceof Decimal) return ['decimal', String(value.unscaled), value.scale];
  if (value instanceof ApexDouble) return ['double', String(value.value)];
  if (value instanceof ApexDate) return ['date', value.epochDay];
  if (value instanceof ApexDatetime) return ['datetime', value.milliseconds];
  if (value instanceof ApexTime) return ['time', value.milliseconds];
  if (value instanceof ApexBlob) return ['blob', Buffer.from(value.bytes).toString('base64')];
  if (value instanceof ApexEnumValue) return ['enum', value.type.name, value.name];
  if (value instanceof ApexType) return ['type', value.type.name];
  if (value instanceof SObjectTypeToken) return ['objectToken', value.object.name];
  if (value instanceof SObjectFieldToken) return ['fieldToken', value.object.name, value.field.name];
  if (value instanceof ApexHttpRequest) throw new SerializationException('Not Serializable: System.HttpRequest');
  if (value instanceof ApexHttpResponse) throw new SerializationException('Not Serializable: System.HttpResponse');
  return undefined;
}
