/** The most that Apex takes of a file at once, in bytes; it arrives as Base64, a third larger. */
export const MOST_BYTES = 750_000;

const NEWLINE = 0x0a;
/** The first two bits of a byte that goes on with a character of several bytes, in UTF-8. */
const CONTINUES = 0b10;

/** The pieces of a file in their order, each as Base64. An empty file has one, empty piece. */
export async function* pieces(file: Blob, mostBytes = MOST_BYTES): AsyncGenerator<string> {
  let start = 0;
  do {
    // eslint-disable-next-line no-await-in-loop -- where a piece ends decides where the next one starts
    const bytes = new Uint8Array(await file.slice(start, start + mostBytes + 1).arrayBuffer());
    const isLast = bytes.length <= mostBytes;
    const length = isLast ? bytes.length : cut(bytes, mostBytes);
    yield base64(bytes.subarray(0, length));
    start += length;
  } while (start < file.size);
}

/** How many pieces a file takes at the least, to tell how far an upload is. */
export function pieceCount(file: Blob): number {
  return Math.max(1, Math.ceil(file.size / MOST_BYTES));
}

/** Behind the last line that is whole; where there is none, before a character. */
function cut(bytes: Uint8Array, mostBytes: number): number {
  const newline = bytes.lastIndexOf(NEWLINE, mostBytes - 1);
  if (newline >= 0) {
    return newline + 1;
  }
  let end = mostBytes;
  while (end > 1 && bytes[end] >>> 6 === CONTINUES) {
    end--;
  }
  return end;
}

/** In steps, because a function takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const step = 0x8000;
  let text = '';
  for (let start = 0; start < bytes.length; start += step) {
    text += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return btoa(text);
}
