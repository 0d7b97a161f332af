/** Control characters a report may bring along: they would steer the terminal instead of being shown. */
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** A value as one line of plain text, cut when it is long. */
export function printable(value: unknown, longest = 80): string {
  const text = value === null || value === undefined ? '' : String(value);
  const line = text.replace(/\s+/g, ' ').replace(CONTROL, '\ufffd');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** A count with thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
