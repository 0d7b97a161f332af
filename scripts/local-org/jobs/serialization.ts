/**
 * A job is stored when it is enqueued and restored when it starts: what its object looks like in between cannot change,
 * transient fields are lost, and some platform objects cannot be stored at all.
 * @see "Queueable Apex" and "Using the transient Keyword", Apex Developer Guide
 */
import { COPY_WITH_PARTS, isApexInstance, type ApexInstance, type SelfCopying } from '../values/protocol';
import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { ApexSet } from '../values/set';
import { SerializationException } from '../values/exceptions';
import { SObjectRecord } from '../records/sobject-record';
import { ApexHttpRequest, ApexHttpResponse } from '../http';

/**
 * The object as it will be when its job starts.
 * @throws SerializationException "Not Serializable: System.HttpResponse" for what cannot be stored
 */
export function storedCopy<T>(value: T): T {
  return new Copier().copy(value) as T;
}

/** Copies an object graph once, keeping shared and circular references. */
class Copier {
  private readonly copies = new Map<object, unknown>();

  copy(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    if (value instanceof ApexList) return this.copyList(value);
    if (value instanceof ApexSet) return this.copySet(value);
    if (value instanceof ApexMap) return this.copyMap(value);
    if (value instanceof SObjectRecord) return this.copyRecord(value);
    if (COPY_WITH_PARTS in value) return this.copyByItself(value as SelfCopying);
    if (isApexInstance(value)) return this.copyInstance(value);
    if (value instanceof ApexHttpRequest || value instanceof ApexHttpResponse) throw notSerializable(value);
    return value;
  }

  private remember<T>(original: object, copy: T): T {
    this.copies.set(original, copy);
    return copy;
  }

  /** What an object keeps where only it can reach: the provider of a stub. */
  private copyByItself(value: SelfCopying): unknown {
    const { copy, fill } = value[COPY_WITH_PARTS]();
    this.remember(value, copy);
    fill((part) => this.copy(part));
    return copy;
  }

  private copyList(list: ApexList): ApexList {
    const copy = this.remember(list, new ApexList(list.type));
    for (const item of list.items) copy.items.push(this.copy(item));
    return copy;
  }

  private copySet(set: ApexSet): ApexSet {
    const copy = this.remember(set, new ApexSet(set.type));
    for (const item of set) copy.add(this.copy(item));
    return copy;
  }

  private copyMap(map: ApexMap): ApexMap {
    const copy = this.remember(map, new ApexMap(map.type));
    for (const entry of map.entries()) copy.put(this.copy(entry.key), this.copy(entry.value));
    return copy;
  }

  private copyRecord(record: SObjectRecord): SObjectRecord {
    const copy = this.remember(record, record.copy());
    for (const [name, value] of copy.values) copy.values.set(name, this.copy(value));
    return copy;
  }

  private copyInstance(instance: ApexInstance): unknown {
    const info = instance.$type.classInfo;
    if (!info || instance.$type.kind === 'enum') return instance;
    const copy = this.remember(instance, info.allocate());
    for (const field of info.fields) {
      if (!field.isTransient) field.store(copy, this.copy(field.stored(instance)));
    }
    return copy;
  }
}

function notSerializable(value: ApexHttpRequest | ApexHttpResponse): Error {
  const name = value instanceof ApexHttpRequest ? 'HttpRequest' : 'HttpResponse';
  return new SerializationException(`Not Serializable: System.${name}`);
}
