/**
 * Text without case. SQLite folds only ASCII; a text with other letters therefore has a folded copy in a shadow column,
 * and comparisons use `coalesce(shadow, text) COLLATE NOCASE`.
 */

const ASCII = /^[\x00-\x7f]*$/;

/** Whether SQLite can compare this text by itself. */
export function isPlain(text: string): boolean {
  return ASCII.test(text);
}

/** The form in which text is compared: equal for texts that differ only in case. */
export function fold(text: string): string {
  return isPlain(text) ? text : text.toUpperCase().toLowerCase();
}

/** What the shadow column holds. */
export function shadowOf(text: string): string | null {
  return isPlain(text) ? null : fold(text);
}

/** Name of the shadow column of a column. */
export function shadowColumn(column: string): string {
  return `${column}~`;
}

/** An SQL expression that compares a text column without case. */
export function foldedColumn(alias: string, column: string): string {
  return `coalesce(${alias}"${shadowColumn(column)}",${alias}"${column}") COLLATE NOCASE`;
}
