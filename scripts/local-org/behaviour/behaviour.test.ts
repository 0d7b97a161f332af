/**
 * What the platform documents, tried in Apex: the classes in `project` are tests as a project would have them, run by
 * the same runner. Their comments say where each rule is documented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverTests } from '../apex/test-runner/discover';
import type { TestResult } from '../apex/test-runner/model';
import { runTests } from '../apex/test-runner/run';
import { openTestHost } from '../org/test-host';

const PROJECT = join(__dirname, 'project');
const CLASSES = join(PROJECT, 'classes');

/** Every test method, as `Class.method`: known before anything is compiled, so that each is reported by its name. */
const methods = readdirSync(CLASSES)
  .filter((file) => file.endsWith('Test.cls'))
  .flatMap((file) => {
    const source = readFileSync(join(CLASSES, file), 'utf8');
    return [...source.matchAll(/@IsTest(?:\([^)]*\))?\s+static void (\w+)\(/g)].map(
      ([, method]) => `${file.slice(0, -4)}.${method}`
    );
  });

let results: ReadonlyMap<string, TestResult>;

beforeAll(async () => {
  const host = await openTestHost(PROJECT, { coverage: false });
  try {
    const run = runTests(host, discoverTests(host.sources));
    results = new Map(run.map((result) => [`${result.class}.${result.method}`, result]));
  } finally {
    host.close();
  }
});

test.each(methods)('%s', (name) => {
  expect(results.get(name)).toMatchObject({ outcome: 'passed', message: null });
});

test('no method is left out', () => {
  expect([...results.keys()].sort()).toEqual([...methods].sort());
});
