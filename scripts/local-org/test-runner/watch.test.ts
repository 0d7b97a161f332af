import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestHost } from '../org';
import type { TestOptions } from './command';
import type { TestReport } from './model';
import { watchTests } from './watch';

const testOf = (name: string, body: string): string =>
  `@IsTest private class ${name} { @IsTest static void works() { ${body} } }`;

const FILES: Readonly<Record<string, string>> = {
  'Adder.cls': 'public class Adder { public static Integer add(Integer a, Integer b) { return a + b; } }',
  'Twice.cls': 'public class Twice { public static Integer of(Integer a) { return Adder.add(a, a); } }',
  'AdderTest.cls': testOf('AdderTest', 'System.assertEquals(3, Adder.add(1, 2));'),
  'TwiceTest.cls': testOf('TwiceTest', 'System.assertEquals(4, Twice.of(2));'),
  'OtherTest.cls': testOf('OtherTest', 'System.assertEquals(1, 1);'),
  'OnContact.trigger': 'trigger OnContact on Contact (before insert) { System.debug(1); }'
};

let folder: string;
let controller: AbortController;
let reports: TestReport[];
let arrived: () => void;
let ended: Promise<void>;

const write = (name: string, text = FILES[name] as string): void => writeFileSync(join(folder, name), text);

/** Changes a file. @returns `Class outcome` of the tests that ran for it, in their order */
async function change(name: string, text: string): Promise<string[]> {
  const report = new Promise<void>((done) => (arrived = done));
  write(name, text);
  await report;
  return (reports.at(-1) as TestReport).tests.map((test) => `${test.class} ${test.outcome}`);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'watch-'));
  Object.keys(FILES).forEach((name) => write(name));
  mkdirSync(join(folder, 'lwc'));
  jest.spyOn(console, 'log').mockImplementation();
  jest.spyOn(console, 'error').mockImplementation();
  controller = new AbortController();
  reports = [];
  const first = new Promise<void>((done) => (arrived = done));
  const options = { project: folder, seed: 1, cache: join(folder, '.cache') } as TestOptions;
  const tell = (report: TestReport): void => {
    reports.push(report);
    arrived();
  };
  ended = watchTests(options, openTestHost, tell, controller.signal);
  await first;
});

afterEach(async () => {
  controller.abort();
  await ended;
  rmSync(folder, { recursive: true });
  jest.restoreAllMocks();
});

test('all tests run at first', () => {
  expect(reports[0]?.summary).toMatchObject({ total: 3, passed: 3 });
});

const BROKEN = (FILES['Adder.cls'] as string).replace('a + b', 'a - b');

test('a change runs the tests that depend on it, the nearest first', async () => {
  expect(await change('Adder.cls', BROKEN)).toEqual(['AdderTest failed', 'TwiceTest failed']);
});

test('what did not pass runs along with what changed', async () => {
  await change('Adder.cls', BROKEN);
  const other = (FILES['OtherTest.cls'] as string).replace('(1, 1)', '(2, 2)');
  expect(await change('OtherTest.cls', other)).toEqual(['OtherTest passed', 'AdderTest failed', 'TwiceTest failed']);
});

test('a change that is mended passes again', async () => {
  await change('Adder.cls', BROKEN);
  expect(await change('Adder.cls', FILES['Adder.cls'] as string)).toEqual(['AdderTest passed', 'TwiceTest passed']);
});

test('a trigger reaches every test, since none refers to it', async () => {
  const tests = await change('OnContact.trigger', (FILES['OnContact.trigger'] as string).replace('1', '2'));
  expect(tests).toHaveLength(3);
});

test('a class that does not compile fails its tests, and only them', async () => {
  expect(await change('Twice.cls', 'public class Twice { nonsense }')).toEqual(['TwiceTest unsupported']);
});
