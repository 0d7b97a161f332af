import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discoverTests } from '../test-runner/discover';
import { DebugLogFile } from '../test-runner/debug-log-file';
import type { TestHost } from '../test-runner/host';
import { runTests } from '../test-runner/run';
import { openTestHost } from '../org';
import { parseLevels } from './levels';

const OBJECT = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Thing</label>
  <nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>
  <validationRules><fullName>No_Bad</fullName><active>true</active>
    <errorConditionFormula>Name = 'bad'</errorConditionFormula><errorMessage>Bad.</errorMessage></validationRules>
</CustomObject>`;

const FILES: Readonly<Record<string, string>> = {
  'objects/Thing__c/Thing__c.object-meta.xml': OBJECT,
  'triggers/ThingTrigger.trigger': `trigger ThingTrigger on Thing__c (before insert) {
    System.debug('in the trigger');
  }`,
  'classes/Worker.cls': `public class Worker {
    public static void work(String name) {
      insert new Thing__c(Name = name);
    }
    public static void fail() {
      List<String> none = new List<String>();
      none[0] = 'x';
    }
  }`,
  'classes/WorkerJob.cls': `public class WorkerJob implements Queueable {
    public void execute(QueueableContext context) {
      System.debug([SELECT COUNT() FROM Thing__c]);
    }
  }`,
  'classes/WorkerTest.cls': `@IsTest private class WorkerTest {
    @IsTest static void works() {
      Worker.work('good');
      String name = 'good';
      Integer found = [SELECT Id, Name FROM Thing__c WHERE Name = :name AND CreatedDate = TODAY ORDER BY Name DESC LIMIT 5].size();
      System.debug(LoggingLevel.FINE, found);
      System.debug(LoggingLevel.ERROR, 'two\\nlines');
    }
    @IsTest static void catches() {
      try { Worker.fail(); } catch (ListException e) { System.debug('caught'); }
      try { Worker.work('bad'); } catch (DmlException e) { System.debug('refused'); }
    }
    @IsTest static void enqueues() {
      Test.startTest();
      System.enqueueJob(new WorkerJob());
      Test.stopTest();
    }
    @IsTest static void dies() {
      Worker.fail();
    }
  }`
};

let folder: string;
let host: TestHost;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'debug-log-'));
  for (const [path, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  host = await openTestHost(folder, { coverage: false });
});

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

/** The log of one test without moments and Ids, line by line. */
function logOf(method: string, levels?: string): string[] {
  const path = join(folder, 'test.log');
  const file = new DebugLogFile(path, levels);
  host.services.debugLogs = file.recorder();
  const classes = discoverTests(host.sources).map((one) => ({ ...one, methods: [method] }));
  runTests(host, classes);
  host.services.debugLogs = undefined;
  file.close();
  const text = readFileSync(path, 'utf8').replace(/^[\d:.]+ \(\d+\)\|/gm, '');
  return text.replace(/\|01[pq]\w{15}/g, '').split('\n');
}

/** The lines between the begin of the test and its limits. */
function eventsOf(method: string, levels?: string): string[] {
  const lines = logOf(method, levels);
  return lines.slice(lines.indexOf('EXECUTION_STARTED') + 1, lines.indexOf('CUMULATIVE_LIMIT_USAGE'));
}

// "Debug Log Levels" and "Debug Log Details", Salesforce Help
test('tells of DML, triggers, validation rules, queries and messages, each with its Apex line', () => {
  expect(eventsOf('works')).toEqual([
    'CODE_UNIT_STARTED|[EXTERNAL]|WorkerTest.works()',
    'DML_BEGIN|[3]|Op:Insert|Type:Thing__c|Rows:1',
    'CODE_UNIT_STARTED|[EXTERNAL]|ThingTrigger on Thing__c trigger event BeforeInsert|__sfdc_trigger/ThingTrigger',
    'USER_DEBUG|[2]|DEBUG|in the trigger',
    'CODE_UNIT_FINISHED|__sfdc_trigger/ThingTrigger',
    'VALIDATION_RULE|No_Bad',
    "VALIDATION_FORMULA|Name = 'bad'",
    'VALIDATION_PASS',
    'DML_END|[3]',
    'SOQL_EXECUTE_BEGIN|[5]|Aggregations:0|SELECT Id, Name FROM Thing__c WHERE (Name = :tmpVar1 AND CreatedDate = TODAY) ORDER BY Name DESC LIMIT 5',
    'SOQL_EXECUTE_END|[5]|Rows:1',
    'USER_DEBUG|[7]|ERROR|two',
    'lines'
  ]);
});

test('takes up what its levels let through', () => {
  expect(eventsOf('works', 'APEX_CODE,FINE;DB,NONE;VALIDATION,NONE')).toEqual([
    'CODE_UNIT_STARTED|[EXTERNAL]|WorkerTest.works()',
    'CODE_UNIT_STARTED|[EXTERNAL]|ThingTrigger on Thing__c trigger event BeforeInsert|__sfdc_trigger/ThingTrigger',
    'USER_DEBUG|[2]|DEBUG|in the trigger',
    'CODE_UNIT_FINISHED|__sfdc_trigger/ThingTrigger',
    'USER_DEBUG|[6]|FINE|1',
    'USER_DEBUG|[7]|ERROR|two',
    'lines'
  ]);
  expect(parseLevels('warn').APEX_CODE).toBe('WARN');
  expect(() => parseLevels('APEX_CODE,LOUD')).toThrow('"APEX_CODE,LOUD" is no log level.');
});

test('tells of exceptions once, where they were thrown', () => {
  const events = eventsOf('catches', 'DB,NONE;VALIDATION,INFO').filter((line) => !line.startsWith('CODE_UNIT'));
  expect(events).toEqual([
    'EXCEPTION_THROWN|[7]|System.ListException: List index out of bounds: 0',
    'USER_DEBUG|[10]|DEBUG|caught',
    'USER_DEBUG|[2]|DEBUG|in the trigger',
    'VALIDATION_RULE|No_Bad',
    "VALIDATION_FORMULA|Name = 'bad'",
    'VALIDATION_FAIL',
    expect.stringMatching(/^EXCEPTION_THROWN\|\[3\]\|System\.DmlException: Insert failed\./),
    'USER_DEBUG|[11]|DEBUG|refused'
  ]);
});

test('tells what ended a transaction, with the Apex stack, and what it used', () => {
  const lines = logOf('dies');
  const begin = lines.indexOf('FATAL_ERROR|System.ListException: List index out of bounds: 0');
  expect(lines.slice(begin + 1, begin + 5)).toEqual([
    '',
    'Class.Worker.fail: line 7, column 1',
    'Class.WorkerTest.dies: line 19, column 1',
    'CUMULATIVE_LIMIT_USAGE'
  ]);
  expect(lines).toContain('  Number of SOQL queries: 0 out of 100');
  expect(lines.slice(-4)).toEqual(['CODE_UNIT_FINISHED|WorkerTest.dies()', 'EXECUTION_FINISHED', '', '']);
});

test('has the jobs of a test inside', () => {
  expect(eventsOf('enqueues')).toEqual(
    expect.arrayContaining([
      'CODE_UNIT_STARTED|[EXTERNAL]|WorkerJob',
      'SOQL_EXECUTE_BEGIN|[3]|Aggregations:0|SELECT COUNT() FROM Thing__c',
      'USER_DEBUG|[3]|DEBUG|0',
      'CODE_UNIT_FINISHED|WorkerJob'
    ])
  );
});
