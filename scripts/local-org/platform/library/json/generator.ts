import { definePlatformType, type Implementation } from '../../../declarations/define';
import { JSONException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';
import { writeJson } from './serialize';
import { JsonWriter } from './writer';

/**
 * `System.JSONGenerator`: JSON text written piece by piece.
 * @see "JSONGenerator Class", Apex Reference Guide
 */
export class ApexJsonGenerator {
  private readonly writer: JsonWriter;
  private isClosed = false;

  constructor(isPretty: boolean) {
    this.writer = new JsonWriter(isPretty);
  }

  close(): void {
    while (this.writer.container !== null) this.writer.close();
    this.isClosed = true;
  }

  getAsString(): string {
    this.close();
    return this.writer.toString();
  }

  closed(): boolean {
    return this.isClosed;
  }

  open(container: 'object' | 'array'): void {
    this.checkValue();
    this.writer.open(container);
  }

  end(container: 'object' | 'array'): void {
    if (this.writer.container !== container) {
      const actual = this.writer.container ?? 'root';
      throw new JSONException(`Current context not an ${container} but ${actual}`);
    }
    this.writer.close();
  }

  name(name: string): void {
    if (this.writer.container !== 'object' || this.writer.awaitsValue) {
      throw new JSONException('Can not write a field name, expecting a value');
    }
    this.writer.name(name);
  }

  value(value: unknown): void {
    this.checkValue();
    writeJson(this.writer, value, false);
  }

  field(name: string | null, value: unknown): void {
    this.name(required(name, 1));
    this.value(value);
  }

  private checkValue(): void {
    if (this.isClosed) throw new JSONException('The generator is closed');
    if (this.writer.container === 'object' && !this.writer.awaitsValue) {
      throw new JSONException('Can not write value, expecting field name');
    }
  }
}

/** A value method and its field method for every type that has them. */
function valueMembers(): Record<string, Implementation> {
  const kinds: Record<string, readonly string[]> = {
    Blob: ['Blob'],
    Boolean: ['Boolean'],
    Date: ['Date'],
    DateTime: ['Datetime'],
    Id: ['Id'],
    Number: ['Decimal', 'Double', 'Integer', 'Long'],
    String: ['String'],
    Time: ['Time']
  };
  const members: Record<string, Implementation> = {};
  for (const [kind, types] of Object.entries(kinds)) {
    for (const type of types) {
      members[`void write${kind}(${type} value)`] = (self: ApexJsonGenerator, value: unknown) =>
        self.value(required(value, 1));
      members[`void write${kind}Field(String fieldName, ${type} value)`] = (
        self: ApexJsonGenerator,
        name: string | null,
        value: unknown
      ) => self.field(name, required(value, 2));
    }
  }
  return members;
}

definePlatformType({
  namespace: 'System',
  name: 'JSONGenerator',
  kind: 'class',
  javaScriptClass: ApexJsonGenerator,
  documentation: 'JSONGenerator Class, Apex Reference Guide',
  members: {
    ...valueMembers(),
    'void close()': (self: ApexJsonGenerator) => self.close(),
    'String getAsString()': (self: ApexJsonGenerator) => self.getAsString(),
    'Boolean isClosed()': (self: ApexJsonGenerator) => self.closed(),
    'void writeEndArray()': (self: ApexJsonGenerator) => self.end('array'),
    'void writeEndObject()': (self: ApexJsonGenerator) => self.end('object'),
    'void writeFieldName(String fieldName)': (self: ApexJsonGenerator, name: string | null) =>
      self.name(required(name, 1)),
    'void writeNull()': (self: ApexJsonGenerator) => self.value(null),
    'void writeNullField(String fieldName)': (self: ApexJsonGenerator, name: string | null) => self.field(name, null),
    'void writeObject(Object anyObject)': (self: ApexJsonGenerator, value: unknown) => self.value(value),
    'void writeObjectField(String fieldName, Object value)': (
      self: ApexJsonGenerator,
      name: string | null,
      value: unknown
    ) => self.field(name, value),
    'void writeStartArray()': (self: ApexJsonGenerator) => self.open('array'),
    'void writeStartObject()': (self: ApexJsonGenerator) => self.open('object')
  }
});
