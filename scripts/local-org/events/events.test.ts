import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { JobRunner, describeError, executeTransaction } from '../jobs';
import { steadyClock } from '../transaction/clock';
import { buildOrg, type BuiltOrg } from '../org';
import { Transaction, runInTransaction } from '../transaction/transaction';
import type { EventMessage } from './event-message';

const eventXml = (behavior: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
  <label>Step</label><pluralLabel>Steps</pluralLabel><eventType>HighVolume</eventType>
  <publishBehavior>${behavior}</publishBehavior><deploymentStatus>Deployed</deploymentStatus></CustomObject>`;
const fieldXml = (name: string, rest: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>${name}</fullName><label>${name}</label>${rest}</CustomField>`;
const text = '<type>Text</type><length>20</length><required>true</required>';
const number = '<type>Number</type><precision>6</precision><scale>1</scale>';

const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories":[{"path":"main","default":true}],"sourceApiVersion":"62.0"}',
  'main/objects/Step__e/Step__e.object-meta.xml': eventXml('PublishAfterCommit'),
  'main/objects/Step__e/fields/Name__c.field-meta.xml': fieldXml('Name__c', text),
  'main/objects/Step__e/fields/Size__c.field-meta.xml': fieldXml('Size__c', number),
  'main/objects/Now__e/Now__e.object-meta.xml': eventXml('PublishImmediately'),
  'main/objects/Now__e/fields/Name__c.field-meta.xml': fieldXml('Name__c', text),
  'main/classes/Publisher.cls': `public class Publisher {
    public class BrokenException extends Exception {}
    public static void step(String name) { EventBus.publish(new Step__e(Name__c = name, Size__c = 1.5)); }
    public static void both(String name) { step(name); EventBus.publish(new Now__e(Name__c = name)); }
    public static void bothAndFail(String name) { both(name); throw new BrokenException('undone'); }
    public static void undone() {
      Savepoint before = Database.setSavepoint();
      step('undone');
      Database.rollback(before);
      step('kept');
    }
    public static void many(Integer count) {
      List<Step__e> events = new List<Step__e>();
      for (Integer i = 0; i < count; i++) { events.add(new Step__e(Name__c = 'Step ' + i)); }
      EventBus.publish(events);
    }
    public static String results() {
      List<Database.SaveResult> results = EventBus.publish(new List<Step__e>{ new Step__e(Name__c = 'good'), new Step__e() });
      Database.Error note = results[0].getErrors()[0];
      return results[0].isSuccess() + ' ' + note.getStatusCode() + ' ' + (note.getMessage() == EventBus.getOperationId(results[0]))
        + ' ' + results[1].isSuccess() + ' ' + results[1].getErrors()[0].getStatusCode()
        + ' ' + Limits.getDmlStatements() + ' ' + Limits.getPublishImmediateDML();
    }
    public static String limits() {
      EventBus.publish(new Now__e(Name__c = 'a'));
      return Limits.getDmlStatements() + ' ' + Limits.getPublishImmediateDML();
    }
    public class Outcome implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
      public void onSuccess(EventBus.SuccessResult result) { told('published', result.getEventUuids()); }
      public void onFailure(EventBus.FailureResult result) { told('lost', result.getEventUuids()); }
      private void told(String how, List<String> uuids) { insert new Account(Name = how + ' ' + uuids.size()); }
    }
    public static void called() { EventBus.publish(new Step__e(Name__c = 'called'), new Outcome()); }
    public static void failed() {
      called();
      Test.getEventBus().fail();
      System.assertEquals('lost 1', [SELECT Name FROM Account].Name);
    }
    public static void inTest() {
      Test.startTest();
      both('tested');
      System.assertEquals(0, [SELECT COUNT() FROM Account]);
      Test.getEventBus().deliver();
      System.assertEquals(2, [SELECT COUNT() FROM Account]);
      step('again');
      Test.stopTest();
      System.assertEquals(3, [SELECT COUNT() FROM Account]);
    }
  }`,
  'main/classes/Publisher.cls-meta.xml': '<ApexClass><apiVersion>62.0</apiVersion></ApexClass>',
  'main/triggers/OnStep.trigger': `trigger OnStep on Step__e (after insert) {
    EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
    List<Account> accounts = new List<Account>();
    for (Step__e event : Trigger.new) {
      if (event.Name__c == 'stubborn' || (event.Name__c == 'retry' && context.retries < 2)) {
        throw new EventBus.RetryableException('not yet');
      }
      if (event.Name__c == 'break') { throw new Publisher.BrokenException('broken'); }
      String tried = context.retries == 0 ? '' : ' after ' + context.retries + ' ' + context.lastError;
      accounts.add(new Account(Name = event.Name__c + tried, Description = UserInfo.getName() + ' ' + event.ReplayId,
        Site = String.valueOf(Trigger.new.size())));
      if (event.Name__c == 'Step 1') { context.setResumeCheckpoint(event.ReplayId); break; }
    }
    insert accounts;
  }`,
  'main/triggers/OnStep.trigger-meta.xml': '<ApexTrigger><apiVersion>62.0</apiVersion></ApexTrigger>',
  'main/triggers/OnNow.trigger': `trigger OnNow on Now__e (after insert) {
    insert new Account(Name = 'now ' + Trigger.new[0].Name__c);
  }`,
  'main/triggers/OnNow.trigger-meta.xml': '<ApexTrigger><apiVersion>62.0</apiVersion></ApexTrigger>'
};

let folder: string;
let org: BuiltOrg;
let unhandled: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'events-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const open = (databaseFile: string): Promise<BuiltOrg> =>
  buildOrg({
    projectDirectory: folder,
    databaseFile,
    clock: steadyClock(Date.parse('2026-03-01T10:30:00Z')),
    seed: 1,
    onUnhandled: (name, error) => unhandled.push(`${name}: ${describeError(error)}`)
  });

beforeEach(async () => {
  unhandled = [];
  org = await open(':memory:');
});

afterEach(() => org.close());

function run(method: string, ...values: unknown[]): unknown {
  const { services, user, apex } = org;
  const options = { kind: 'ANONYMOUS', profile: 'synchronous', user } as const;
  return executeTransaction(services, options, () => apex.program.callStatic('Publisher', method, values));
}

const drain = (): Promise<void> => new JobRunner(org.services).runUntilIdle();
const names = (): unknown[] =>
  org.services.database.queryPlain('SELECT Name FROM Account ORDER BY Id').map(({ Name }) => Name);

describe('platform events (Platform Events Developer Guide)', () => {
  test('reach triggers after commit, as the Automated Process user', async () => {
    run('step', 'first');
    expect(names()).toEqual([]);
    await drain();
    expect(org.services.database.queryPlain('SELECT Name, Description FROM Account')).toMatchObject([
      { Name: 'first', Description: 'Automated Process 1' }
    ]);
  });

  test('that wait for the commit are lost with their transaction; immediate ones are not', async () => {
    expect(() => run('bothAndFail', 'failed')).toThrow();
    await drain();
    expect(names()).toEqual(['now failed']);
  });

  test('are undone by a rollback to a savepoint', async () => {
    run('undone');
    await drain();
    expect(names()).toEqual(['kept']);
  });

  test('come in batches of up to 2,000, and again from the checkpoint on', async () => {
    run('many', 2003);
    await drain();
    const sizes = org.services.database.queryPlain('SELECT Site, COUNT(Id) n FROM Account GROUP BY Site ORDER BY Site');
    expect(sizes.map((row) => [row['Site'], row['n']])).toEqual([
      ['1', 1],
      ['2000', 2002]
    ]);
  });

  test('are delivered again after a RetryableException, nine times at most', async () => {
    run('step', 'retry');
    await drain();
    expect(names()).toEqual(['retry after 2 EventBus.RetryableException: not yet']);
    run('step', 'stubborn');
    await drain();
    expect(unhandled.filter((line) => line === 'OnStep: EventBus.RetryableException: not yet')).toHaveLength(2 + 10);
  });

  test('are given up by a trigger that fails otherwise, which goes on with the next', async () => {
    run('step', 'break');
    await drain();
    run('step', 'next');
    await drain();
    expect(unhandled).toEqual(['OnStep: Publisher.BrokenException: broken']);
    expect(names()).toEqual(['next']);
  });

  test('are told in save results, and count as the documentation says', () => {
    expect(run('results')).toBe('true OPERATION_ENQUEUED true false REQUIRED_FIELD_MISSING 1 0');
    expect(run('limits')).toBe('0 1');
  });

  test('tell a callback that they are published', async () => {
    run('called');
    await drain();
    expect(names().sort()).toEqual(['called', 'published 1']);
  });

  test.each(['inTest', 'failed'])('are delivered or failed in tests, and gone after the test: %s', async (method) => {
    const { services, user, apex } = org;
    const undo = new Error('undo');
    const test = new Transaction({ org: services, kind: 'RUNTEST_SYNC', user, profile: 'synchronous', isTest: true });
    const body = (): void => {
      runInTransaction(test, () => apex.program.callStatic('Publisher', method));
      throw undo;
    };
    expect(() => services.database.atomically(body)).toThrow(undo);
    await drain();
    expect(names()).toEqual([]);
  });

  test('are told to listeners in the shape that pages receive', () => {
    const messages: EventMessage[] = [];
    const stop = org.services.events.subscribe('/event/Step__e', (message) => messages.push(message));
    run('step', 'shown');
    stop();
    run('step', 'hidden');
    expect(messages).toEqual([
      {
        channel: '/event/Step__e',
        data: {
          schema: expect.stringMatching(/^[\w-]{22}$/),
          payload: {
            Name__c: 'shown',
            Size__c: 1.5,
            CreatedById: org.user.id,
            CreatedDate: '2026-03-01T10:30:00.000Z'
          },
          event: { replayId: 1, EventUuid: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) }
        }
      }
    ]);
    const all: number[] = [];
    org.services.events.subscribe('/event/Step__e', ({ data }) => all.push(data.event.replayId), -2);
    expect(all).toEqual([1, 2]);
    expect(() => org.services.events.subscribe('/event/Account', () => undefined)).toThrow('There is no channel');
  });

  test('wait for a closed org and are delivered when it opens', async () => {
    const file = join(folder, 'org.db');
    org.close();
    org = await open(file);
    run('step', 'kept over a restart');
    org.close();
    org = await open(file);
    await drain();
    expect(names()).toEqual(['kept over a restart']);
  });
});
