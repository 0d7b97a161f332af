import { definePlatformType } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import { IllegalArgumentException } from '../../../values/exceptions';
import { hashOfString, type ApexValue } from '../../../values/protocol';
import { required } from '../../../declarations/arguments';

/** `System.UUID`: 128 bits, written in 36 characters. */
export class ApexUuid implements ApexValue {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** JSON carries it as its text. */
  toJsonValue(): string {
    return this.text;
  }

  static fromJsonValue(value: unknown): ApexUuid | null {
    return typeof value === 'string' ? fromText(value) : null;
  }

  toApexString(): string {
    return this.text;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  apexHashCode(): number {
    return hashOfString(this.text);
  }

  apexKey(): string {
    return `\u0000u${this.text}`;
  }
}

/** A version 4 UUID from the org's own random source. */
export function randomUuid(): ApexUuid {
  const bytes = Buffer.from(transaction().org.random.bytes(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return new ApexUuid(bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'));
}

function fromText(text: string): ApexUuid {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    throw new IllegalArgumentException(`Invalid UUID string: ${text}`);
  }
  return new ApexUuid(text.toLowerCase());
}

definePlatformType({
  namespace: 'System',
  name: 'UUID',
  kind: 'class',
  javaScriptClass: ApexUuid,
  documentation: 'UUID Class, Apex Reference Guide',
  members: {
    'Boolean equals(Object obj)': (self: ApexUuid, other: unknown) => self.apexEquals(other),
    'static UUID fromString(String uuidStr)': (text: string | null) => fromText(required(text, 1)),
    'Integer hashCode()': (self: ApexUuid) => self.apexHashCode(),
    'static UUID randomUUID()': randomUuid,
    'String toString()': (self: ApexUuid) => self.text
  }
});
