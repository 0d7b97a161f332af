import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOrg, type BuiltOrg } from '../org';
import { steadyClock, type Clock } from '../transaction/clock';
import { JobRunner } from './runner';
import { executeTransaction } from './transactions';

const CLASSES: Readonly<Record<string, string>> = {
  Keeper: `public class Keeper implements Queueable {
    public enum Mood { GOOD, BAD }
    public class Note { public String text; public Keeper owner; public transient String lost = 'lost'; }
    public class OddException extends Exception { public Integer code; }
    public Map<String, List<Decimal>> numbers = new Map<String, List<Decimal>>{ 'a' => new List<Decimal>{ 1.50, null } };
    public Set<Id> ids;
    public Note note;
    public Mood feeling = Mood.BAD;
    public Account parent;
    public Object anything = 7L;
    public Type kind = Note.class;
    public SObjectField field = Account.Name;
    public Date day = Date.newInstance(2026, 2, 28);
    public Datetime instant = Datetime.newInstanceGmt(2026, 2, 28, 1, 2, 3);
    public Blob bytes = Blob.valueOf('bytes');
    public Exception problem;
    public Keeper() {
      note = new Note();
      note.owner = this;
      note.text = 'kept';
      parent = [SELECT Id, Name FROM Account LIMIT 1];
      ids = new Set<Id>{ parent.Id };
      OddException odd = new OddException('odd', new CalloutException('cause'));
      odd.code = 3;
      problem = odd;
    }
    public void execute(QueueableContext context) {
      System.assertEquals(true, note.owner === this);
      System.assertEquals(null, note.lost);
      System.assertEquals(true, ids.contains(parent.Id));
      String unread;
      try { unread = parent.Site; } catch (SObjectException e) { unread = 'unread'; }
      insert new Account(Name = String.join(new List<String>{ String.valueOf(numbers), note.text, feeling.name(),
        String.valueOf(anything instanceof Long), kind.getName(), field.getDescribe().getName(), String.valueOf(day),
        String.valueOf(instant.getTime()), bytes.toString(), problem.getTypeName(), problem.getMessage(),
        problem.getCause().getMessage(), String.valueOf(((OddException) problem).code), unread }, '|'));
    }
    public static void begin() { insert new Account(Name = 'first'); System.enqueueJob(new Keeper()); }
  }`,
  Unstorable: `public class Unstorable implements Queueable {
    public HttpRequest request = new HttpRequest();
    public void execute(QueueableContext context) {}
    public static void begin() { System.enqueueJob(new Unstorable()); }
  }`,
  Hourly: `public class Hourly implements Schedulable {
    public String name;
    public Hourly(String name) { this.name = name; }
    public void execute(SchedulableContext context) { insert new Account(Name = name); }
    public static void begin() { System.schedule('hourly', '0 0 * * * ?', new Hourly('fired')); }
    public static void abort() { System.abortJob([SELECT Id FROM CronTrigger].Id); }
  }`,
  Later: `public class Later {
    @future public static void write(List<String> names, Integer times) {
      insert new Account(Name = String.join(names, '+') + times);
    }
    public static void begin() { List<String> names = new List<String>{ 'a', 'b' }; write(names, 2); names.clear(); }
  }`,
  Counting: `public class Counting implements Database.Batchable<SObject>, Database.Stateful {
    public Integer seen = 0;
    public Iterable<SObject> start(Database.BatchableContext context) { return [SELECT Id FROM Contact]; }
    public void execute(Database.BatchableContext context, List<Contact> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext context) { insert new Account(Name = 'seen ' + seen); }
    public static void begin() {
      insert new List<Contact>{ new Contact(LastName = 'A'), new Contact(LastName = 'B'), new Contact(LastName = 'C') };
      Database.executeBatch(new Counting(), 2);
    }
  }`
};

let folder: string;
let org: BuiltOrg;
let clock: Clock;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'restart-'));
  for (const [name, source] of Object.entries(CLASSES)) writeFileSync(join(folder, `${name}.cls`), source);
  clock = steadyClock(Date.parse('2026-03-01T10:30:00Z'));
  await open();
});

afterEach(() => {
  org.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<void> {
  org = await buildOrg({ projectDirectory: folder, databaseFile: join(folder, 'org.db'), clock, seed: 1 });
  expect([...org.apex.problems.values()]).toEqual([]);
}

async function restart(): Promise<void> {
  org.close();
  await open();
}

function run(className: string, method: string): void {
  const { services, user, apex } = org;
  const options = { kind: 'ANONYMOUS', profile: 'synchronous', user } as const;
  executeTransaction(services, options, () => apex.program.callStatic(className, method));
}

const drain = (): Promise<void> => new JobRunner(org.services).runUntilIdle();
const accounts = (): unknown[] =>
  org.services.database.queryPlain('SELECT Name FROM Account ORDER BY Id').map(({ Name }) => Name);
const job = (): unknown => org.services.database.queryPlain('SELECT Status FROM AsyncApexJob')[0]?.['Status'];

describe('a job that waits when the org is stopped is there when it opens', () => {
  test('a queueable, with everything it holds', async () => {
    run('Keeper', 'begin');
    await restart();
    await drain();
    expect(accounts()).toEqual([
      'first',
      '{a=(1.50, null)}|kept|BAD|true|Keeper.Note|Name|2026-02-28|1772240523000|bytes|Keeper.OddException|odd|cause|3|unread'
    ]);
    expect(job()).toBe('Completed');
    await restart();
    await drain();
    expect(accounts()).toHaveLength(2);
  });

  test('a future method, with its arguments as they were', async () => {
    run('Later', 'begin');
    await restart();
    await drain();
    expect(accounts()).toEqual(['a+b2']);
  });

  test('a batch', async () => {
    run('Counting', 'begin');
    await restart();
    await drain();
    expect(accounts()).toEqual(['seen 3']);
  });

  test('a schedule, which fires once for all the times that it missed', async () => {
    run('Hourly', 'begin');
    org.close();
    clock.advance(3 * 60 * 60_000);
    await open();
    await drain();
    expect(accounts()).toEqual(['fired']);
    clock.advance(60 * 60_000);
    await restart();
    await drain();
    expect(accounts()).toEqual(['fired', 'fired']);
    run('Hourly', 'abort');
    clock.advance(60 * 60_000);
    await restart();
    await drain();
    expect(accounts()).toEqual(['fired', 'fired']);
  });

  test('but not what cannot be stored', () => {
    expect(() => run('Unstorable', 'begin')).toThrow('Not Serializable: System.HttpRequest');
  });
});
