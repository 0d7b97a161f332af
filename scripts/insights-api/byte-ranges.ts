import type { IncomingHttpHeaders } from 'node:http';

/** What conditional requests are compared with. */
export interface Representation {
  size: number;
  etag: string;
  modifiedAt: Date;
}

/** Which bytes answer a request for a file. `end` is inclusive, as in Content-Range. */
export type Selection =
  { status: 200 } | { status: 206; start: number; end: number } | { status: 304 } | { status: 412 } | { status: 416 };

/** Decides a GET or HEAD of a file, in the order of RFC 9110 section 13.2.2. */
export function selectBytes(headers: IncomingHttpHeaders, version: Representation): Selection {
  if (!preconditionsHold(headers, version)) {
    return { status: 412 };
  }
  if (isUnchanged(headers, version)) {
    return { status: 304 };
  }
  if (headers.range === undefined || !rangeApplies(headers, version)) {
    return { status: 200 };
  }
  return selectRange(headers.range, version.size);
}

/** RFC 9110 section 13.1.1 and 13.1.4: If-Match compares strongly; If-Unmodified-Since counts only without it. */
function preconditionsHold(headers: IncomingHttpHeaders, version: Representation): boolean {
  if (headers['if-match'] !== undefined) {
    return headers['if-match'].trim() === '*' || tagsOf(headers['if-match']).includes(version.etag);
  }
  const since = dateOf(headers['if-unmodified-since']);
  return since === undefined || seconds(version.modifiedAt) <= since;
}

/** RFC 9110 section 13.1.2 and 13.1.3: If-None-Match compares weakly; If-Modified-Since counts only without it. */
function isUnchanged(headers: IncomingHttpHeaders, version: Representation): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return tags.trim() === '*' || tagsOf(tags).some((tag) => tag.replace(/^W\//, '') === version.etag);
  }
  const since = dateOf(headers['if-modified-since']);
  return since !== undefined && seconds(version.modifiedAt) <= since;
}

/** RFC 9110 section 13.1.5: a strong ETag, or exactly the Last-Modified date. */
function rangeApplies(headers: IncomingHttpHeaders, version: Representation): boolean {
  const condition = headers['if-range'];
  if (condition === undefined || Array.isArray(condition)) {
    return condition === undefined;
  }
  const isTag = condition.includes('"');
  return isTag ? condition.trim() === version.etag : dateOf(condition) === seconds(version.modifiedAt);
}

/**
 * RFC 9110 section 14.1.2. A malformed range, another unit and several ranges are ignored, as section 14.2 allows; a
 * suffix longer than the file is the whole file; a range that begins behind the file's end is answered 416.
 */
function selectRange(header: string, size: number): Selection {
  const [, first, last] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (first === undefined || (first === '' && last === '') || (first && last && Number(last) < Number(first))) {
    return { status: 200 };
  }
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? { status: 416 } : { status: 206, start, end };
}

function tagsOf(header: string): string[] {
  return header.match(/(W\/)?"[^"]*"/g) ?? [];
}

function dateOf(header: string | undefined): number | undefined {
  const time = header === undefined ? Number.NaN : Date.parse(header);
  return Number.isNaN(time) ? undefined : time / 1000;
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
