import { readFileSync } from 'node:fs';
import type { Info, Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { CsvScanner } from '../../insights-api/reports/csv-scanner';
import { InputError } from '../input-error';

/** A record as the file has it. */
export interface RecordLine {
  /** Line of the file it starts on. */
  line: number;
  /** One cell for each name of the header row. */
  cells: string[];
}

/** The records to load: field API names, and a line for each record. */
export interface RecordsFile {
  file: string;
  fields: string[];
  records: RecordLine[];
}

const CSV_OPTIONS: Options = {
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n']
};

type ParsedRow = { record: string[]; info: Info };

/**
 * Reads a CSV file of records.
 * @throws InputError naming the file, the line and the remedy
 */
export function readRecordsFile(file: string): RecordsFile {
  const [header, ...rows] = withLines(readText(file), (text) => parseRows(file, text));
  if (!header) {
    throw new InputError(`${file} is empty. Its first row has to name the fields: Id, Email, …`);
  }
  const fields = header.cells.map((name) => name.trim());
  checkNames(file, fields);
  rows.forEach((row) => checkWidth(file, row, fields.length));
  return { file, fields, records: rows };
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new InputError(`There is no file ${file}. Check the path.`);
    }
    const reason = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read: ${message}`;
    throw new InputError(`${file} ${reason}. Save it as "CSV UTF-8".`);
  }
}

/** The scanner knows on which line a quote opened; values are left to csv-parse. */
function parseRows(file: string, bytes: Buffer): ParsedRow[] {
  try {
    const scanner = new CsvScanner();
    scanner.push(bytes);
    scanner.end();
  } catch (error) {
    throw new InputError(`${file} is not a valid CSV file: ${(error as Error).message}. Correct the line.`);
  }
  return parse(bytes, CSV_OPTIONS) as unknown as ParsedRow[];
}

function checkNames(file: string, fields: string[]): void {
  const empty = fields.indexOf('');
  if (empty >= 0) {
    throw new InputError(`${file} has no field name in column ${empty + 1} of its first row. Name it or remove it.`);
  }
  const seen = new Set<string>();
  for (const name of fields) {
    if (seen.has(name.toLowerCase())) {
      throw new InputError(`${file} names the field ${name} twice in its first row. Remove one of the columns.`);
    }
    seen.add(name.toLowerCase());
  }
}

function checkWidth(file: string, { line, cells }: RecordLine, width: number): void {
  if (cells.length !== width) {
    throw new InputError(`${file} line ${line} has ${cells.length} cells, its first row ${width}. Correct the line.`);
  }
}

/** Finds the line each row starts on: csv-parse tells where a row ends, and counts some line breaks twice. */
function withLines(text: string, parser: (bytes: Buffer) => ParsedRow[]): RecordLine[] {
  const bytes = Buffer.from(text);
  let line = 1;
  let position = 0;
  return parser(bytes).map(({ record, info }) => {
    const source = bytes.toString('utf8', position, info.bytes);
    const blankLines = lineBreaks(/^[\r\n]*/.exec(source)![0]);
    const row = { line: line + blankLines, cells: record };
    line += lineBreaks(source);
    position = info.bytes;
    return row;
  });
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}
