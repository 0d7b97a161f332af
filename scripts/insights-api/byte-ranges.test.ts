import { selectBytes } from './byte-ranges';

const version = { size: 100, etag: '"v1"', modifiedAt: new Date('2026-11-02T10:00:00.500Z') };
const DATE = 'Mon, 02 Nov 2026 10:00:00 GMT';
const EARLIER = 'Mon, 02 Nov 2026 09:00:00 GMT';

test.each([
  ['bytes=0-0', { status: 206, start: 0, end: 0 }],
  ['bytes=10-19', { status: 206, start: 10, end: 19 }],
  ['bytes=90-', { status: 206, start: 90, end: 99 }],
  ['bytes=90-1000', { status: 206, start: 90, end: 99 }],
  ['bytes=-10', { status: 206, start: 90, end: 99 }],
  ['bytes=-1000', { status: 206, start: 0, end: 99 }],
  ['bytes=-0', { status: 416 }],
  ['bytes=100-', { status: 416 }],
  ['bytes=100-200', { status: 416 }],
  ['bytes=20-10', { status: 200 }],
  ['bytes=0-1,5-6', { status: 200 }],
  ['bytes=-', { status: 200 }],
  ['bytes=a-b', { status: 200 }],
  ['rows=0-1', { status: 200 }]
])('Range: %s (RFC 9110, 14.1.2)', (range, expected) => {
  expect(selectBytes({ range }, version)).toEqual(expected);
});

test.each([
  [{ 'if-match': '"v1"' }, 206],
  [{ 'if-match': '"v0", "v1"' }, 206],
  [{ 'if-match': '*' }, 206],
  [{ 'if-match': '"v0"' }, 412],
  [{ 'if-match': 'W/"v1"' }, 412],
  [{ 'if-match': '"v1"', 'if-unmodified-since': EARLIER }, 206],
  [{ 'if-unmodified-since': DATE }, 206],
  [{ 'if-unmodified-since': EARLIER }, 412],
  [{ 'if-unmodified-since': 'no date' }, 206],
  [{ 'if-none-match': '"v1"' }, 304],
  [{ 'if-none-match': 'W/"v1"' }, 304],
  [{ 'if-none-match': '"v0"', 'if-modified-since': DATE }, 206],
  [{ 'if-modified-since': DATE }, 304],
  [{ 'if-modified-since': EARLIER }, 206],
  [{ 'if-range': '"v1"' }, 206],
  [{ 'if-range': '"v0"' }, 200],
  [{ 'if-range': 'W/"v1"' }, 200],
  [{ 'if-range': DATE }, 206],
  [{ 'if-range': EARLIER }, 200]
])('with %j (RFC 9110, 13.1) answers %i', (headers, status) => {
  expect(selectBytes({ range: 'bytes=0-9', ...headers }, version).status).toBe(status);
});

test('an empty file has no range', () => {
  expect(selectBytes({ range: 'bytes=0-' }, { ...version, size: 0 })).toEqual({ status: 416 });
});
