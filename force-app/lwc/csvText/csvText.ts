/** What a spreadsheet takes for the beginning of a formula; the wide forms of East Asian keyboards as well. */
const SIGNS = '=+\\-@＝＋－＠';
const FORMULA = new RegExp(`^(?=[\\t\\r\\n]|\\s*[${SIGNS}])`);
/**
 * Where the separator of a spreadsheet is another one, as in many countries, a cell of its own begins inside of a cell,
 * and quotes are no help: they count only where a cell begins.
 */
const FORMULA_INSIDE = new RegExp(`([;|\\t\\r\\n][\\s"']*)(?=[${SIGNS}])`, 'g');
const TO_QUOTE = /[",;|\t\r\n]/;
/** Without it, spreadsheets read UTF-8 as something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Rows as CSV (RFC 4180), made safe for spreadsheets: what would be a formula gets an apostrophe in front. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(value: string): string {
  const harmless = value.replace(FORMULA_INSIDE, "$1'").replace(FORMULA, "'");
  return TO_QUOTE.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
