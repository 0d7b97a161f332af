import { Decimal } from '../../../values/decimal';
import { ApexList } from '../../../values/list';
import { ApexMap } from '../../../values/map';
import { runtimeType, type RuntimeType } from '../../../values/runtime-type';
import type { JsonReader } from './reader';

/**
 * `JSON.deserializeUntyped`: objects become `Map<String,Object>`, arrays `List<Object>`, whole numbers Integer or Long
 * by their size, other numbers Decimal.
 * @see "JSON Class", Apex Reference Guide (deserializeUntyped)
 */
export function readUntyped(reader: JsonReader): unknown {
  return new UntypedReader(reader).value();
}

class UntypedReader {
  private readonly reader: JsonReader;
  private readonly mapType: RuntimeType = runtimeType('Map<String,Object>');
  private readonly listType: RuntimeType = runtimeType('List<Object>');

  constructor(reader: JsonReader) {
    this.reader = reader;
  }

  value(): unknown {
    switch (this.reader.peek()) {
      case '{':
        return this.object();
      case '[':
        return this.array();
      case '"':
        return this.reader.string();
      case 't':
      case 'f':
      case 'n':
        return this.reader.word();
      default:
        return untypedNumber(this.reader.number());
    }
  }

  private object(): ApexMap {
    const { reader } = this;
    const map = new ApexMap(this.mapType);
    map.isFromJson = true;
    reader.position += 1;
    if (reader.take('}')) return map;
    do map.put(reader.fieldName(), this.value());
    while (reader.more('}', 'OBJECT'));
    return map;
  }

  private array(): ApexList {
    const { reader } = this;
    const items: unknown[] = [];
    reader.position += 1;
    if (reader.take(']')) return new ApexList(this.listType, items);
    do items.push(this.value());
    while (reader.more(']', 'ARRAY'));
    return new ApexList(this.listType, items);
  }
}

/** A number by how it is written. */
export function untypedNumber(digits: string): number | bigint | Decimal {
  if (!/^-?\d+$/.test(digits)) return Decimal.literal(digits);
  const value = Number(digits);
  if (value === (value | 0)) return value | 0;
  const long = BigInt(digits);
  return BigInt.asIntN(64, long) === long ? long : Decimal.literal(digits);
}
