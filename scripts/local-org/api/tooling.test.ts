import type { LogService, TestResult, TestService } from '@salesforce/apex-node';
import { connectedOrg, type ConnectedOrg } from './testing/connect';

let client: ConnectedOrg;
let apex: typeof import('@salesforce/apex-node');
let tests: TestService;
let logs: LogService;

beforeAll(async () => {
  client = await connectedOrg();
  apex = require('@salesforce/apex-node');
  tests = new apex.TestService(client.connection);
  logs = new apex.LogService(client.connection);
});

afterAll(() => client.served.close());

const rows = async (soql: string): Promise<any[]> => (await client.connection.tooling.query(soql)).records;
const run = async (apexCode: string): Promise<string> => {
  const { logs: log } = await new apex.ExecuteService(client.connection).executeAnonymous({ apexCode });
  return log ?? '';
};

/** A log without the moments of its lines. */
const withoutTimes = (log: string): string => log.replace(/^[\d:.]+ \(\d+\)\|/gm, '');

afterEach(async () => {
  // Logs last: while a user is traced, what deletes them leaves some.
  for (const name of ['TraceFlag', 'DebugLevel', 'ApexLog']) {
    for (const { Id } of await rows(`SELECT Id FROM ${name}`)) await client.connection.tooling.delete(name, Id);
  }
});

describe('tests that run in the background', () => {
  let result: TestResult;

  beforeAll(async () => {
    const payload = await tests.buildAsyncPayload('RunSpecifiedTests' as never, undefined, 'GreeterTest');
    result = (await tests.runTestAsynchronous(payload, true)) as TestResult;
  });

  it('tell what became of each method', async () => {
    expect(result.summary).toMatchObject({ outcome: 'Failed', testsRan: 2, passing: 1, failing: 1 });
    const [failure] = result.tests.filter(({ outcome }) => String(outcome) === 'Fail');
    expect(failure).toMatchObject({
      methodName: 'fails',
      message: 'System.AssertException: Assertion Failed: Expected: Hello, Actual: Hello ADA',
      stackTrace: 'Class.GreeterTest.fails: line 9, column 1',
      apexClass: { name: 'GreeterTest' }
    });
  });

  it('tell which lines each method covers, and all of them together', () => {
    const [greets] = result.tests.filter(({ methodName }) => methodName === 'greets');
    expect(greets?.perClassCoverage).toMatchObject([
      { apexClassOrTriggerName: 'Greeter', coverage: { coveredLines: [3], uncoveredLines: [] }, percentage: '100%' }
    ]);
    expect(result.codecoverage).toMatchObject([{ name: 'Greeter', type: 'ApexClass', numLinesCovered: 1 }]);
    // The other classes of the project are executed by no test.
    expect(result.summary.orgWideCoverage).toMatch(/^[1-9]%$/);
  });

  it('are refused where there are none of that name', async () => {
    const wrong = tests.runTestAsynchronous({ tests: [{ className: 'Nowhere' }] } as never);
    await expect(wrong).rejects.toThrow("This class name's value is invalid: Nowhere");
    const flows = tests.runTestAsynchronous({ testLevel: 'RunLocalTests', category: ['Flow'] } as never);
    await expect(flows).rejects.toThrow('NotModeled: tests of flows');
  });

  it('run the classes of a suite, and end when their queue items are aborted', async () => {
    await tests.buildSuite('Suite', ['GreeterTest']);
    expect(await tests.getTestsInSuite('Suite')).toHaveLength(1);
    const jobId = await client.connection.tooling.request<string>({
      method: 'POST',
      url: `${client.connection.tooling._baseUrl()}/runTestsAsynchronous`,
      body: JSON.stringify({ suiteNames: 'Suite', testLevel: 'RunSpecifiedTests' }),
      headers: { 'content-type': 'application/json' }
    });
    const [item] = await rows(`SELECT Id, Status FROM ApexTestQueueItem WHERE ParentJobId = '${jobId}'`);
    await client.connection.tooling.update('ApexTestQueueItem', { Id: item.Id, Status: 'Aborted' });
    const [sum] = await rows(`SELECT Status, ClassesEnqueued FROM ApexTestRunResult WHERE AsyncApexJobId = '${jobId}'`);
    expect(sum).toMatchObject({ Status: 'Aborted', ClassesEnqueued: 1 });
  });
});

it('tests that a client waits for come in the answer', async () => {
  const payload = await tests.buildSyncPayload('RunSpecifiedTests' as never, 'GreeterTest.greets');
  const result = (await tests.runTestSynchronous(payload, true)) as TestResult;
  expect(result.summary).toMatchObject({ outcome: 'Passed', testsRan: 1 });
  expect(result.codecoverage).toMatchObject([{ name: 'Greeter', coveredLines: [3] }]);
});

/** Id of the log that is told of first, on the channel that `sf apex tail log` listens to. */
async function firstLog(act: () => Promise<unknown>): Promise<string> {
  const { Org, StreamingClient } = client.core;
  const org = await Org.create({ connection: client.connection });
  const options = new StreamingClient.DefaultOptions(org, '/systemTopic/Logging', (message) => {
    return { completed: true, payload: (message['sobject'] as { Id: string }).Id };
  });
  const stream = await StreamingClient.create(options);
  await stream.handshake();
  return (await stream.subscribe(act as () => Promise<void>)) as unknown as string;
}

describe('debug logs', () => {
  it('come with the answer to a script', async () => {
    const log = withoutTimes(
      await run(`System.debug(LoggingLevel.WARN, 'a < b & c');\nSystem.debug(LoggingLevel.FINE, 'x');`)
    );
    expect(log).toMatch(/^67\.0 APEX_CODE,DEBUG;APEX_PROFILING,INFO\nExecute Anonymous: System\.debug/);
    expect(log).toContain('\nUSER_DEBUG|[1]|WARN|a < b & c\nCUMULATIVE_LIMIT_USAGE\n');
    expect(log).not.toContain('|FINE|');
  });

  it('are empty of a script that does not compile', async () => {
    const service = new apex.ExecuteService(client.connection);
    expect(await service.executeAnonymous({ apexCode: `Integer one = 'a';` })).toMatchObject({
      compiled: false,
      diagnostic: [{ lineNumber: '1', compileProblem: 'Illegal assignment from String to Integer' }]
    });
  });

  it('are kept for users that are traced, and told of to whoever listens', async () => {
    await run(`System.debug('nobody listens');`);
    expect(await logs.getLogRecords()).toEqual([]);
    await logs.prepareTraceFlag('');
    const script = `insert new Contact(LastName = 'Logged'); System.debug('kept');`;
    const heard = await firstLog(() => client.connection.tooling.executeAnonymous(script));
    const [{ log }] = (await logs.getLogs({ numberOfLogs: 1 })) as [{ log: string }];
    expect(await logs.getLogById(heard)).toEqual({ log });
    expect(withoutTimes(log)).toContain('\nUSER_DEBUG|[1]|DEBUG|kept\n');
    expect(await logs.getLogRecords()).toMatchObject([
      { Operation: 'execute_anonymous_apex', Status: 'Success', LogLength: log.length, LogUser: { Name: 'Admin User' } }
    ]);
  });

  it('are kept of requests that run Apex, with the unit of code', async () => {
    await logs.prepareTraceFlag('');
    const inputs = [{ text: 'a' }];
    await client.connection.requestPost('/services/data/v67.0/actions/custom/apex/Shouter', { inputs });
    const found = (await logs.getLogRecords()).find(({ Operation }) => Operation === 'Shouter');
    const { log } = await logs.getLogById(found?.Id ?? '');
    expect(withoutTimes(log)).toMatch(/\nCODE_UNIT_STARTED\|\[EXTERNAL\]\|01p\w{15}\|Shouter\n/);
  });

  it('are kept of records that are refused, without an error that nobody threw', async () => {
    await logs.prepareTraceFlag('');
    await expect(client.connection.sobject('Thing__c').create({ Code__c: 'x'.repeat(21) })).rejects.toThrow(
      'too large'
    );
    const found = (await logs.getLogRecords()).filter(({ Operation }) => Operation === 'REST');
    const { log } = await logs.getLogById(found[0]?.Id ?? '');
    expect([found[0]?.Status, log.includes('FATAL_ERROR')]).toEqual(['Success', false]);
  });

  it('can be deleted', async () => {
    await logs.prepareTraceFlag('');
    await run(`System.debug('kept');`);
    const [{ Id }] = (await logs.getLogRecords()) as unknown as [{ Id: string }];
    await client.connection.tooling.delete('ApexLog', Id);
    await expect(logs.getLogs({ logId: Id })).rejects.toThrow('does not exist');
  });
});

describe('objects of the Tooling API', () => {
  it('are none of the data', async () => {
    await logs.prepareTraceFlag('');
    expect(await rows('SELECT Id FROM TraceFlag')).toHaveLength(1);
    const refused = expect.objectContaining({ errorCode: 'INVALID_TYPE' });
    await expect(client.connection.query('SELECT Id FROM TraceFlag')).rejects.toEqual(refused);
  });

  it('can be written where that is modelled', async () => {
    const klass = client.connection.tooling.create('ApexClass', { Name: 'X', Body: 'class X {}' });
    await expect(klass).rejects.toThrow('NotModeled: writing ApexClass by the Tooling API');
  });
});
