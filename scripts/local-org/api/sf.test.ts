import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serveOrg, useTemporaryHome, type ServedOrg } from './testing/fixtures';

const SF = resolve(__dirname, '../../../node_modules/@salesforce/cli/bin/run.js');

let served: ServedOrg;
let environment: NodeJS.ProcessEnv;

interface Answer {
  readonly status: number;
  // what commands answer has a shape of its own each
  readonly result: any;
  readonly name?: string;
  readonly message?: string;
}

/** Runs the Salesforce CLI, which takes seconds, and reads its JSON. */
function sf(...parameters: string[]): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = { env: environment, cwd: tmpdir(), maxBuffer: 16 * 1024 * 1024 };
    execFile(process.execPath, [SF, ...parameters, '--json'], options, (error, output, errors) => {
      try {
        done(JSON.parse(output) as Answer);
      } catch {
        fail(new Error(`${parameters.join(' ')}: ${output}${errors}${error?.message ?? ''}`));
      }
    });
  });
}

const onOrg = (...parameters: string[]): Promise<Answer> => sf(...parameters, '--target-org', 'local');

beforeAll(async () => {
  environment = { ...useTemporaryHome() };
  served = await serveOrg();
  environment['SF_ACCESS_TOKEN'] = served.token;
  const login = ['org', 'login', 'access-token', '--instance-url', served.url, '--no-prompt', '--alias', 'local'];
  const { result } = await sf(...login);
  expect(result).toMatchObject({ username: 'admin@example.com', orgId: served.token.split('!')[0] });
});

afterAll(() => served.close());

it('shows a connected org', async () => {
  const { result } = await onOrg('org', 'display');
  expect(result).toMatchObject({ connectedStatus: 'Connected', username: 'admin@example.com', alias: 'local' });
});

it('creates, changes and queries a record', async () => {
  const created = await onOrg(
    'data',
    'create',
    'record',
    '-s',
    'Thing__c',
    '-v',
    'Name=First Code__c=1 Amount__c=12.50'
  );
  expect(created).toMatchObject({ status: 0, result: { success: true } });
  const { id } = created.result;
  const changed = await onOrg('data', 'update', 'record', '-s', 'Thing__c', '-i', id, '-v', 'Name=Second');
  expect(changed).toMatchObject({ status: 0, result: { id, success: true } });
  const query = 'SELECT Name, Amount__c, Owner.Name FROM Thing__c';
  const found = await onOrg('data', 'query', '-q', query);
  expect(found.result.records).toMatchObject([{ Name: 'Second', Amount__c: 12.5, Owner: { Name: 'Admin User' } }]);
});

it('runs Apex against the classes of the project and shows the debug log', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'apex-')), 'script.apex');
  writeFileSync(file, `System.debug(Greeter.greet('a < b & c'));\n`);
  const { result } = await onOrg('apex', 'run', '-f', file);
  expect(result).toMatchObject({ compiled: true, success: true });
  expect(result.logs).toContain('|DEBUG|Hello A < B & C');
});

it('says where a script that does not compile or throws is wrong', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'apex-')), 'script.apex');
  writeFileSync(file, `Integer one = 1;\nGreeter.greet(null);\n`);
  const thrown = await onOrg('apex', 'run', '-f', file);
  expect(JSON.stringify(thrown)).toContain('System.NullPointerException');
  expect(JSON.stringify(thrown)).toContain('Class.Greeter.greet: line 3, column 1');
});

it('runs the tests of a class in the background, waits for them and shows what they cover', async () => {
  const options = ['--class-names', 'GreeterTest', '--wait', '5', '--code-coverage'];
  const { result } = await onOrg('apex', 'run', 'test', ...options);
  expect(result.summary).toMatchObject({
    testsRan: 2,
    passing: 1,
    failing: 1,
    orgWideCoverage: expect.stringMatching(/^\d+%$/)
  });
  const failure = result.tests.find((test: { Outcome: string }) => test.Outcome === 'Fail');
  expect(failure).toMatchObject({
    MethodName: 'fails',
    StackTrace: expect.stringContaining('GreeterTest.fails: line 9')
  });
  const again = await onOrg('apex', 'get', 'test', '--test-run-id', result.summary.testRunId);
  expect(again.result.summary).toMatchObject({ testsRan: 2, failing: 1 });
});

it('shows the debug logs of a traced user while they come, and lists them', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'apex-')), 'script.apex');
  writeFileSync(file, `System.debug('heard');\n`);
  const tail = spawn(process.execPath, [SF, 'apex', 'tail', 'log', '--target-org', 'local'], { env: environment });
  let heard = '';
  tail.stdout.on('data', (part: Buffer) => (heard += part.toString()));
  await until(async () => (await traceFlags()) > 0);
  await until(async () => {
    await onOrg('apex', 'run', '-f', file);
    return heard.includes('|DEBUG|heard');
  });
  tail.kill();
  const { result } = await onOrg('apex', 'list', 'log');
  expect(result[0]).toMatchObject({ Operation: 'execute_anonymous_apex', Status: 'Success' });
});

async function traceFlags(): Promise<number> {
  const { result } = await onOrg('data', 'query', '--use-tooling-api', '-q', 'SELECT Id FROM TraceFlag');
  return result.totalSize;
}

/** Asks again until it is so; the test's own patience ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((done) => setTimeout(done, 500));
}
