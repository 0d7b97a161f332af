import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { ReportError } from './report-error';

/** Files are read in pieces of this size, so that their size does not show in memory. */
export const READ_SIZE = 1 << 20;

/** One version of a file: what it was when it was last written. */
export interface FileVersion {
  file: string;
  size: number;
  modifiedAt: Date;
  /** SHA-256 of the content: a report's version and, quoted, its strong ETag. */
  version: string;
}

/** Reads a file once to name its version. @throws ReportError when it cannot be opened. */
export async function readFileVersion(file: string): Promise<FileVersion> {
  const handle = await openFile(file);
  try {
    const { size, mtime } = await handle.stat();
    const hash = createHash('sha256');
    for await (const piece of pieces(handle)) {
      hash.update(piece);
    }
    return { file, size, modifiedAt: mtime, version: hash.digest('hex').slice(0, 32) };
  } finally {
    await handle.close();
  }
}

/**
 * Opens the file of a version; the caller closes it.
 * @throws ReportError when the file was written to since.
 */
export async function openVersion(version: FileVersion): Promise<FileHandle> {
  const handle = await openFile(version.file);
  const { size, mtime } = await handle.stat();
  if (size === version.size && mtime.getTime() === version.modifiedAt.getTime()) {
    return handle;
  }
  await handle.close();
  throw new ReportError('replaced', `${basename(version.file)} was replaced while it was read. Ask again.`);
}

/** The content of an open file, piece by piece; the file stays open. */
export function pieces(handle: FileHandle): AsyncIterable<Buffer> {
  return handle.createReadStream({ start: 0, autoClose: false, highWaterMark: READ_SIZE });
}

async function openFile(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw new ReportError('not-found', `${basename(file)} cannot be opened: ${(error as Error).message}`);
  }
}
