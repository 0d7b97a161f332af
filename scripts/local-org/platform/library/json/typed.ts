/** `JSON.deserialize` and `deserializeStrict`: JSON text to values of a given type. */
import { NotModeled } from '../../../values/not-modeled';
import { ApexBlob } from '../../../values/blob';
import { Decimal } from '../../../values/decimal';
import { ApexDouble } from '../../../values/double';
import { enumConstant } from '../../../values/enum-value';
import { JSONException, StringException } from '../../../values/exceptions';
import { ApexList } from '../../../values/list';
import { ApexMap } from '../../../values/map';
import type { RuntimeField, RuntimeType } from '../../../values/runtime-type';
import { ApexSet } from '../../../values/set';
import { toId } from '../system/id';
import { parseIsoDate, parseIsoDatetime, parseIsoTime } from './iso';
import type { JsonReader } from './reader';
import { readRecord } from './records';
import { readUntyped } from './untyped';

/**
 * Reads one value of a type.
 * @param isStrict refuse attributes that the type does not have
 * @throws JSONException when the text does not fit the type
 */
export function readTyped(reader: JsonReader, type: RuntimeType, isStrict: boolean): unknown {
  return new TypedReader(reader, isStrict).value(type);
}

/** The JavaScript class of a platform type that can be read from JSON. */
interface JsonForm {
  fromJsonValue?(value: unknown): unknown;
}

/** Kinds of JSON value by their first character. */
type Scalar = string | boolean | null | { readonly number: string };

export class TypedReader {
  readonly reader: JsonReader;
  readonly isStrict: boolean;

  constructor(reader: JsonReader, isStrict: boolean) {
    this.reader = reader;
    this.isStrict = isStrict;
  }

  value(type: RuntimeType): unknown {
    if (this.reader.peek() === 'n') return this.reader.word();
    switch (type.kind) {
      case 'primitive':
        return this.primitive(type);
      case 'list':
        return new ApexList(type, this.elements(type));
      case 'set':
        return new ApexSet(type, this.elements(type));
      case 'map':
        return this.map(type);
      case 'enum':
        return this.enumValue(type);
      case 'sobject':
        return readRecord(this, type);
      case 'class':
      case 'exception':
        if (type.classInfo) return this.instance(type);
        return this.platformObject(type);
      default:
        throw new JSONException(`Apex Type unsupported in JSON: ${type.name}`);
    }
  }

  /** Calls `each` for every field of the object that comes next. */
  object(each: (name: string) => void): void {
    const { reader } = this;
    if (!reader.take('{')) throw new JSONException("Malformed JSON: Expected '{' at the beginning of object");
    if (reader.take('}')) return;
    do each(reader.fieldName());
    while (reader.more('}', 'OBJECT'));
  }

  /** A value of a primitive type. */
  primitive(type: RuntimeType): unknown {
    const next = this.reader.peek();
    if (next === '{' || next === '[') throw new JSONException('Illegal value for primitive');
    return this.converted(type.name, this.scalar());
  }

  private scalar(): Scalar {
    switch (this.reader.peek()) {
      case '"':
        return this.reader.string();
      case 't':
      case 'f':
      case 'n':
        return this.reader.word();
      default:
        return { number: this.reader.number() };
    }
  }

  private converted(typeName: string, scalar: Scalar): unknown {
    if (scalar === null) return null;
    const text = typeof scalar === 'object' ? scalar.number : String(scalar);
    if (typeof scalar === 'boolean' && typeName !== 'Boolean' && typeName !== 'String') throw this.illegal(text);
    switch (typeName) {
      case 'String':
        return text;
      case 'Boolean':
        return this.boolean(scalar, text);
      case 'Integer':
        return this.integer(text);
      case 'Long':
        return this.long(text);
      case 'Decimal':
        return Decimal.parse(text) ?? this.refuse(this.notDecimal(text));
      case 'Double':
        return this.double(text);
      default:
        return this.textual(typeName, text);
    }
  }

  private textual(typeName: string, text: string): unknown {
    switch (typeName) {
      case 'Id':
        return this.id(text);
      case 'Date':
        return parseIsoDate(text) ?? this.refuse(`Invalid format: "${text}"`);
      case 'Datetime':
        return parseIsoDatetime(text) ?? this.refuse(`Invalid format: "${text}"`);
      case 'Time':
        return parseIsoTime(text) ?? this.refuse(`Invalid format: "${text}"`);
      case 'Blob':
        return new ApexBlob(Buffer.from(text, 'base64'));
      default:
        throw new NotModeled(`JSON.deserialize to ${typeName}`);
    }
  }

  private boolean(scalar: Scalar, text: string): boolean {
    if (typeof scalar === 'boolean') return scalar;
    if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
    return this.refuse(`Illegal value for boolean: ${text}`);
  }

  private integer(text: string): number {
    const value = Number(text);
    if (!/^[+-]?\d+$/.test(text) || value !== (value | 0)) return this.refuse(`For input string: "${text}"`);
    return value | 0;
  }

  private long(text: string): bigint {
    const value = /^[+-]?\d+$/.test(text) ? BigInt(text.replace('+', '')) : null;
    if (value === null || BigInt.asIntN(64, value) !== value) return this.refuse(`For input string: "${text}"`);
    return value;
  }

  private double(text: string): ApexDouble {
    if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return this.refuse(this.notDecimal(text));
    return new ApexDouble(Number(text));
  }

  private notDecimal(text: string): string {
    if (text === '') return 'N/A';
    return `Character ${text[0]} is neither a decimal digit number, decimal point, nor "e" notation exponential mark.`;
  }

  private id(text: string): string {
    try {
      return toId(text);
    } catch (error) {
      if (error instanceof StringException) throw new JSONException(error.getMessage());
      throw error;
    }
  }

  private illegal(text: string): Error {
    return new JSONException(`Illegal value for primitive: ${text}`);
  }

  private refuse(message: string): never {
    throw new JSONException(`${message} at ${this.reader.place()}`);
  }

  private elements(listType: RuntimeType): unknown[] {
    const { reader } = this;
    const type = listType.typeArguments[0]!;
    const items: unknown[] = [];
    if (!reader.take('[')) throw this.noList(listType);
    if (reader.take(']')) return items;
    do items.push(this.value(type));
    while (reader.more(']', 'ARRAY'));
    return items;
  }

  /**
   * The whole text and a part of it are refused in different words.
   * @see https://salesforce.stackexchange.com/questions/230373: "Expected List<ApexBatch.SFError> but found {"
   */
  private noList(type: RuntimeType): InstanceType<typeof JSONException> {
    const { reader } = this;
    if (reader.isAtStart()) return new JSONException("Malformed JSON: Expected '[' at the beginning of List/Set");
    const found = reader.nextToken();
    return new JSONException(`Expected ${type.name} but found ${found} at ${reader.place()}`);
  }

  private map(type: RuntimeType): ApexMap {
    const [keyType, valueType] = type.typeArguments;
    const map = new ApexMap(type);
    this.object((name) => map.put(this.mapKey(keyType, name), this.value(valueType)));
    return map;
  }

  private mapKey(type: RuntimeType, name: string): unknown {
    if (type.kind === 'enum') return this.constant(type, name);
    if (type.kind === 'primitive') return this.converted(type.name, name);
    throw new JSONException(`Apex Type unsupported in JSON: ${type.name}`);
  }

  private enumValue(type: RuntimeType): unknown {
    const scalar = this.scalar();
    return this.constant(type, typeof scalar === 'object' ? (scalar?.number ?? '') : String(scalar));
  }

  private constant(type: RuntimeType, name: string): unknown {
    const found = enumConstant(type, name);
    return found ?? this.refuse(`The type ${type.name} does not have an enum value ${name}`);
  }

  /** A platform type has a JSON form when its JavaScript class says how it is made from one. */
  private platformObject(type: RuntimeType): unknown {
    const form = type.javaScriptClass as JsonForm | undefined;
    if (!form?.fromJsonValue) throw new JSONException(`Apex Type unsupported in JSON: ${type.name}`);
    return form.fromJsonValue(readUntyped(this.reader));
  }

  private instance(type: RuntimeType): object {
    const info = type.classInfo;
    if (!info) throw new JSONException(`Apex Type unsupported in JSON: ${type.name}`);
    if (info.isAbstract) throw new JSONException(`Type cannot be constructed: ${type.name}`);
    if (info.isKeptFromJson?.deserializable) throw new JSONException(`Not Deserializable: ${type.name}`);
    const fields = fieldsOf(type);
    const instance = info.allocate();
    const seen = new Set<string>();
    this.object((name) => {
      const field = fields.get(name) ?? fields.get(name.toLowerCase());
      if (field) refuseAgain(seen, name, type);
      if (field && !field.isTransient) field.set(instance, this.value(field.type));
      else if (this.isStrict) throw new JSONException(`Unrecognized field "${name}"`);
      else this.reader.skip();
    });
    return instance;
  }
}

/** No field may come twice: so expects a public test that passes on the platform. */
function refuseAgain(seen: Set<string>, fieldName: string, { name }: RuntimeType): void {
  if (seen.has(fieldName)) throw new JSONException(`Duplicate field: ${name}.${fieldName}`);
  seen.add(fieldName);
}

const fieldTables = new WeakMap<RuntimeType, Map<string, RuntimeField>>();

/** Fields by their name as declared and in lower case. */
function fieldsOf(type: RuntimeType): Map<string, RuntimeField> {
  let table = fieldTables.get(type);
  if (!table) {
    table = new Map();
    for (const field of type.classInfo?.fields ?? []) {
      table.set(field.name, field);
      table.set(field.name.toLowerCase(), field);
    }
    fieldTables.set(type, table);
  }
  return table;
}
