import type { ApexValue } from './protocol';

/**
 * Apex Blob: bytes.
 * @see "Blob Class", Apex Reference Guide
 */
export class ApexBlob implements ApexValue {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A Blob of a text in UTF-8. */
  static fromText(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }

  /** The bytes as a Node buffer over the same memory. */
  buffer(): Buffer {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
  }

  toApexString(): string {
    return `Blob[${this.bytes.byteLength}]`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexBlob && this.buffer().equals(other.buffer());
  }

  apexHashCode(): number {
    let hash = 1;
    for (const byte of this.bytes) hash = (Math.imul(hash, 31) + ((byte << 24) >> 24)) | 0;
    return hash;
  }

  apexKey(): string {
    return `\u0000b${this.buffer().toString('latin1')}`;
  }
}

/** The body of a request that brought none: there, but its text is null. */
export const NO_CONTENT = new ApexBlob(new Uint8Array(0));
