import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createFolder } from '../insights-api/testing/report-fixture';

const CLI = ['--require', require.resolve('tsx/cjs'), resolve(__dirname, 'cli.ts')];

const REPORT = [
  'User Email,Score,Plan,Joined,Seen at,Active,Note',
  'a@example.com,7.126,gold,2026-11-01,2026-11-01 10:00:00,yes,"first, ""quoted""\nline"',
  'B@EXAMPLE.COM ,8,Silver,2026-11-02T23:30:00-02:00,2026-11-02T10:00:00+02:00,0,=1+1',
  'nobody@example.com,9,Gold,2026-11-03,2026-11-03,1,',
  ',1,Gold,2026-11-04,2026-11-04,1,no key',
  'c@example.com,x,Gold,2026-11-05,2026-11-05,1,',
  'c@example.com,1,Bronze,2026-11-05,2026-11-05,1,',
  'd@example.com,10,Gold,2026-11-06,2026-11-06,1,twice in the org',
  'e@example.com,5,,,,,',
  'too,short'
].join('\n');

const RECORDS = [
  'LastName,Email,Score__c,Plan__c',
  'A,a@example.com,1,',
  'B,b@example.com,8,Gold',
  'C,c@example.com,,',
  'D,d@example.com,,',
  'D again,d@example.com,,',
  'E,e@example.com,5,Gold'
].join('\n');

const MAPPINGS = [
  'Score=Score__c:Number(10,2)',
  'Plan=Plan__c:Picklist(Gold;Silver)',
  'Joined=Joined__c:Date',
  'Seen at=Seen_At__c:DateTime',
  'Active=Active__c:Checkbox',
  'Note=Note__c'
];

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

let files: ReturnType<typeof createFolder>;
let arguments_: Record<string, string>;

beforeEach(() => {
  files = createFolder({ 'Scores.csv': REPORT, 'contacts.csv': RECORDS });
  arguments_ = {
    '--report': join(files.folder, 'Scores.csv'),
    '--records': join(files.folder, 'contacts.csv'),
    '--object': 'Contact',
    '--key': 'User Email=Email'
  };
});

afterEach(() => files.remove());

/** Runs the command with the usual arguments, some of them replaced, and some added. */
function sync(
  replaced: Record<string, string> = {},
  added: string[] = [],
  env: NodeJS.ProcessEnv = {}
): Promise<Outcome> {
  const usual = Object.entries({ ...arguments_, ...replaced }).flat();
  const mappings = '--map' in replaced ? [] : MAPPINGS.flatMap((mapping) => ['--map', mapping]);
  const options = { env: { ...process.env, ...env } };
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [...CLI, ...usual, ...mappings, ...added],
      options,
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, stdout, stderr })
    );
  });
}

describe.each(['csv', 'api'])('a run from %s', (source) => {
  test('tells every row once, updates the records and writes both files', async () => {
    const [json, dump] = [join(files.folder, 'result.json'), join(files.folder, 'dump.csv')];
    const before = Date.now();
    const { code, stdout, stderr } = await sync({}, ['--source', source, '--json', json, '--dump', dump]);
    expect([code, stderr]).toEqual([1, '']);
    const result = JSON.parse(readFileSync(json, 'utf8'));
    expect(result).toMatchObject({ status: 'Completed with errors', report: 'Scores', object: 'Contact' });
    expect(result.counts).toEqual({
      read: 9,
      skipped: 1,
      invalid: 3,
      unmatched: 1,
      ambiguous: 1,
      unchanged: 1,
      rejected: 0,
      updated: 2
    });
    expect(result.rows.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'Unmatched',
      'Skipped',
      'Invalid',
      'Invalid',
      'Ambiguous',
      'Invalid'
    ]);
    expect(result.rows[2]).toMatchObject({
      key: 'c@example.com',
      fields: ['Score__c'],
      reason: expect.stringContaining('x')
    });
    expect(result.durationMs).toBeGreaterThanOrEqual(0);
    expect(Date.parse(result.startedAt)).toBeGreaterThanOrEqual(Math.floor(before / 1000) * 1000);
    for (const used of Object.values(result.usage)) {
      expect(used).toBeGreaterThan(0);
    }
    expect(stdout).toContain('Completed with errors');
    const [header, ...records] = parse(readFileSync(dump)) as string[][];
    expect(header).toEqual(['Id', 'Email', 'Score__c', 'Plan__c', 'Joined__c', 'Seen_At__c', 'Active__c', 'Note__c']);
    expect(records.map(([, ...values]) => values)).toEqual([
      ['a@example.com', '7.13', 'Gold', '2026-11-01', '2026-11-01T10:00:00Z', 'true', 'first, "quoted"\nline'],
      ['b@example.com', '8', 'Silver', '2026-11-03', '2026-11-02T08:00:00Z', 'false', '=1+1'],
      ['c@example.com', '', '', '', '', 'false', ''],
      ['d@example.com', '', '', '', '', 'false', ''],
      ['d@example.com', '', '', '', '', 'false', ''],
      ['e@example.com', '5', 'Gold', '', '', 'false', '']
    ]);
    expect(records.every(([id]) => /^003\w{15}$/.test(id))).toBe(true);
  });
});

test('options reach the integration: blanks clear, several records are updated', async () => {
  const dump = join(files.folder, 'dump.csv');
  const added = [
    '--map',
    'Plan=Plan__c:Picklist(Gold;Silver)',
    '--map',
    'Score=Score__c:Number(4,0)',
    '--blank',
    'clear',
    '--ambiguous',
    'all'
  ];
  writeFileSync(arguments_['--report'], 'User Email,Plan,Score\ne@example.com,,6\nD@example.com,Silver,2\n');
  const { code, stdout } = await sync({ '--map': 'Score=Score__c:Number(4,0)' }, [
    ...added.slice(0, 2),
    ...added.slice(4),
    '--dump',
    dump
  ]);
  expect(stdout).toContain('Completed');
  expect(code).toBe(0);
  const records = parse(readFileSync(dump)) as string[][];
  expect(records.slice(4).map(([, ...values]) => values)).toEqual([
    ['d@example.com', '2', 'Silver'],
    ['d@example.com', '2', 'Silver'],
    ['e@example.com', '6', '']
  ]);
});

test('records keep the Ids they bring, and 15 characters are the same key as 18', async () => {
  const dump = join(files.folder, 'dump.csv');
  writeFileSync(arguments_['--records'], 'Id,LastName\n0035e00000AbCdE,A\n0035e00000AbCdeAAF,B\n,C\n');
  writeFileSync(arguments_['--report'], 'Record,Score\n0035e00000AbCdEAAV,1\n0035e00000AbCde,2\n0035e00000abcde,3\n');
  const { code, stderr } = await sync({ '--key': 'Record=Id', '--map': 'Score=Score__c' }, ['--dump', dump]);
  expect([code, stderr]).toEqual([0, '']);
  const [, ...records] = parse(readFileSync(dump)) as string[][];
  expect(Object.fromEntries(records)).toMatchObject({ '0035e00000AbCdEAAV': '1', '0035e00000AbCdeAAF': '2' });
  expect(records).toHaveLength(3);
});

describe('input that cannot be used ends with 2, one sentence, and nothing written', () => {
  const unusable: [string, Record<string, string>, string][] = [
    ['a missing report', { '--report': 'nowhere.csv' }, 'There is no file nowhere.csv. Check the path.'],
    ['missing records', { '--records': 'nowhere.csv' }, 'There is no file nowhere.csv. Check the path.'],
    ['a folder as report', { '--report': '.' }, '. is a folder. Name one CSV file in it.'],
    ['an unknown object', { '--object': 'Kontakt' }, 'There is no object Kontakt.'],
    ['an unknown field', { '--map': 'Score=Scores' }, 'Contact has no field Scores.'],
    ['an unknown type', { '--map': 'Score=Score__c:Blob' }, 'There is no field type "Blob".'],
    ['an unknown column', { '--map': 'Points=Score__c' }, 'Points'],
    ['an unknown key column', { '--key': 'Mail=Email' }, 'Mail'],
    ['a field of a type nothing can become', { '--map': 'Note=MailingAddress' }, 'Address'],
    ['a mapping that is none', { '--map': 'Score' }, '--map "Score" is not understood.'],
    ['an unknown source', { '--source': 'ftp' }, "argument 'ftp' is invalid"],
    ['a folder that is missing', { '--json': '/no/such/folder/result.json' }, 'there is no folder /no/such/folder'],
    ['an address of another machine', { '--insights': 'http://192.0.2.1' }, 'It has to be an address on this machine'],
    ['a stand-in that is down', { '--insights': 'http://127.0.0.1:9' }, '']
  ];

  test.each(unusable)('%s', async (_what, replaced, message) => {
    const { code, stdout, stderr } = await sync({ '--dump': join(files.folder, 'dump.csv'), ...replaced });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(files.folder).sort()).toEqual(['Scores.csv', 'contacts.csv']);
  });

  test.each([
    ['Email\n"a@example.com\n', 'contacts.csv is not a valid CSV file: line 2 opens a quote that is never closed.'],
    ['LastName,Email\nA\n', 'contacts.csv line 2 has 1 cells, its first row 2.'],
    ['LastName,Active__c\nA,perhaps\n', 'contacts.csv line 2, Active__c: "perhaps" is not true or false.'],
    ['Email\na@example.com\n', 'contacts.csv line 2: the org refuses the record: REQUIRED_FIELD_MISSING'],
    ['Id,LastName\n,A\n0015e00000AbCdE,B\n', 'contacts.csv line 3: the org refuses the record: MALFORMED_ID'],
    ['LastName,Email\nA,not an address\n', 'contacts.csv line 2: the org refuses the record: INVALID_EMAIL_ADDRESS']
  ])('the records %j', async (content, message) => {
    writeFileSync(arguments_['--records'], content);
    const { code, stderr } = await sync({ '--json': join(files.folder, 'result.json') });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(files.folder, 'result.json'))).toBe(false);
  });

  test.each([
    ['User Email,Score,Score\na@example.com,1,2\n', 'Score'],
    ['', 'The report “scores” has no header row. Its first line must name the columns.']
  ])('the report %j', async (content, message) => {
    writeFileSync(arguments_['--report'], content);
    const { code, stderr } = await sync({ '--map': 'Score=Score__c' });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('wrong credentials', async () => {
    const { code, stderr } = await sync({}, ['--source', 'api'], { INSIGHTS_API_SECRET: 'not the secret' });
    expect(code).toBe(2);
    expect(stderr).not.toContain('not the secret');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a taken port', async () => {
    const server: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await sync({ '--port': String(port) });
    server.close();
    expect([code, stderr]).toEqual([
      2,
      `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another port.\n`
    ]);
  });
});

test('a run that fails ends with 2 and is told all the same', async () => {
  const json = join(files.folder, 'result.json');
  // The first request is that of the check when the integration is saved; every one behind it is of the run.
  const fault = JSON.stringify({ kind: 'status', status: 403, path: '/exports/*', after: 1 });
  const { code, stdout } = await sync({}, ['--fault', fault, '--json', json]);
  expect(code).toBe(2);
  expect(stdout).toContain('Failed');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ status: 'Failed', counts: { read: 0 } });
});

test('a source that cannot answer for a while is waited for, without anybody sitting it out', async () => {
  const json = join(files.folder, 'result.json');
  const path = '/exports/*';
  const fault = JSON.stringify({ kind: 'status', status: 503, retryAfter: '1200', path, after: 1, times: 2 });
  // Sitting out those 40 minutes would take far longer than jest lets any test take.
  const { code, stdout } = await sync({}, ['--fault', fault, '--json', json]);
  expect(code).toBe(1);
  expect(stdout).toContain('Completed with errors');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ counts: { read: 9, updated: 2 } });
});

test('--help tells the types and ends well', async () => {
  const { code, stdout } = await sync({}, ['--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Picklist(A;B;C)');
});
