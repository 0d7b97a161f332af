import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InsightsApi, startInsightsApi } from './server';
import { ContractClient } from './testing/contract-client';
import { createFolder } from './testing/report-fixture';

const CONTENT = '\ufeffName,Größe\r\n"a, ""b""",1\r\nü,2\r\n';
const LATIN1 = Buffer.from('Name\nM\xfcller\n', 'latin1');

let files: ReturnType<typeof createFolder>;
let api: InsightsApi;
let client: ContractClient;

beforeEach(async () => {
  files = createFolder({ 'report.csv': CONTENT, 'nothing.csv': '', 'latin1.csv': LATIN1 });
  api = await startInsightsApi({ reports: files.folder });
  client = new ContractClient(api.url);
});

afterEach(async () => {
  await api.close();
  files.remove();
});

test('a file is served byte for byte, whatever it is', async () => {
  expect((await client.get('/exports/report.csv')).text).toBe(CONTENT.slice(1)); // fetch drops the byte order mark
  const response = await fetch(`${api.url}/exports/latin1.csv`);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(LATIN1);
  const empty = await client.get('/exports/nothing.csv');
  expect([empty.status, empty.headers.get('content-length')]).toEqual([200, '0']);
});

test('ranges put together are the file', async () => {
  const bytes = readFileSync(join(files.folder, 'report.csv'));
  const read: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += 7) {
    const response = await fetch(`${api.url}/exports/report.csv`, {
      headers: { range: `bytes=${start}-${start + 6}` }
    });
    const end = Math.min(start + 6, bytes.length - 1);
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/${bytes.length}`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    read.push(Buffer.from(await response.arrayBuffer()));
  }
  expect(Buffer.concat(read)).toEqual(bytes);
});

test('HEAD tells size, version and date, and takes ranges', async () => {
  const { status, headers, text } = await client.call('HEAD', '/exports/report.csv', {});
  expect([status, headers.get('content-length'), text]).toEqual([200, String(Buffer.byteLength(CONTENT)), '']);
  const part = await client.call('HEAD', '/exports/report.csv', { headers: { range: 'bytes=1-2' } });
  expect([part.status, part.headers.get('content-length')]).toEqual([206, '2']);
});

test('a range outside the file tells its size', async () => {
  const { status, headers, json } = await client.get('/exports/report.csv', { range: 'bytes=999-' });
  expect([status, headers.get('content-range')]).toEqual([416, `bytes */${Buffer.byteLength(CONTENT)}`]);
  expect(json.error.code).toBe('range-not-satisfiable');
});

test('a replaced file is noticed by If-Match, and sent whole by If-Range', async () => {
  const etag = (await client.get('/exports/report.csv')).headers.get('etag')!;
  expect((await client.get('/exports/report.csv', { 'if-none-match': etag })).status).toBe(304);
  writeFileSync(join(files.folder, 'report.csv'), 'Name\nnew\n');
  expect((await client.get('/exports/report.csv', { 'if-match': etag, range: 'bytes=0-3' })).status).toBe(412);
  const whole = await client.get('/exports/report.csv', { 'if-range': etag, range: 'bytes=0-3' });
  expect([whole.status, whole.text]).toEqual([200, 'Name\nnew\n']);
  expect(whole.headers.get('etag')).not.toBe(etag);
});

test('an export needs no token, but not a wrong one', async () => {
  expect((await client.get('/exports/report.csv', { authorization: 'Bearer made-up' })).status).toBe(401);
  expect((await client.get('/exports/nowhere.csv')).status).toBe(404);
});
