import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestHost } from '../org';
import { discoverTests } from './discover';
import type { TestHost } from './host';
import { runTests } from './run';

const FILES: Readonly<Record<string, string>> = {
  'Deep.cls': `public class Deep {
    private Integer depth;
    public static Integer zero = 0;
    public Deep(Integer depth) {
      this.depth = depth;
      if (depth == 7) {
        go(0);
      }
    }
    public Integer go(Integer left) {
      Integer next = left
        - 1;
      if (left == 0) {
        return 1 /
          zero;
      }
      return go(next);
    }
    public Integer value {
      get { return go(0); }
    }
    public class Job implements Queueable {
      public void execute(QueueableContext context) {
        new Deep(1).go(1);
      }
    }
    public static Integer lazily() {
      return [
        SELECT Id
        FROM Contact
      ].size() / zero;
    }
  }`,
  'OnContact.trigger': `trigger OnContact on Contact (before insert) {
    for (Contact one : Trigger.new) {
      if (one.LastName == 'deep') {
        new Deep(1).go(0);
      }
      if (one.LastName == 'null') {
        String none = null;
        none.length();
      }
    }
  }`,
  'DeepTest.cls': `@IsTest private class DeepTest {
    @IsTest static void nested() {
      new Deep(1).go(2);
    }
    @IsTest static void constructed() {
      new Deep(7);
    }
    @IsTest static void property() {
      System.debug(new Deep(1).value);
    }
    @IsTest static void onTrigger() {
      insert new Contact(LastName = 'deep');
    }
    @IsTest static void onTriggerItself() {
      insert new Contact(LastName = 'null');
    }
    @IsTest static void later() {
      Test.startTest();
      System.enqueueJob(new Deep.Job());
      Test.stopTest();
    }
    @IsTest static void inline() {
      Deep.lazily();
    }
    @IsTest static void rethrown() {
      try {
        new Deep(1).go(0);
      } catch (MathException e) {
        throw e;
      }
    }
  }`
};

let folder: string;
let host: TestHost;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stack-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  host = await openTestHost(folder, { coverage: false });
});

afterAll(() => {
  host.close();
  rmSync(folder, { recursive: true });
});

/** Frames of what a test failed with, as `name line`. */
function stackOf(method: string): string[] {
  const [result] = runTests(
    host,
    discoverTests(host.sources).map((one) => ({ ...one, methods: [method] }))
  );
  const frames = [...(result?.message ?? '').matchAll(/^(?:Class|Trigger)\.([\w.<>]+): line (\d+), column 1$/gm)];
  return frames.map(([, name, line]) => `${name} ${line}`);
}

// "Exception Class and Built-In Exceptions", Apex Reference Guide, getStackTraceString: innermost first.
test.each([
  ['nested', ['Deep.go 14', 'Deep.go 17', 'Deep.go 17', 'DeepTest.nested 3']],
  ['constructed', ['Deep.go 14', 'Deep.<init> 7', 'DeepTest.constructed 6']],
  ['property', ['Deep.go 14', 'Deep.value 20', 'DeepTest.property 9']],
  ['onTrigger', ['Deep.go 14', 'OnContact 4', 'DeepTest.onTrigger 12']],
  ['onTriggerItself', ['OnContact 8', 'DeepTest.onTriggerItself 15']],
  ['later', ['Deep.go 14', 'Deep.go 17', 'Deep.Job.execute 24']],
  ['inline', ['Deep.lazily 28', 'DeepTest.inline 23']],
  ['rethrown', ['Deep.go 14', 'DeepTest.rethrown 27']]
])('%s has the lines of its statements', (method, frames) => {
  expect(stackOf(method)).toEqual(frames);
});
