import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Column, columnsOf } from './column-types';
import { CHECKPOINT_ROWS, CsvScanner, type RowPositions } from './csv-scanner';
import { type FileVersion, openVersion, pieces } from './file-version';
import { ReportError } from './report-error';

/**
 * RFC 4180 with LF or CRLF. Rows of any length pass: judging them is the reader's business. A quote inside a bare cell
 * is text; quotes in the wrong place of a quoted one were refused by the scanner.
 */
const CSV_OPTIONS: Options = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n']
};

/** Types and samples are read off this many rows. */
const TYPED_ROWS = 1000;

/** One version of a CSV file, checked and indexed. Its content is never held in memory as a whole. */
export interface CsvReport extends FileVersion {
  rowCount: number;
  columns: Column[];
  positions: RowPositions;
}

/**
 * Reads a CSV file once, finds its rows and reads its columns.
 * @throws ReportError naming the file and the line when it is not RFC 4180 in UTF-8 with a header row.
 */
export async function openCsvReport(version: FileVersion): Promise<CsvReport> {
  const handle = await openVersion(version);
  try {
    const positions = await scan(handle, version.file);
    const report = { ...version, rowCount: positions.rowCount, positions };
    const [header] = await readRows(handle, positions.headerAt, positions.checkpoints[0] ?? positions.size, 0, 1);
    return { ...report, columns: columnsOf(header, await rowsBetween(handle, report, 0, TYPED_ROWS)) };
  } finally {
    await handle.close();
  }
}

/** The rows from `offset` on, at most `limit` of them, cells as the file has them. */
export async function readCsvRows(report: CsvReport, offset: number, limit: number): Promise<string[][]> {
  const handle = await openVersion(report);
  try {
    return await rowsBetween(handle, report, offset, limit);
  } finally {
    await handle.close();
  }
}

async function scan(handle: FileHandle, file: string): Promise<RowPositions> {
  const scanner = new CsvScanner();
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of pieces(handle)) {
      utf8.decode(piece, { stream: true });
      scanner.push(piece);
    }
    utf8.decode();
    return withHeader(scanner.end());
  } catch (error) {
    throw new ReportError('unreadable', `${basename(file)} is not a valid CSV file: ${explain(error)}.`);
  }
}

function withHeader(positions: RowPositions): RowPositions {
  if (positions.headerAt < 0) {
    throw new Error('it is empty, and needs a header row with the column names');
  }
  return positions;
}

function explain(error: unknown): string {
  const undecodable = (error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
  return undecodable ? 'it is not UTF-8 text; save it as "CSV UTF-8"' : (error as Error).message;
}

/** Reads from the checkpoint before the first row wanted to the one after the last. */
async function rowsBetween(
  handle: FileHandle,
  report: Pick<CsvReport, 'positions' | 'rowCount'>,
  offset: number,
  limit: number
): Promise<string[][]> {
  const { checkpoints, size } = report.positions;
  if (offset >= report.rowCount) {
    return [];
  }
  const first = Math.floor(offset / CHECKPOINT_ROWS);
  const end = checkpoints[Math.ceil((offset + limit) / CHECKPOINT_ROWS)] ?? size;
  return readRows(handle, checkpoints[first], end, offset - first * CHECKPOINT_ROWS, limit);
}

async function readRows(
  handle: FileHandle,
  start: number,
  end: number,
  skip: number,
  limit: number
): Promise<string[][]> {
  const bytes = Buffer.alloc(end - start);
  await handle.read(bytes, 0, bytes.length, start);
  return parse(bytes, { ...CSV_OPTIONS, from: skip + 1, to: skip + limit }) as unknown as string[][];
}
