import { closeSync, openSync, writeSync } from 'node:fs';

const ROWS_AT_ONCE = 10_000;

/** Writes a CSV file piece by piece, so that its size does not matter. */
export function writeCsv(file: string, header: string, rows: number, row: (number: number) => string): void {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, `${header}\n`);
  for (let first = 0; first < rows; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - first);
    writeSync(descriptor, Array.from({ length: count }, (_, index) => `${row(first + index)}\n`).join(''));
  }
  closeSync(descriptor);
}

/** Contacts with an email address and a score of their own. */
export function writeContacts(file: string, rows: number): void {
  writeCsv(
    file,
    'LastName,Email,Score__c',
    rows,
    (number) => `Contact ${number},contact.${number}@example.com,${number % 10}`
  );
}

/** A report about the same contacts, in another order; nine of ten rows bring something new. */
export function writeReport(file: string, rows: number): void {
  const header = 'End User ID,Email,Account Name,Score,Date (UTC),Last seen,Active,Comment';
  writeCsv(file, header, rows, (number) => {
    const contact = (number * 7919) % rows;
    const score = contact % 10 === 0 ? 0 : (contact % 10) - 1;
    return `u-${contact},Contact.${contact}@example.com,"Account, ${contact % 100}",${score},2026-11-02,2026-11-02 12:53:29,true,"said ""${contact}"""`;
  });
}

/** A wide table, of which nothing is asked but that it is long. */
export function writeLongReport(file: string, rows: number): void {
  const columns = Array.from({ length: 10 }, (_, index) => `Column ${index + 1}`);
  writeCsv(file, columns.join(','), rows, (number) => columns.map((_, index) => `value ${number * index}`).join(','));
}
