/** A file to pack. */
export interface PackedFile {
  path: string;
  text: string;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Version 2.0 of the format, and names in UTF-8. */
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** The first of January 1980, the earliest date a zip can have: the same files always give the same zip. */
const FIRST_DAY = 0x0021;

/** A zip of text files, stored without compression (APPNOTE.TXT of PKWARE, sections 4.3.7, 4.3.12 and 4.3.16). */
export function zip(files: PackedFile[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ path, text }) => ({ name: encode(path), content: encode(text) }));
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const facts = [VERSION, UTF8_NAMES, 0, 0, FIRST_DAY];
    const sizes = [checksum(content), content.length, content.length];
    const local = join([words(LOCAL_HEADER), shorts(...facts), words(...sizes), shorts(name.length, 0), name, content]);
    const placing = [shorts(name.length, 0, 0, 0, 0), words(0, offset), name];
    directory.push(join([words(CENTRAL_HEADER), shorts(VERSION, ...facts), words(...sizes), ...placing]));
    bodies.push(local);
    offset += local.length;
  }
  const central = join(directory);
  const counts = shorts(0, 0, entries.length, entries.length);
  return join([...bodies, central, words(END_OF_DIRECTORY), counts, words(central.length, offset), shorts(0)]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Numbers of 16 bits, little end first. */
function shorts(...values: number[]): Uint8Array {
  return Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >>> 8) & 0xff]));
}

/** Numbers of 32 bits, little end first. */
function words(...values: number[]): Uint8Array {
  return shorts(...values.flatMap((value) => [value & 0xffff, value >>> 16]));
}

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}

/** CRC-32 as zip uses it. */
function checksum(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    }
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
