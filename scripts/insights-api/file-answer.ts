import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { selectBytes } from './byte-ranges';
import { Problem } from './problem';
import { type FileVersion, openVersion } from './reports/file-version';

interface Bytes {
  start: number;
  /** Inclusive, as in Content-Range; one less than `start` for an empty file. */
  end: number;
}

/** Answers a GET or HEAD of a CSV file with all of it, the bytes asked for, or why not. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, file: FileVersion): Promise<unknown> {
  const etag = `"${file.version}"`;
  const selection = selectBytes(request.headers, { ...file, etag });
  const headers = { 'accept-ranges': 'bytes', etag, 'last-modified': file.modifiedAt.toUTCString() };
  switch (selection.status) {
    case 304:
      return reply.code(304).headers(headers).send();
    case 412:
      throw new Problem(412, 'precondition-failed', 'The file is not the one asked for any more.');
    case 416:
      throw notSatisfiable(file.size);
    case 206:
      return sendBytes(
        request,
        reply.code(206).headers({ ...headers, ...contentRange(selection, file) }),
        file,
        selection
      );
    default:
      return sendBytes(request, reply.headers(headers), file, { start: 0, end: file.size - 1 });
  }
}

async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  file: FileVersion,
  bytes: Bytes
): Promise<unknown> {
  const isHead = request.method === 'HEAD';
  const content = isHead ? undefined : await contentOf(file, bytes);
  reply.type('text/csv; charset=utf-8').header('content-length', bytes.end - bytes.start + 1);
  return reply.send(content);
}

async function contentOf(file: FileVersion, { start, end }: Bytes): Promise<Readable> {
  return end < start ? Readable.from([]) : (await openVersion(file)).createReadStream({ start, end });
}

function contentRange({ start, end }: Bytes, file: FileVersion): Record<string, string> {
  return { 'content-range': `bytes ${start}-${end}/${file.size}` };
}

function notSatisfiable(size: number): Problem {
  const message = `The range lies outside the ${size} bytes.`;
  return new Problem(416, 'range-not-satisfiable', message, { 'content-range': `bytes */${size}` });
}
