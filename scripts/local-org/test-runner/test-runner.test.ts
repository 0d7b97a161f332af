import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotModeled } from '../values/not-modeled';
import { transaction } from '../transaction/transaction';
import { AssertionFailure, ApexException } from '../values/exception';
import { parseCompilationUnit, type ParsedSource } from '../apex/parse';
import type { ClassMetadata, MethodMetadata } from '../apex';
import { apexTestCommand } from './command';
import { discoverTests } from './discover';
import type { TestHost } from './host';
import type { ClassCoverage } from './model';
import { selectTests } from './select';

function parsed(source: string, path = 'Broken.cls'): ParsedSource {
  return { path, kind: 'class', source, key: '', notModeled: null, ...parseCompilationUnit(source) };
}

/** An org whose data is a list of words; a rollback takes words away. */
class WordOrg {
  readonly words: string[] = [];
  readonly seen: string[] = [];

  atomically<Result>(body: () => Result): Result {
    const length = this.words.length;
    try {
      return body();
    } catch (error) {
      this.words.length = length;
      throw error;
    }
  }
}

type Bodies = Record<string, () => void>;

const FOO: ClassCoverage = {
  class: 'Foo',
  kind: 'class',
  file: 'classes/Foo.cls',
  lines: 5,
  covered: 2,
  coveredLines: [1, 2],
  uncoveredLines: [3, 4, 9],
  hits: [
    [1, 2],
    [2, 7],
    [3, 0],
    [4, 0],
    [9, 0]
  ],
  branches: [
    {
      line: 2,
      kind: 'if',
      ways: [
        { name: 'true', hits: 3 },
        { name: 'false', hits: 0 }
      ]
    }
  ]
};

function host(org: WordOrg, sources: string[], bodies: Bodies): TestHost {
  const services = { database: org, clock: { now: () => 0 }, random: { requestId: () => '' } };
  const metadata = (name: string): ClassMetadata =>
    ({
      name,
      annotations: [],
      methods: Object.keys(bodies).map((key) => ({ name: key.split('.')[1], isStatic: true, annotations: [] }))
    }) as unknown as ClassMetadata;
  return {
    services: services as unknown as TestHost['services'],
    user: {} as TestHost['user'],
    sources: sources.map((source) => parsed(source)),
    compiledClass: (name) =>
      Object.keys(bodies).some((key) => key.startsWith(`${name}.`)) ? metadata(name) : undefined,
    compileProblem: (name) => `${name} line 1: Invalid type: Nowhere`,
    invokeStatic: ({ name }, method: MethodMetadata) => bodies[`${name}.${method.name}`](),
    dependents: () => new Map(),
    coverage: () => [FOO],
    watchCoverage: () => () => [{ class: 'Foo', kind: 'class', coveredLines: [1] }],
    close: () => undefined
  };
}

describe('discovery', () => {
  test('finds annotated and old-style methods, and setup methods apart', () => {
    const source = `@IsTest private class FooTest {
      @TestSetup static void data() {}
      @isTest static void first() {}
      static testMethod void second() {}
      static void helper() {}
      @IsTest class Inner { @IsTest void never() {} }
    }`;
    expect(discoverTests([parsed(source), parsed('class Foo { void f() {} }'), parsed('interface I {}')])).toEqual([
      { name: 'FooTest', methods: ['first', 'second'], setup: ['data'] }
    ]);
  });

  test('knows the tests of a class with syntax errors', () => {
    const source =
      '@IsTest class Broken { @IsTest(isParallel=true) static void a() { x = ; } testMethod static void b() {} }';
    expect(discoverTests([parsed(source)])).toEqual([{ name: 'Broken', methods: ['a', 'b'], setup: [] }]);
  });
});

describe('--tests', () => {
  const classes = [
    { name: 'FooTest', methods: ['a', 'b'], setup: ['data'] },
    { name: 'BarTest', methods: ['c'], setup: [] }
  ];

  test('picks classes and single methods in any case', () => {
    expect(selectTests(classes, 'footest.B, BARTEST')).toEqual([
      { name: 'FooTest', methods: ['b'], setup: ['data'] },
      classes[1]
    ]);
  });

  test('names what does not exist', () => {
    expect(() => selectTests(classes, 'FooTest,Gone')).toThrow('There is no test "gone".');
  });
});

describe('the command', () => {
  let folder: string;
  let output: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'apex-test-'));
    output = '';
    const write = (text: string): void => void (output += `${text}\n`);
    jest.spyOn(console, 'log').mockImplementation(write);
    jest.spyOn(console, 'error').mockImplementation(write);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
    jest.restoreAllMocks();
    process.exitCode = 0;
  });

  async function run(testHost: TestHost, ...words: string[]): Promise<unknown> {
    const json = join(folder, 'report.json');
    await apexTestCommand(() => Promise.resolve(testHost)).parseAsync(['--json', json, ...words], { from: 'user' });
    return process.exitCode === 2 ? null : JSON.parse(readFileSync(json, 'utf8'));
  }

  test('methods see what setup wrote and nothing of each other', async () => {
    const org = new WordOrg();
    const see = (word: string) => () => {
      expect(transaction().isTest).toBe(true);
      org.seen.push(org.words.join());
      org.words.push(word);
    };
    const source = `@IsTest class A { @TestSetup static void s() {} @IsTest static void a() {} @IsTest static void b() {} }`;
    const report = await run(host(org, [source], { 'A.s': see('setup'), 'A.a': see('a'), 'A.b': see('b') }));
    expect(org.seen).toEqual(['', 'setup', 'setup']);
    expect(org.words).toEqual([]);
    expect(report).toMatchObject({ summary: { total: 2, passed: 2, failed: 0, unsupported: 0 } });
    expect(process.exitCode).toBe(0);
  });

  test('tells failed, unsupported and passed apart', async () => {
    const raise = (error: Error) => () => {
      throw error;
    };
    const bodies = {
      'A.assert': raise(new AssertionFailure('Assertion Failed: no')),
      'A.exception': raise(new ApexException('Oh')),
      'A.missing': raise(new NotModeled('Messaging.sendEmail')),
      'A.good': () => undefined
    };
    const names = ['assert', 'exception', 'missing', 'good'];
    const source = `@IsTest class A { ${names.map((name) => `@IsTest static void ${name}() {}`).join(' ')} }`;
    const report = await run(host(new WordOrg(), [source], bodies));
    expect(report).toMatchObject({
      summary: { total: 4, passed: 1, failed: 2, unsupported: 1 },
      tests: [
        { class: 'A', method: 'assert', outcome: 'failed', message: 'System.AssertException: Assertion Failed: no' },
        { method: 'exception', outcome: 'failed', message: 'System.Exception: Oh' },
        { method: 'missing', outcome: 'unsupported', message: 'NotModeled: Messaging.sendEmail' },
        { method: 'good', outcome: 'passed', message: null }
      ]
    });
    expect(process.exitCode).toBe(1);
    expect(output).toContain('1 passed, 2 failed, 1 unsupported');
    expect(output).not.toContain('A.good');
  });

  test('a class that does not compile makes each of its tests unsupported', async () => {
    const source = '@IsTest class A { @IsTest static void a() {} @IsTest static void b() {} }';
    expect(await run(host(new WordOrg(), [source], {}))).toMatchObject({
      summary: { total: 2, unsupported: 2 },
      tests: [{ method: 'a', outcome: 'unsupported', message: 'A line 1: Invalid type: Nowhere' }, { method: 'b' }]
    });
    expect(process.exitCode).toBe(1);
  });

  test('a failed setup fails every method of its class', async () => {
    const source = '@IsTest class A { @TestSetup static void s() {} @IsTest static void a() {} }';
    const bodies = {
      'A.s': () => {
        throw new ApexException('no data');
      },
      'A.a': () => undefined
    };
    expect(await run(host(new WordOrg(), [source], bodies))).toMatchObject({
      tests: [{ method: 'a', outcome: 'failed', message: 'System.Exception: no data' }]
    });
  });

  test('prints coverage when asked', async () => {
    const source = '@IsTest class A { @IsTest static void a() {} }';
    const report = await run(host(new WordOrg(), [source], { 'A.a': () => undefined }), '--coverage');
    expect(report).toMatchObject({ coverage: [{ class: 'Foo', lines: 5, covered: 2 }] });
    expect(output).toMatch(/Foo.*40 %.*50 %.*3-4, 9.*2 if false/);
  });

  test('a results file in a folder that is not there is refused before the run', async () => {
    const open = jest.fn();
    await apexTestCommand(open).parseAsync(['--json', join(folder, 'gone', 'report.json')], { from: 'user' });
    expect(process.exitCode).toBe(2);
    expect(output).toContain('there is no folder');
    expect(open).not.toHaveBeenCalled();
  });

  test('a project without tests is said to have none', async () => {
    await run(host(new WordOrg(), ['class A {}'], {}), '--project', 'elsewhere');
    expect(process.exitCode).toBe(2);
    expect(output).toContain('There are no Apex tests in elsewhere.');
  });
});
