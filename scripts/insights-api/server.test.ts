import { unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InsightsApi, startInsightsApi } from './server';
import { ContractClient } from './testing/contract-client';
import { createFolder } from './testing/report-fixture';

const REPORTS = '/insights/v1/environments/Production/reports';
const FILES = {
  'Onboarding progress.csv':
    'Email,Steps done,Date (UTC),Last seen,Active,ZIP\r\n' +
    'a@example.com,7,2026-11-01,2026-11-01 10:00:00,true,01234\r\n' +
    'b@example.com,,2026-11-02,2026-11-02T10:00:00Z,false,99999\r\n' +
    '"c, d@example.com",1.5,,,,\r\n',
  'nps.csv': '\ufeffSurvey Name,Answer\n"said ""hi""\nthere",9\nshort\nlong,1,2,3\n',
  'Empty.CSV': 'Email,Score\n',
  'broken.csv': 'Email\n"never closed\n',
  'notes.txt': 'not a report'
};

let files: ReturnType<typeof createFolder>;
let api: InsightsApi;
let client: ContractClient;

beforeEach(async () => {
  files = createFolder(FILES);
  api = await startInsightsApi({
    reports: files.folder,
    environments: ['Production', 'Test', 'Staging'],
    credentials: [
      { key: 'sample-key', secret: 'sample-secret' },
      { key: 'test-only', secret: 's3cr:et', environments: ['test'] }
    ]
  });
  client = new ContractClient(api.url);
  await client.signIn();
});

afterEach(async () => {
  await api.close();
  files.remove();
});

describe('token', () => {
  test('is issued for key and secret by Basic', async () => {
    const { status, json } = await client.signIn('test-only', 's3cr:et');
    expect([status, json]).toEqual([
      200,
      { access_token: expect.any(String), token_type: 'bearer', expires_in: 86400 }
    ]);
  });

  test('is issued for key and secret in the form', async () => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'sample-key',
      client_secret: 'sample-secret'
    });
    expect((await new ContractClient(api.url).call('POST', '/accounts/connect/token', { body })).status).toBe(200);
  });

  test.each([
    ['sample-key', 'wrong'],
    ['unknown', 'sample-secret']
  ])('is refused to %s with %s', async (key, secret) => {
    const { status, json } = await client.signIn(key, secret);
    expect([status, json.error.code]).toEqual([401, 'invalid_client']);
  });

  test('is refused without a key, and for another grant', async () => {
    const anonymous = new ContractClient(api.url);
    const path = '/accounts/connect/token';
    const noKey = await anonymous.call('POST', path, {
      body: new URLSearchParams({ grant_type: 'client_credentials' })
    });
    expect(noKey.status).toBe(401);
    const otherGrant = await anonymous.call('POST', path, { body: new URLSearchParams({ grant_type: 'password' }) });
    expect(otherGrant.status).toBe(400);
    const noForm = await anonymous.call('POST', path, { headers: { 'content-type': 'text/plain' }, body: 'x' });
    expect(noForm.status).toBe(400);
  });

  test('is asked for by every Insights address', async () => {
    const anonymous = new ContractClient(api.url);
    for (const path of [REPORTS, `${REPORTS}/nps/columns`, `${REPORTS}/nps/rows`]) {
      expect((await anonymous.get(path)).status).toBe(401);
      expect((await anonymous.get(path, { authorization: 'Bearer made-up' })).json.error.code).toBe('invalid_token');
    }
  });

  test('opens only the environments of its key', async () => {
    await client.signIn('test-only', 's3cr:et');
    expect((await client.get(REPORTS)).status).toBe(403);
    expect((await client.get(REPORTS.replace('Production', 'Test'))).status).toBe(200);
  });

  test('expires, and ends when revoked', async () => {
    const brief = await startInsightsApi({ reports: files.folder, tokenSeconds: 0 });
    const other = new ContractClient(brief.url);
    expect((await other.signIn()).status).toBe(200);
    expect((await other.get(REPORTS)).json.error.code).toBe('invalid_token');
    await brief.close();
    await fetch(`${api.url}/__tokens`, { method: 'DELETE' });
    expect((await client.get(REPORTS)).status).toBe(401);
  });
});

describe('reports', () => {
  test('are the CSV files of the folder, by name', async () => {
    const { json } = await client.get(REPORTS);
    expect(json.total).toBe(4);
    expect(json.reports.map(({ id, name, rowCount }: any) => [id, name, rowCount])).toEqual([
      ['empty', 'Empty', 0],
      ['onboarding-progress', 'Onboarding progress', 3],
      ['broken', 'broken', null],
      ['nps', 'nps', 3]
    ]);
  });

  test('come in pages', async () => {
    const { json } = await client.get(`${REPORTS}?limit=1&offset=1`);
    expect([json.total, json.reports.length, json.reports[0].id]).toEqual([4, 1, 'onboarding-progress']);
  });

  test.each(['limit=0', 'limit=10001', 'limit=x', 'offset=-1'])('refuse %s by name', async (query) => {
    const { status, json } = await client.get(`${REPORTS}?${query}`);
    expect(status).toBe(400);
    expect(json.error.message).toContain(query.split('=')[0]);
  });

  test('belong to an environment that exists, in any case', async () => {
    expect((await client.get(REPORTS.replace('Production', 'staging'))).status).toBe(200);
    const { status, json } = await client.get(REPORTS.replace('Production', 'Nowhere'));
    expect([status, json.error.message]).toEqual([404, 'There is no environment "Nowhere".']);
  });

  test('get distinct ids when their names differ only in signs', async () => {
    writeFileSync(join(files.folder, 'NPS!.csv'), 'A\n1\n');
    writeFileSync(join(files.folder, 'Éàü – ½.csv'), 'A\n1\n');
    const { json } = await client.get(REPORTS);
    expect(json.reports.map((report: any) => report.id)).toEqual([
      'empty',
      'nps',
      'onboarding-progress',
      'broken',
      'nps-2',
      'eau-1-2'
    ]);
  });
});

describe('columns', () => {
  test('have the type and samples of their values', async () => {
    const { json } = await client.get(`${REPORTS}/onboarding-progress/columns`);
    expect(json).toMatchObject({ reportId: 'onboarding-progress', name: 'Onboarding progress', rowCount: 3 });
    expect(json.columns).toEqual([
      { name: 'Email', type: 'text', samples: ['a@example.com', 'b@example.com', 'c, d@example.com'] },
      { name: 'Steps done', type: 'number', samples: ['7', '1.5'] },
      { name: 'Date (UTC)', type: 'date', samples: ['2026-11-01', '2026-11-02'] },
      { name: 'Last seen', type: 'datetime', samples: ['2026-11-01 10:00:00', '2026-11-02T10:00:00Z'] },
      { name: 'Active', type: 'boolean', samples: ['true', 'false'] },
      { name: 'ZIP', type: 'text', samples: ['01234', '99999'] }
    ]);
  });

  test('of an unknown report are not found', async () => {
    expect((await client.get(`${REPORTS}/nothing/columns`)).json.error).toEqual({
      code: 'not-found',
      message: 'There is no report "nothing".'
    });
  });

  test('of a broken file are refused with the line', async () => {
    const { status, json } = await client.get(`${REPORTS}/broken/columns`);
    expect([status, json.error.message]).toEqual([
      500,
      'broken.csv is not a valid CSV file: line 2 opens a quote that is never closed.'
    ]);
  });
});

describe('rows', () => {
  test('pass cells on as text, blanks as null, short and long rows as they are', async () => {
    const { json } = await client.get(`${REPORTS}/nps/rows`);
    expect(json).toMatchObject({ reportId: 'nps', total: 3, offset: 0, columns: ['Survey Name', 'Answer'] });
    expect(json.rows).toEqual([['said "hi"\nthere', '9'], ['short'], ['long', '1', '2', '3']]);
    const blanks = await client.get(`${REPORTS}/onboarding-progress/rows?offset=2`);
    expect(blanks.json.rows).toEqual([['c, d@example.com', '1.5', null, null, null, null]]);
  });

  test('behind the end are none', async () => {
    expect((await client.get(`${REPORTS}/nps/rows?offset=3`)).json.rows).toEqual([]);
    expect((await client.get(`${REPORTS}/empty/rows`)).json).toMatchObject({
      total: 0,
      columns: ['Email', 'Score'],
      rows: []
    });
  });

  test('carry a version that changes with the content only', async () => {
    const version = async () => (await client.get(`${REPORTS}/nps/rows?limit=1`)).json.version;
    const first = await version();
    utimesSync(join(files.folder, 'nps.csv'), new Date(0), new Date(0));
    expect(await version()).toBe(first);
    writeFileSync(join(files.folder, 'nps.csv'), 'Survey Name,Answer\nnew,1\n');
    expect(await version()).not.toBe(first);
  });

  test('of a file that went away are not found', async () => {
    await client.get(`${REPORTS}/nps/rows`);
    unlinkSync(join(files.folder, 'nps.csv'));
    expect((await client.get(`${REPORTS}/nps/rows`)).status).toBe(404);
  });
});

test('one file is served alone', async () => {
  const single = await startInsightsApi({ reports: join(files.folder, 'nps.csv') });
  const other = new ContractClient(single.url);
  await other.signIn();
  expect((await other.get(REPORTS)).json.reports.map((report: any) => report.name)).toEqual(['nps']);
  await single.close();
});

test('a taken port and a missing folder are named', async () => {
  const port = Number(new URL(api.url).port);
  await expect(startInsightsApi({ reports: files.folder, port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another port.`
  );
  await expect(startInsightsApi({ reports: join(files.folder, 'nowhere') })).rejects.toThrow(
    /There is no file or folder .*nowhere/
  );
});

test('what the contract does not name is not there', async () => {
  const response = await fetch(`${api.url}/accounts`);
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: { code: 'not-found', message: 'There is nothing at GET /accounts.' } }
  ]);
});
