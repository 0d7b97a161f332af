import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discoverTests } from '../test-runner/discover';
import type { TestHost } from '../test-runner/host';
import type { TestResult } from '../test-runner/model';
import { runTests } from '../test-runner/run';
import { openTestHost } from './test-host';

const classes: Record<string, string> = {
  Greeter: `public class Greeter {
  public static Integer count = 0;
  public static String greet(String name) {
    count++;
    if (name == null) {
      return 'Hello';
    }
    return 'Hello ' + name;
  }
}`,
  GreeterTest: `@IsTest
private class GreeterTest {
  @TestSetup static void data() { insert new Account(Name = 'Setup'); Greeter.greet('x'); }
  @IsTest static void first() {
    System.assertEquals(0, Greeter.count, 'statics of setup are gone');
    insert new Account(Name = 'First');
    System.assertEquals(2, [SELECT COUNT() FROM Account]);
    Greeter.greet('a');
  }
  @IsTest static void second() {
    System.assertEquals(0, Greeter.count, 'statics of the other test are gone');
    System.assertEquals('Setup', [SELECT Name FROM Account].Name);
  }
  @IsTest static void third() {
    System.assertEquals('Hello me', Greeter.greet('you'));
  }
}`,
  BrokenTest: '@IsTest\nprivate class BrokenTest {\n  @IsTest static void never() { Nowhere x; }\n}'
};

// Isolation: Apex Developer Guide, "Using Test Setup Methods" and "Isolation of Test Data from Organization Data".
describe('a run of Apex tests in a real org', () => {
  let folder: string;
  let host: TestHost;
  let results: TestResult[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'test-host-'));
    for (const [name, source] of Object.entries(classes)) writeFileSync(join(folder, `${name}.cls`), source);
    host = await openTestHost(folder, { coverage: true });
    results = runTests(host, discoverTests(host.sources));
  });

  afterAll(() => {
    host.close();
    rmSync(folder, { recursive: true });
  });

  function result(method: string): TestResult | undefined {
    return results.find((one) => one.method === method);
  }

  test('each method sees the data of setup, and neither data nor statics of another method', () => {
    expect(result('first')).toMatchObject({ outcome: 'passed', message: null });
    expect(result('second')).toMatchObject({ outcome: 'passed', message: null });
  });

  test('a failed assertion comes with the Apex stack', () => {
    expect(result('third')).toMatchObject({
      outcome: 'failed',
      message:
        'System.AssertException: Assertion Failed: Expected: Hello me, Actual: Hello you\n' +
        'Class.GreeterTest.third: line 15, column 1'
    });
  });

  test('a class that does not compile is unsupported, with the reason, and spoils no other', () => {
    expect(result('never')?.outcome).toBe('unsupported');
    expect(result('never')?.message).toMatch(/^BrokenTest:3:\d+ Invalid type: Nowhere/);
  });

  test('coverage counts the lines of classes that are no tests', () => {
    const coverage = {
      class: 'Greeter',
      kind: 'class',
      file: 'Greeter.cls',
      lines: 5,
      covered: 4,
      uncoveredLines: [6]
    };
    expect(host.coverage()).toEqual([expect.objectContaining(coverage)]);
  });
});
