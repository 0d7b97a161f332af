import { join } from 'node:path';
import { Faults, readFault } from './faults';
import { type InsightsApi, startInsightsApi } from './server';
import { ContractClient } from './testing/contract-client';
import { createFolder } from './testing/report-fixture';

const ROWS = '/insights/v1/environments/Production/reports/scores/rows';
const EXPORT = '/exports/scores.csv';
const CONTENT = `Email,Score\n${'someone@example.com,1\n'.repeat(500)}`;

let files: ReturnType<typeof createFolder>;
let api: InsightsApi;
let client: ContractClient;

beforeAll(async () => {
  files = createFolder({ 'scores.csv': CONTENT });
  api = await startInsightsApi({ reports: files.folder });
  client = new ContractClient(api.url);
  await client.signIn();
});

afterEach(() => fetch(`${api.url}/__faults`, { method: 'DELETE' }));

afterAll(async () => {
  await api.close();
  files.remove();
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function arm(fault: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${api.url}/__faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
}

test('status: answers in the form of the contract, with Retry-After, so many times', async () => {
  await arm({ kind: 'status', status: 429, retryAfter: '2', path: '*/rows', times: 2 });
  for (const _ of [1, 2]) {
    const { status, headers, json } = await client.get(ROWS);
    expect([status, headers.get('retry-after'), json.error.code]).toEqual([429, '2', 'fault']);
  }
  expect((await client.get(ROWS)).status).toBe(200);
});

test('after: lets requests pass first; other paths and methods are spared', async () => {
  await arm({ kind: 'status', status: 503, path: EXPORT, method: 'get', after: 1 });
  expect((await client.get(ROWS)).status).toBe(200);
  expect((await client.call('HEAD', EXPORT, {})).status).toBe(200);
  expect((await client.get(EXPORT)).status).toBe(200);
  expect((await client.get(EXPORT)).status).toBe(503);
});

test('a token request fails like any other', async () => {
  await arm({ kind: 'status', status: 500, path: '/accounts/*', times: 1, code: 'down', message: 'Down.' });
  expect((await new ContractClient(api.url).signIn()).json).toEqual({ error: { code: 'down', message: 'Down.' } });
});

test('slow: the answer is right but late', async () => {
  await arm({ kind: 'slow', delayMs: 300 });
  const started = performance.now();
  expect((await client.get(ROWS)).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThanOrEqual(290);
});

test('a late answer comes as soon as faults are ended', async () => {
  await arm({ kind: 'slow', delayMs: 60_000, path: ROWS });
  const answered = client.get(ROWS);
  await until(async () => ((await (await fetch(`${api.url}/__faults`)).json()) as { hits: number }[])[0].hits === 1);
  await fetch(`${api.url}/__faults`, { method: 'DELETE' });
  expect((await answered).status).toBe(200);
});

test('drop: no answer at all', async () => {
  await arm({ kind: 'drop', times: 1 });
  await expect(client.get(ROWS)).rejects.toThrow('fetch failed');
  expect((await client.get(ROWS)).status).toBe(200);
});

test.each([ROWS, EXPORT])('cut: %s announces all and breaks off', async (path) => {
  const whole = (await client.get(path)).text;
  await arm({ kind: 'cut', afterBytes: 100 });
  const authorization = { authorization: `Bearer ${(await client.signIn()).json?.access_token}` };
  const response = await fetch(api.url + path, { headers: path === ROWS ? authorization : {} }).catch(() => undefined);
  expect(Number(response?.headers.get('content-length') ?? whole.length)).toBe(whole.length);
  await expect(response ? response.text() : Promise.reject(new Error('terminated'))).rejects.toThrow();
});

test('malformed: a complete answer that is no JSON, or something else altogether', async () => {
  await arm({ kind: 'malformed', path: '*/rows', times: 1 });
  await arm({ kind: 'malformed', path: '*/rows', body: '<html>Sign in</html>', contentType: 'text/html' });
  await expect(client.get(ROWS)).rejects.toThrow(/JSON/);
  await expect(client.get(ROWS)).rejects.toThrow('does not answer 200 with "text/html"');
});

test('replace: a report becomes another one in the middle of a read', async () => {
  const other = createFolder({ 'new.csv': 'Email,Score\nnew@example.com,9\n' });
  await arm({ kind: 'replace', reportId: 'scores', file: join(other.folder, 'new.csv'), path: '*/rows', after: 1 });
  const before = (await client.get(`${ROWS}?limit=1`)).json;
  const after = (await client.get(`${ROWS}?limit=1`)).json;
  expect([before.total, after.total, after.rows]).toEqual([500, 1, [['new@example.com', '9']]]);
  expect(after.version).not.toBe(before.version);
  expect((await client.get(EXPORT)).text).toContain('new@example.com');
  other.remove();
  expect((await client.get(EXPORT)).status).toBe(404);
  await arm({ kind: 'replace', reportId: 'scores', file: join(files.folder, 'scores.csv') });
  expect((await client.get(EXPORT)).text).toBe(CONTENT);
  await arm({ kind: 'replace', reportId: 'nothing', file: join(files.folder, 'scores.csv') });
  expect((await client.get(ROWS)).json.error.message).toBe('There is no report "nothing".');
});

test('replace: a file that is missing is told to whom it strikes', async () => {
  await arm({ kind: 'replace', reportId: 'scores', file: '/no/such/file.csv', path: '*/rows' });
  expect((await client.get(ROWS)).json.error.message).toBe('There is no file or folder /no/such/file.csv.');
  expect((await client.get(ROWS)).status).toBe(200);
});

test('the faults in force are listed with their hits', async () => {
  await arm({ kind: 'drop', path: '/nowhere' });
  const listed = await (await fetch(`${api.url}/__faults`)).json();
  expect(listed).toEqual([{ kind: 'drop', path: '/nowhere', hits: 0 }]);
});

test.each([
  [{ kind: 'status' }, "must have required property 'status'"],
  [{ kind: 'status', status: 200 }, 'fault/status must be >= 300'],
  [{ kind: 'explode' }, 'value of tag "kind" must be in oneOf'],
  [{ kind: 'drop', colour: 'red' }, 'must NOT have additional properties'],
  ['drop', 'must be object']
])('%j is refused', async (fault, message) => {
  const response = await arm(fault as object);
  expect(response.status).toBe(400);
  expect(((await response.json()) as any).error.message).toContain(message);
  expect(() => readFault(fault)).toThrow(message);
});

test('the first fault strikes, and requests that others let pass count for them', () => {
  const faults = new Faults();
  faults.add({ kind: 'drop', after: 2, times: 1 });
  faults.add({ kind: 'slow', delayMs: 1, times: 1 });
  expect([1, 2, 3, 4].map(() => faults.strike('GET', '/a')?.kind)).toEqual(['slow', undefined, 'drop', undefined]);
});

test('every: each so many-th request is struck, as often as said', () => {
  const faults = new Faults();
  faults.add({ kind: 'drop', after: 1, every: 3, times: 2 });
  const struck = [1, 2, 3, 4, 5, 6, 7, 8].map(() => faults.strike('GET', '/a')?.kind === 'drop');
  expect(struck).toEqual([false, true, false, false, true, false, false, false]);
  expect(faults.list()).toEqual([]);
});
