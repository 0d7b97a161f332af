import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOrg, type BuiltOrg } from '../org';
import { statementCounter } from '../transaction/transaction';
import { steadyClock, type Clock } from '../transaction/clock';
import { JobRunner } from './runner';
import { executeTransaction } from './transactions';

const CLASSES: Readonly<Record<string, string>> = {
  // "Queueable Apex", Apex Developer Guide: a job may enqueue the next one
  Chain: `public class Chain implements Queueable {
    public Integer left;
    public transient String forgotten = 'set when enqueued';
    public Chain(Integer left) { this.left = left; }
    public void execute(QueueableContext context) {
      insert new Account(Name = 'Chain ' + left + ' ' + (forgotten == null) + ' ' + (context.getJobId() != null));
      if (left > 1) { System.enqueueJob(new Chain(left - 1)); }
    }
    public static void begin() { Chain job = new Chain(3); System.enqueueJob(job); job.left = 99; }
    public static void beginAndFail() { System.enqueueJob(new Chain(1)); throw new CalloutException('undone'); }
  }`,
  // "Transaction Finalizers", Apex Developer Guide
  Doomed: `public class Doomed implements Queueable {
    public String how;
    public Doomed(String how) { this.how = how; }
    public void execute(QueueableContext context) {
      System.attachFinalizer(new After());
      insert new Account(Name = 'must be rolled back');
      if (how == 'exception') { throw new CalloutException('broken'); }
      if (how == 'limit') { for (Integer i = 0; i < 201; i++) { List<Account> found = [SELECT Id FROM Account LIMIT 1]; } }
    }
    public class After implements Finalizer {
      public void execute(FinalizerContext context) {
        Exception cause = context.getException();
        String told = cause == null ? 'nothing' : cause.getTypeName() + ' ' + cause.getMessage();
        insert new Account(Name = context.getResult().name() + ': ' + told);
      }
    }
    public static void begin(String how) { System.enqueueJob(new Doomed(how)); }
  }`,
  Hourly: `public class Hourly implements Schedulable {
    public void execute(SchedulableContext context) { insert new Account(Name = 'fired'); }
    public static void begin() { System.schedule('hourly', '0 0 * * * ?', new Hourly()); }
  }`,
  Counting: `public class Counting implements Database.Batchable<SObject>, Database.Stateful {
    public Integer seen = 0;
    public Database.QueryLocator start(Database.BatchableContext context) {
      return Database.getQueryLocator('SELECT Id FROM Contact');
    }
    public void execute(Database.BatchableContext context, List<Contact> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'seen ' + seen + ' ' + [SELECT Status FROM AsyncApexJob WHERE Id = :context.getJobId()].Status); }
    public static void begin() {
      List<Contact> contacts = new List<Contact>();
      for (Integer i = 0; i < 5; i++) { contacts.add(new Contact(LastName = 'Contact ' + i)); }
      insert contacts;
      Database.executeBatch(new Counting(), 2);
    }
  }`,
  // "Queueable Apex", detecting duplicate queueable jobs
  Single: `public class Single implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = enqueue()); }
    public static String enqueue() {
      AsyncOptions options = new AsyncOptions();
      options.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('only').addInteger(1).build();
      try {
        System.enqueueJob(new Single(), options);
        return 'enqueued';
      } catch (DuplicateMessageException e) {
        return e.getMessage();
      }
    }
    public static void begin() { insert new Account(Name = enqueue() + ', ' + enqueue()); }
  }`,
  Nested: `public class Nested {
    @future public static void inner(Set<Id> ids, String text) { }
    @future public static void outer() {
      try { inner(new Set<Id>(), 'x'); } catch (AsyncException e) { insert new Account(Name = e.getMessage()); }
    }
    public static void begin() { outer(); }
  }`,
  Endless: `public class Endless {
    public static void begin() {
      while (true) { try { Integer.valueOf('x'); } catch (TypeException e) { continue; } }
    }
    public static void count() {
      Integer rounds = 0;
      while (true) { rounds++; }
    }
  }`,
  Lengthy: `public class Lengthy {
    public static void begin() {
      Integer rounds = 0;
      while (rounds < 1000000) { rounds++; }
      insert new Account(Name = String.valueOf(rounds));
    }
  }`,
  Later: `public class Later {
    @future public static void write(String name) { insert new Account(Name = name + System.isFuture()); }
    public static void begin() { String name = 'later '; write(name); name = 'changed'; }
  }`
};

let folder: string;
let org: BuiltOrg;
let clock: Clock;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jobs-'));
  for (const [name, source] of Object.entries(CLASSES)) writeFileSync(join(folder, `${name}.cls`), source);
});

afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  clock = steadyClock(Date.parse('2026-03-01T10:30:00Z'));
  org = await buildOrg({ projectDirectory: folder, databaseFile: ':memory:', clock, seed: 1 });
});

afterEach(() => org.close());

function run(className: string, method: string, ...values: unknown[]): void {
  const { services, user, apex } = org;
  const options = { kind: 'ANONYMOUS', profile: 'synchronous', user } as const;
  executeTransaction(services, options, () => apex.program.callStatic(className, method, values));
}

const drain = (): Promise<void> => new JobRunner(org.services).runUntilIdle();
const accounts = (): unknown[] =>
  org.services.database.queryPlain('SELECT Name FROM Account ORDER BY Id').map(({ Name }) => Name);
const jobs = (): unknown[] =>
  org.services.database.queryPlain('SELECT Status, JobType, ApexClass.Name FROM AsyncApexJob ORDER BY Id');

describe('queueable jobs', () => {
  test('run after commit, in order, as they were when they were enqueued', async () => {
    run('Chain', 'begin');
    expect(accounts()).toEqual([]);
    await drain();
    expect(accounts()).toEqual(['Chain 3 true true', 'Chain 2 true true', 'Chain 1 true true']);
    expect(jobs()).toHaveLength(3);
    expect(jobs()[0]).toMatchObject({ Status: 'Completed', JobType: 'Queueable', ApexClass: { Name: 'Chain' } });
  });

  test('are forgotten with the transaction that enqueued them', async () => {
    expect(() => run('Chain', 'beginAndFail')).toThrow('undone');
    await drain();
    expect(accounts()).toEqual([]);
    expect(jobs()).toEqual([]);
  });

  test.each([
    ['exception', 'UNHANDLED_EXCEPTION: System.CalloutException broken', 'Failed'],
    ['limit', 'UNHANDLED_EXCEPTION: System.AsyncException System.LimitException: Too many SOQL queries: 201', 'Failed'],
    ['nothing', 'SUCCESS: nothing', 'Completed']
  ])('tell their finalizer how they ended: %s', async (how, told, status) => {
    run('Doomed', 'begin', how);
    await drain();
    expect(accounts().filter((name) => name !== 'must be rolled back')).toEqual([told]);
    expect(accounts()).toHaveLength(how === 'nothing' ? 2 : 1);
    expect(jobs()[0]).toMatchObject({ Status: status });
  });
});

test('scheduled Apex fires when its clock says so, again and again ("Apex Scheduler")', async () => {
  run('Hourly', 'begin');
  await drain();
  expect(accounts()).toEqual([]);
  clock.advance(30 * 60_000);
  await drain();
  expect(accounts()).toEqual(['fired']);
  clock.advance(60 * 60_000);
  await drain();
  expect(accounts()).toEqual(['fired', 'fired']);
  const [trigger] = org.services.database.queryPlain('SELECT TimesTriggered, NextFireTime, State FROM CronTrigger');
  expect(trigger).toMatchObject({ TimesTriggered: 2, State: 'WAITING' });
});

test('a stateful batch keeps its state from scope to scope ("Using Batch Apex")', async () => {
  run('Counting', 'begin');
  await drain();
  expect(accounts()).toEqual(['seen 5 Completed']);
  expect(
    org.services.database.queryPlain('SELECT TotalJobItems, JobItemsProcessed FROM AsyncApexJob')[0]
  ).toMatchObject({
    TotalJobItems: 3,
    JobItemsProcessed: 3
  });
});

test('a future method runs later, with the values of then ("Future Methods")', async () => {
  run('Later', 'begin');
  expect(accounts()).toEqual([]);
  await drain();
  expect(accounts()).toEqual(['later true']);
});

test('a signature belongs to one waiting job, until that one begins ("QueueableDuplicateSignature.Builder")', async () => {
  run('Single', 'begin');
  const refusal = 'Attempt to enqueue job with duplicate queueable signature';
  expect(accounts()).toEqual([`enqueued, ${refusal}`]);
  org.services.jobs.take(clock.now())?.run();
  expect(accounts()).toEqual([`enqueued, ${refusal}`, 'enqueued']);
});

test('a future method cannot call another one, and the refusal names its parameters', async () => {
  run('Nested', 'begin');
  await drain();
  expect(accounts()).toEqual([
    'Future method cannot be called from a future or batch method: Nested.inner(Set<Id>, String)'
  ]);
});

// "Execution Governors and Limits", Apex Developer Guide
describe('an endless loop ends with the CPU limit', () => {
  test('after as many statements as the limit can stand for', () => {
    expect(() => run('Endless', 'count')).toThrow('Apex CPU time limit exceeded');
  });

  // An hour is spent between two looks: so one of the first looks must end the loop, long before the statements do. A
  // loop that throws every time would take that long on any machine.
  test.each(['count', 'begin'])('or after far more than its time, when its statements take long (%s)', (method) => {
    const spent = jest.spyOn(process, 'cpuUsage');
    const first = statementCounter.n;
    let user = 0;
    spent.mockImplementation(() => ({ user: (user += 3_600_000_000), system: 0 }));
    try {
      expect(() => run('Endless', method)).toThrow('Apex CPU time limit exceeded');
    } finally {
      spent.mockRestore();
    }
    expect(statementCounter.n - first).toBeLessThan(500_000);
  });

  test('and not because a busy machine took long over it', () => {
    const now = jest.spyOn(performance, 'now');
    let time = 0;
    now.mockImplementation(() => (time += 3_600_000));
    try {
      run('Lengthy', 'begin');
    } finally {
      now.mockRestore();
    }
    expect(accounts()).toEqual(['1000000']);
  });
});
