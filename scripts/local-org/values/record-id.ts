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
 * The 18 character form of an Id. One that has 18 characters already stays as it is: Apex does not look at the suffix.
 * @returns null when the text is not an Id: wrong length or other characters
 */
export function toId18(text: string): string | null {
  if (!/^(?:[0-9A-Za-z]{15}|[0-9A-Za-z]{18})$/.test(text)) return null;
  return text.length === 15 ? text + idSuffix(text) : text;
}

/** The form in which Ids are stored and compared: 15 characters decide, whatever suffix follows them. */
export function canonicalId(text: string): string | null {
  const id = toId18(text);
  return id === null ? null : id.slice(0, 15) + idSuffix(id.slice(0, 15));
}

/** An 18 character Id in its own case: the suffix states the case of each letter. */
export function restoreIdCase(text: string): string {
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
