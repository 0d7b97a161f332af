import { createFolder } from '../insights-api/testing/report-fixture';
import { spawnInsightsApi } from '../insights-api/spawn';
import type { InsightsApi } from '../insights-api/server';
import { EngineOrg } from './support/engine-org';
import { checkSums, lastRun, rowsOf, type Run } from './support/result';
import { addContacts, FIELDS, saveIntegration } from './support/story';

const COUNT = 1600;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index);
const REPORT = [
  'Key,Title,Email,Score',
  ...NUMBERS.map((index) => `k${index},Title ${index},,${index % 100}`),
  ''
].join('\n');

let folder: ReturnType<typeof createFolder>;
let api: InsightsApi;

let org: EngineOrg;
let integrationId: string;

beforeAll(async () => {
  folder = createFolder({ 'story.csv': REPORT });
  api = await spawnInsightsApi({ reports: folder.folder });
  org = await EngineOrg.open({ url: api.url, fields: FIELDS, customerFiles: CUSTOMER_FILES });
  addContacts(
    org,
    NUMBERS.map((index) => ({ Key__c: `k${index}` }))
  );
  integrationId = saveIntegration(org);
});

afterAll(async () => {
  org.close();
  await api.close();
  folder.remove();
});

interface Step {
  readonly read: number;
  readonly usage: Readonly<Record<string, number>>;
}

/** The automation of the customer; which of it is switched on, a setting says. */
const CUSTOMER_FILES: Readonly<Record<string, string>> = {
  'objects/Customer_Work__c/Customer_Work__c.object-meta.xml': `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <customSettingsType>Hierarchy</customSettingsType><label>Customer Work</label></CustomObject>`,
  'objects/Customer_Work__c/fields/Kind__c.field-meta.xml': `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Kind__c</fullName><label>Kind</label><length>40</length><type>Text</type></CustomField>`,
  'classes/CustomerWork.cls': `public class CustomerWork {
    private static Boolean isPaid = false;
    public static void run(List<Contact> contacts) {
      switch on Customer_Work__c.getOrgDefaults().Kind__c {
        when '90 queries' { query(90); }
        when '110 queries' { query(110); }
        when '150 queries once' { if (!isPaid) { isPaid = true; query(150); } }
        when 'a query for each' { query(contacts.size()); }
        when 'five tasks for each' { addTasks(contacts); }
        when 'a job where there is room' { if (Limits.getQueueableJobs() < Limits.getLimitQueueableJobs()) { addJob(); } }
        when 'a job for each chunk' { addJob(); }
        when 'poison' { for (Contact contact : contacts) { if (contact.Title == 'Title 700') { query(201); } } }
      }
    }
    private static void addJob() {
      System.enqueueJob(new CustomerJob());
    }
    private static void query(Integer count) {
      for (Integer at = 0; at < count; at++) { Integer known = [SELECT COUNT() FROM Account]; }
    }
    private static void addTasks(List<Contact> contacts) {
      List<Task> tasks = new List<Task>();
      for (Contact contact : contacts) {
        for (Integer at = 0; at < 5; at++) { tasks.add(new Task(Subject = 'Call', WhoId = contact.Id)); }
      }
      insert tasks;
    }
  }`,
  'classes/CustomerWork.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
  'classes/CustomerJob.cls':
    'public class CustomerJob implements Queueable { public void execute(QueueableContext context) {} }',
  'classes/CustomerJob.cls-meta.xml': '<ApexClass><apiVersion>67.0</apiVersion></ApexClass>',
  'triggers/OnContact.trigger': 'trigger OnContact on Contact (before update) { CustomerWork.run(Trigger.new); }',
  'triggers/OnContact.trigger-meta.xml': '<ApexTrigger><apiVersion>67.0</apiVersion></ApexTrigger>'
};

/** What becomes of a run where the customer has such automation on the target object. */
const runWith = (kind: string, look: (run: Run, slices: readonly Step[], deaths: number) => void): Promise<void> =>
  org.aside(async () => {
    const [{ Id: SetupOwnerId }] = org.query<{ Id: string }>('SELECT Id FROM Organization');
    org.services.database.system.insert('Customer_Work__c', { SetupOwnerId, Kind__c: kind });
    const runId = org.call<string>('RunController', 'start', { integrationId });
    await org.finish();
    const run = lastRun(org);
    checkSums(org, runId, run.counts);
    const deaths = org.query("SELECT Id FROM AsyncApexJob WHERE Status = 'Failed'").length;
    look(run, org.call('RunController', 'slices', { runId }), deaths);
  });

const largest = (slices: readonly Step[]): number => Math.max(...slices.map(({ read }) => read));

test('without automation, two slices do', () =>
  runWith('none', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { read: COUNT, updated: COUNT } });
    expect(slices.map(({ read }) => read)).toEqual([1000, 600]);
    expect(deaths).toBe(0);
  }));

test('where a trigger takes 90 queries for 200 records, slices die until they fit, and then no more', () =>
  runWith('90 queries', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', message: null, counts: { read: COUNT, updated: COUNT } });
    expect(deaths).toBe(2);
    expect(largest(slices)).toBe(200);
    expect(slices.length).toBeLessThan(16);
    expect(Math.max(...slices.map(({ usage }) => usage['queries']))).toBeLessThan(100);
  }));

test('where a trigger takes 110 queries for 200 records, no slice tries two chunks again', () =>
  runWith('110 queries', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { updated: COUNT } });
    expect(deaths).toBe(2);
    expect(largest(slices)).toBe(200);
  }));

test('where a trigger queries for each record, slices settle below what ran into the limit', () =>
  runWith('a query for each', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { updated: COUNT } });
    expect(deaths).toBeLessThanOrEqual(4);
    expect(slices.length).toBeLessThan(30);
  }));

test('where automation takes much once, whatever the rows, slices do not shrink to nothing', () =>
  runWith('150 queries once', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { updated: COUNT } });
    expect(deaths).toBe(0);
    expect(Math.min(...slices.slice(0, -1).map(({ read }) => read))).toBeGreaterThanOrEqual(200);
  }));

test('where a trigger saves five records for each, slices leave half of the rows that a transaction may save', () =>
  runWith('five tasks for each', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { updated: COUNT } });
    expect(deaths).toBe(0);
    expect(Math.max(...slices.slice(1).map(({ usage }) => usage['dmlRows']))).toBeLessThanOrEqual(5100);
  }));

/** A transaction of a job may queue one job, and the trigger was there first. */
test('where a trigger queues the one job that a transaction may queue, the finalizer goes on with the run', () =>
  runWith('a job where there is room', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', message: null, counts: { read: COUNT, updated: COUNT } });
    expect(deaths).toBe(0);
    expect(slices.map(({ read }) => read)).toEqual([1000, 600]);
    expect(org.query("SELECT Id FROM AsyncApexJob WHERE ApexClass.Name = 'CustomerJob'")).toHaveLength(2);
  }));

test('where a trigger queues a job for every chunk, slices settle at one chunk', () =>
  runWith('a job for each chunk', (run, slices, deaths) => {
    expect(run).toMatchObject({ status: 'Completed', counts: { read: COUNT, updated: COUNT } });
    expect(deaths).toBe(2);
    expect(largest(slices)).toBe(200);
  }));

test('a row that every slice dies of is given up with the reason, and the run goes on behind it at full size', () =>
  runWith('poison', (run, slices) => {
    expect(run).toMatchObject({ status: 'Completed with errors', message: null });
    const rejected = rowsOf(org, run.id);
    expect(rejected.map(({ line }) => line)).toContain(702);
    expect(rejected.length).toBeLessThanOrEqual(4);
    expect(rejected[0].reason).toContain('Too many SOQL queries: 201');
    expect(run.counts).toMatchObject({ read: COUNT, rejected: rejected.length, updated: COUNT - rejected.length });
    expect(slices.at(-1)?.read).toBeGreaterThan(200);
  }));
