import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { JobRunner, executeTransaction } from '../jobs';
import { steadyClock, type Clock } from '../transaction/clock';
import { buildOrg, type BuiltOrg } from '../org';
import { addFaultOptions, FaultPlan, faultPlan, parseFault, ProcessKilled, type FaultOptions } from '.';

const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories":[{"path":"main","default":true}],"sourceApiVersion":"62.0"}',
  'main/objects/Step__e/Step__e.object-meta.xml': `<CustomObject ${METADATA}><label>Step</label>
    <pluralLabel>Steps</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  'main/objects/Step__e/fields/Name__c.field-meta.xml': `<CustomField ${METADATA}><fullName>Name__c</fullName>
    <label>Name</label><type>Text</type><length>40</length></CustomField>`,
  'main/classes/Chain.cls': `public class Chain implements Queueable {
    public Integer left;
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      System.attachFinalizer(new After(left));
      Integer known = [SELECT COUNT() FROM Account];
      insert new List<Account>{ new Account(Name = 'Job ' + left + ' knows ' + known), new Account(Name = 'Twin') };
      EventBus.publish(new Step__e(Name__c = 'Event ' + left));
      if (left == 1) { throw new CalloutException('the last one fails'); }
    }
    public class After implements Finalizer {
      public Integer left;
      public After(Integer left) { this.left = left; }
      public void execute(FinalizerContext context) {
        insert new Account(Name = 'After ' + left + ' ' + context.getResult().name());
        if (left > 1) { System.enqueueJob(new Chain(left - 1)); }
      }
    }
    public static void begin() {
      System.enqueueJob(new Chain(2));
      Database.executeBatch(new Sweep(), 1);
    }
  }`,
  'main/classes/Chain.cls-meta.xml': '<ApexClass><apiVersion>62.0</apiVersion></ApexClass>',
  'main/classes/Sweep.cls': `public class Sweep implements Database.Batchable<SObject>, Database.Stateful {
    public Integer seen = 0;
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id, Name FROM Account LIMIT 2]; }
    public void execute(Database.BatchableContext context, List<Account> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'Swept ' + seen); }
  }`,
  'main/classes/Sweep.cls-meta.xml': '<ApexClass><apiVersion>62.0</apiVersion></ApexClass>',
  'main/classes/Edge.cls': `public class Edge {
    public static String callout() {
      HttpRequest request = new HttpRequest();
      request.setEndpoint('callout:None/path');
      request.setMethod('GET');
      try {
        HttpResponse response = new Http().send(request);
        return response.getStatusCode() + ' ' + response.getStatus();
      } catch (CalloutException e) { return e.getMessage(); }
    }
    public static String query() {
      try { return String.valueOf([SELECT COUNT() FROM Account]); } catch (QueryException e) { return e.getMessage(); }
    }
    public static String partly() {
      List<String> told = new List<String>();
      List<Account> accounts = new List<Account>{ new Account(Name = 'A'), new Account(Name = 'B') };
      for (Database.SaveResult result : Database.insert(accounts, false)) {
        told.add(result.isSuccess() ? 'saved' : result.getErrors()[0].getStatusCode().name());
      }
      return String.join(told, ' ') + ' ' + [SELECT COUNT() FROM Account];
    }
    public static void enqueue() { System.enqueueJob(new Chain(1)); }
  }`,
  'main/classes/Edge.cls-meta.xml': '<ApexClass><apiVersion>62.0</apiVersion></ApexClass>',
  'main/triggers/OnStep.trigger': `trigger OnStep on Step__e (after insert) {
    for (Step__e event : Trigger.new) { insert new Account(Name = event.Name__c); }
  }`,
  'main/triggers/OnStep.trigger-meta.xml': '<ApexTrigger><apiVersion>62.0</apiVersion></ApexTrigger>'
};

let folder: string;
let org: BuiltOrg;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

async function open(file: string, clock: Clock, ...faults: string[]): Promise<FaultPlan> {
  const plan = new FaultPlan(faults.map(parseFault));
  org = await buildOrg({
    projectDirectory: folder,
    databaseFile: file === ':memory:' ? file : join(folder, file),
    clock,
    seed: 1,
    faults: plan,
    onUnhandled: () => undefined
  });
  return plan;
}

const newClock = (): Clock => steadyClock(Date.parse('2026-03-01T10:30:00Z'), 7);

function run(className: string, method: string): unknown {
  const { services, user, apex } = org;
  const options = { kind: 'ANONYMOUS', profile: 'synchronous', user } as const;
  return executeTransaction(services, options, () => apex.program.callStatic(className, method));
}

const drain = (): Promise<void> => new JobRunner(org.services).runUntilIdle();
const names = (): string[] =>
  org.services.database.queryPlain('SELECT Name FROM Account ORDER BY Name').map(({ Name }) => String(Name));
const statuses = (): unknown[] =>
  org.services.database.queryPlain('SELECT Status FROM AsyncApexJob ORDER BY Id').map(({ Status }) => Status);

async function withOrg<T>(faults: readonly string[], body: (plan: FaultPlan) => T | Promise<T>): Promise<T> {
  const plan = await open(':memory:', newClock(), ...faults);
  try {
    return await body(plan);
  } finally {
    org.close();
  }
}

/** Everything the org stores, the platform's own rows included. */
function dump(): string {
  const { connection } = org.services.database.store;
  const tables = connection.all("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
  return JSON.stringify(
    tables.map(([name]) => [name, connection.all(`SELECT * FROM "${String(name)}" ORDER BY rowid`)])
  );
}

const EXPECTED = ['After 1 UNHANDLED_EXCEPTION', 'After 2 SUCCESS', 'Event 2', 'Job 2 knows 0', 'Swept 2', 'Twin'];

test('the same seed and clock give the same run, byte for byte', async () => {
  const once = (): Promise<string[]> =>
    withOrg([], async (plan) => {
      run('Chain', 'begin');
      await drain();
      expect(names()).toEqual(EXPECTED);
      return [dump(), plan.report()];
    });
  const [[firstData, firstReport], [secondData, secondReport]] = [await once(), await once()];
  expect(secondData === firstData).toBe(true);
  expect(secondReport).toBe(firstReport);
  expect(firstReport.split('\n').filter((line) => !line.startsWith('limit'))).toMatchSnapshot();
});

test('a process that is killed at any boundary, and started again, ends where an undisturbed one does', async () => {
  const boundaries = await withOrg([], async (plan) => {
    run('Chain', 'begin');
    await drain();
    return plan.crossed.filter(({ kind }) => kind !== 'limit');
  });
  expect(boundaries.length).toBeGreaterThan(20);
  for (const { kind, number, what } of boundaries) {
    const file = `${kind}-${number}.db`;
    const clock = newClock();
    let hasBegun = false;
    await open(file, clock, `${kind}:${number}=kill`);
    try {
      run('Chain', 'begin');
      hasBegun = true;
      await drain();
      throw new Error(`${kind}:${number} was never crossed`);
    } catch (error) {
      expect(error).toBeInstanceOf(ProcessKilled);
    }
    org.close();
    await open(file, clock);
    if (!hasBegun) run('Chain', 'begin');
    await drain();
    expect({ what, names: names(), statuses: statuses() }).toEqual({
      what,
      names: EXPECTED,
      statuses: ['Completed', 'Completed', 'Failed']
    });
    org.close();
  }
});

describe('a fault', () => {
  test.each([
    ['callout:1=timeout', 'callout', 'Read timed out'],
    ['callout:1=503', 'callout', '503 Service Unavailable'],
    ['query:1=timeout', 'query', 'Your query request was running for too long.'],
    ['dmlrow:2=UNABLE_TO_LOCK_ROW', 'partly', 'saved UNABLE_TO_LOCK_ROW 1'],
    ['dml:1=UNABLE_TO_LOCK_ROW', 'partly', 'UNABLE_TO_LOCK_ROW UNABLE_TO_LOCK_ROW 0'],
    ['dmlrow:3=UNABLE_TO_LOCK_ROW', 'partly', 'saved saved 2']
  ])('%s reaches Apex as the platform words it', (fault, method, told) =>
    withOrg([fault], () => expect(run('Edge', method)).toBe(told))
  );

  test.each([
    ['callout:1=limit', 'callout', 'Too many callouts: 101'],
    ['query:1=limit', 'query', 'Too many SOQL queries: 101'],
    ['dml:1=limit', 'partly', 'Too many DML statements: 151'],
    ['limit:1=limit', 'query', 'Too many SOQL queries: 1'],
    ['enqueue:1=limit', 'enqueue', 'Too many queueable jobs added to the queue: 51']
  ])('%s ends the transaction', (fault, method, message) =>
    withOrg([fault], () => {
      expect(() => run('Edge', method)).toThrow(message);
      expect(names()).toEqual([]);
    })
  );

  test.each(['callout', 'callout:0=kill', 'nothing:1=kill', 'commit:1=timeout', 'dmlrow:1=NO_SUCH_CODE'])(
    'is refused when it makes no sense: %s',
    (spec) => expect(() => parseFault(spec)).toThrow(spec)
  );
});

describe('the options of a command', () => {
  const read = (...args: string[]): FaultOptions =>
    addFaultOptions(new Command().exitOverride().configureOutput({ writeErr: () => undefined }))
      .parse(args, { from: 'user' })
      .opts();

  test('make a plan, which ends the process where it says kill', () => {
    const onKill = jest.fn();
    const plan = faultPlan(read('--fault', 'query:2=limit', '--fault', 'commit:1=kill'), onKill);
    expect([plan?.cross('query', 'Account'), plan?.cross('query', 'Contact')]).toEqual([null, 'limit']);
    expect(() => plan?.cross('commit', 'AURA')).toThrow(ProcessKilled);
    expect(onKill).toHaveBeenCalledTimes(1);
    expect(() => plan?.cross('query', 'Account')).toThrow(ProcessKilled);
    expect(plan?.report()).toBe('query:1 Account\nquery:2 Contact\ncommit:1 AURA\n');
  });

  test('make none when nothing is asked, and refuse what makes no sense', () => {
    expect(faultPlan(read())).toBeUndefined();
    expect(faultPlan(read('--boundaries', 'file'))).toBeDefined();
    expect(() => read('--fault', 'commit:1=timeout')).toThrow('at commit the effect can be kill');
  });
});
