/** Apex values back from the text that stored-value.ts makes of them. */
import { fieldToken, typeToken } from '../records/tokens';
import { SObjectRecord } from '../records/sobject-record';
import type { ObjectDefinition, SchemaModel } from '../schema/model';
import { ApexType } from '../platform/library/system/type';
import { ApexBlob } from '../values/blob';
import { ApexDate } from '../values/date';
import { ApexDatetime } from '../values/datetime';
import { Decimal } from '../values/decimal';
import { smallest } from '../values/decimal-units';
import { ApexDouble } from '../values/double';
import { enumConstant } from '../values/enum-value';
import type { ApexException } from '../values/exception';
import { platformExceptions } from '../values/exceptions';
import { ApexList } from '../values/list';
import { ApexMap } from '../values/map';
import { platformEnumType } from '../declarations/platform-enum';
import type { ApexInstance } from '../values/protocol';
import { findRuntimeType, runtimeType } from '../values/runtime-type';
import { ApexSet } from '../values/set';
import { ApexTime } from '../values/time';
import type { StoredGraph, StoredValue } from './stored-value';

type Content = readonly StoredValue[];

/**
 * The value of a text.
 * @throws Error when a class, object or field it names is gone
 */
export function decodeValue(text: string, schema: SchemaModel): unknown {
  const { root, nodes } = JSON.parse(text) as StoredGraph;
  return new Decoder(nodes, schema).decode(root);
}

class Decoder {
  private readonly nodes: readonly StoredValue[];
  private readonly schema: SchemaModel;
  private readonly made = new Map<number, unknown>();

  constructor(nodes: readonly StoredValue[], schema: SchemaModel) {
    this.nodes = nodes;
    this.schema = schema;
  }

  decode(value: StoredValue): unknown {
    if (value === null || typeof value !== 'object') return value;
    const [tag, ...content] = value as unknown as readonly [string, ...StoredValue[]];
    return tag === 'node' ? this.node(content[0] as number) : this.simple(tag, content);
  }

  private simple(tag: string, [first, second]: Content): unknown {
    switch (tag) {
      case 'long':
        return BigInt(String(first));
      case 'decimal':
        return new Decimal(smallest(BigInt(String(first))), Number(second));
      case 'double':
        return new ApexDouble(Number(first));
      case 'date':
        return new ApexDate(Number(first));
      case 'datetime':
        return new ApexDatetime(Number(first));
      case 'time':
        return new ApexTime(Number(first));
      case 'blob':
        return new ApexBlob(new Uint8Array(Buffer.from(String(first), 'base64')));
      case 'enum':
        return enumValue(String(first), String(second));
      case 'type':
        return new ApexType(runtimeType(String(first)));
      case 'objectToken':
        return typeToken(this.object(String(first)));
      case 'fieldToken':
        return fieldToken(this.object(String(first)), String(second));
      default:
        throw new Error(`A stored value has the unknown tag ${tag}.`);
    }
  }

  private object(name: string): ObjectDefinition {
    const object = this.schema.object(name);
    if (!object) throw new Error(`There is no object ${name} any more.`);
    return object;
  }

  /** An object is noted before its content is read, so that it may contain itself. */
  private node(number: number): unknown {
    if (this.made.has(number)) return this.made.get(number);
    const [tag, name, ...content] = this.nodes[number] as unknown as readonly [string, string, ...StoredValue[]];
    switch (tag) {
      case 'list':
        return this.fill(number, new ApexList(runtimeType(name)), (list) => {
          for (const item of content) list.items.push(this.decode(item));
        });
      case 'set':
        return this.fill(number, new ApexSet(runtimeType(name)), (set) => {
          for (const item of content) set.add(this.decode(item));
        });
      case 'map':
        return this.fill(number, new ApexMap(runtimeType(name)), (map) =>
          this.eachPair(content, (key, value) => map.put(key, value))
        );
      case 'record':
        return this.record(number, name, content);
      case 'exception':
        return this.exception(number, name, content);
      default:
        return this.fill(number, this.allocate(name), (instance) => this.setFields(instance, content));
    }
  }

  private fill<T>(number: number, made: T, fill: (made: T) => void): T {
    this.made.set(number, made);
    fill(made);
    return made;
  }

  private eachPair(content: Content, take: (key: unknown, value: unknown) => void): void {
    for (let i = 0; i < content.length; i += 2) take(this.decode(content[i]), this.decode(content[i + 1]));
  }

  private record(number: number, name: string, [selected, ...values]: Content): SObjectRecord {
    const names = selected === null ? null : new Set((selected as readonly string[]).slice(1));
    return this.fill(number, new SObjectRecord(this.object(name), new Map(), names), (record) =>
      this.eachPair(values, (field, value) => record.values.set(String(field), value))
    );
  }

  private exception(number: number, name: string, [message, cause, ...fields]: Content): ApexException {
    const platform = new Map(platformExceptions()).get(name.toLowerCase());
    const made = platform ? new platform() : (this.allocate(name) as unknown as ApexException);
    return this.fill(number, made, (exception) => {
      exception.setMessage(message as string | null);
      exception.initCause(this.decode(cause) as ApexException | null);
      this.setFields(exception as unknown as ApexInstance, fields);
    });
  }

  private allocate(name: string): ApexInstance {
    const info = findRuntimeType(name)?.classInfo;
    if (!info) throw new Error(`There is no class ${name} any more.`);
    return info.allocate() as ApexInstance;
  }

  private setFields(instance: ApexInstance, content: Content): void {
    const fields = new Map((instance.$type?.classInfo?.fields ?? []).map((field) => [field.name, field]));
    this.eachPair(content, (name, value) => fields.get(String(name))?.store(instance, value));
  }
}

function enumValue(typeName: string, name: string): unknown {
  const type = findRuntimeType(typeName) ?? platformEnumType(typeName);
  const constant = (type && enumConstant(type, name)) ?? platformConstant(typeName, name);
  if (!constant) throw new Error(`There is no enum constant ${typeName}.${name} any more.`);
  return constant;
}

function platformConstant(typeName: string, name: string): unknown {
  const type = platformEnumType(typeName);
  return type && enumConstant(type, name);
}
