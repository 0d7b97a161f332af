/**
 * What the platform documents, tried in Apex: the classes in each folder are tests as a project would have them, run by
 * the same runner. Their comments say where each rule is documented. `leads` stands apart from the flow of `project`,
 * `packaged` has a namespace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoverTests } from '../test-runner/discover';
import type { TestResult } from '../test-runner/model';
import { runTests } from '../test-runner/run';
import { openTestHost } from '../org';

const PROJECTS = ['project', 'leads', 'packaged'];

/** Every test method, as `Class.method`: known before anything is compiled, so that each is reported by its name. */
function methodsOf(project: string): string[] {
  const classes = join(__dirname, project, 'classes');
  const files = readdirSync(classes).filter((file) => file.endsWith('Test.cls'));
  return files.flatMap((file) => {
    const source = readFileSync(join(classes, file), 'utf8');
    return [...source.matchAll(/@IsTest(?:\([^)]*\))?\s+static void (\w+)\(/g)].map(
      ([, method]) => `${file.slice(0, -4)}.${method}`
    );
  });
}

describe.each(PROJECTS)('%s', (project) => {
  const methods = methodsOf(project);
  let results: ReadonlyMap<string, TestResult>;

  beforeAll(async () => {
    const host = await openTestHost(join(__dirname, project), { coverage: false });
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
});
