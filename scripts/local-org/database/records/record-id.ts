/**
 * Record Ids: 15 characters with case, or 18 with a suffix that makes them safe without case.
 * @see "What are Salesforce IDs composed of", https://help.salesforce.com/s/articleView?id=000385585
 */

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Instance and reserved characters of the Ids this org makes. */
const POD = 'L00';
const SERIAL_LENGTH = 9;

/** The three characters that say where the upper-case letters of a 15 character Id are. */
export function idSuffix(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 3; chunk += 1) {
    let bits = 0;
    for (let i = 0; i < 5; i += 1) {
      const code = id15.charCodeAt(chunk * 5 + i);
      if (code >= 65 && code <= 90) bits |= 1 << i;
    }
    suffix += SUFFIX[bits];
  }
  return suffix;
}

/**
 * The 18 character form of an Id.
 * @returns null when the text is not an Id: wrong length, other characters, or an 18 character form whose suffix cannot
 *   be
 */
export function toId18(text: string): string | null {
  if (text.length === 15) return /^[0-9A-Za-z]{15}$/.test(text) ? text + idSuffix(text) : null;
  if (text.length !== 18 || !/^[0-9A-Za-z]{15}[A-Za-z0-5]{3}$/.test(text)) return null;
  return restoreCase(text);
}

/** The suffix states the case of each letter, so an Id survives a tool that changed it. */
function restoreCase(text: string): string {
  const suffix = text.slice(15).toUpperCase();
  let id = '';
  for (let i = 0; i < 15; i += 1) {
    const upper = (SUFFIX.indexOf(suffix[Math.floor(i / 5)]) >> (i % 5)) & 1;
    id += upper ? text[i].toUpperCase() : text[i].toLowerCase();
  }
  return id + idSuffix(id);
}

/** The Id of the record with this number among those of one key prefix, 18 characters. */
export function makeId(keyPrefix: string, serial: number): string {
  let digits = '';
  for (let rest = serial; rest > 0; rest = Math.floor(rest / DIGITS.length))
    digits = DIGITS[rest % DIGITS.length] + digits;
  const id15 = keyPrefix + POD + digits.padStart(SERIAL_LENGTH, '0');
  return id15 + idSuffix(id15);
}

/** The number in an Id that {@link makeId} made; null for an Id of another org. */
export function serialOf(id: string): number | null {
  if (id.slice(3, 6) !== POD) return null;
  let serial = 0;
  for (const digit of id.slice(6, 15)) serial = serial * DIGITS.length + DIGITS.indexOf(digit);
  return serial;
}
