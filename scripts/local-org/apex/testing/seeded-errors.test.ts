/**
 * One mistake of each kind: this compiler names it, and finds whatever apex-ls finds in the same files
 * (https://github.com/apex-dev-tools/apex-ls, which needs Java).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apexLs } from '../../../check/apex-ls';
import { buildOrg } from '../../org';
import { SEEDS } from './seeds';
import type { Seeds } from './seeds/seeds';

const HELPERS: Readonly<Record<string, string>> = {
  Helper: `public virtual class Helper {
    public static final Integer FIXED = 1;
    public enum Colour { RED, GREEN }
    public Integer readOnly { get; private set; }
    private static Integer secret = 1;
    private class Part {}
    public Helper() {}
    public static void take(Integer i) {}
    public static void nothing() {}
    public static Integer count() { return 1; }
    public Integer instance() { return 1; }
    private static Integer hidden() { return 1; }
    protected Integer guarded() { return 1; }
}`,
  Other: 'public class Other {}',
  Shape: 'public abstract class Shape { public abstract Integer area(); }',
  Contract: 'public interface Contract { Integer sign(String name); }',
  Closed: 'public class Closed { private Closed() {} }'
};

const THING =
  '<?xml version="1.0" encoding="UTF-8"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Thing</label>' +
  '<pluralLabel>Things</pluralLabel><nameField><label>Name</label><type>Text</type></nameField>' +
  '<deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>';
const CLASS_METADATA =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">' +
  '<apiVersion>62.0</apiVersion><status>Active</status></ApexClass>';

const SURROUNDINGS: Readonly<Record<keyof Seeds, (code: string) => string>> = {
  statements: (code) => `public class Seed {\n    public Integer run() {\n        ${code}\n    }\n}`,
  procedures: (code) => `public class Seed {\n    void run() {\n        ${code}\n    }\n}`,
  members: (code) => `public virtual class Seed {\n    ${code}\n}`,
  classes: (code) => code
};

const PLACES = ['statements', 'procedures', 'members', 'classes'] as const;

const seeds = Object.entries(SEEDS)
  .flatMap(([subject, group]) =>
    PLACES.flatMap((place) => (group[place] ?? []).map(([code, message]) => ({ subject, place, code, message })))
  )
  .map(({ subject, place, code, message }, index) => ({
    what: `${subject}: ${code}`,
    message,
    source: SURROUNDINGS[place](code),
    name: `Seed${index}`
  }));

let folder: string;
/** Problems of this compiler by class, in lower case. */
let problems: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'seeds-'));
  const classes = join(folder, 'force-app', 'classes');
  const thing = join(folder, 'force-app', 'objects', 'Thing__c');
  for (const path of [classes, thing]) mkdirSync(path, { recursive: true });
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '62.0' };
  writeFileSync(join(folder, 'sfdx-project.json'), JSON.stringify(project));
  writeFileSync(join(thing, 'Thing__c.object-meta.xml'), THING);
  const sources = seeds.map(({ name, source }) => [name, source.replaceAll(/\bSeed\b/g, name)] as const);
  for (const [name, source] of [...Object.entries(HELPERS), ...sources]) {
    writeFileSync(join(classes, `${name}.cls`), source);
    writeFileSync(join(classes, `${name}.cls-meta.xml`), CLASS_METADATA);
  }
  const org = await buildOrg({
    projectDirectory: folder,
    databaseFile: ':memory:',
    cacheFolder: join(folder, 'cache')
  });
  problems = org.apex.problems;
  org.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(seeds.map((seed) => [seed.what, seed] as const))('%s', (_what, { name, message }) => {
  const [first] = (problems.get(name.toLowerCase()) ?? '').split('\n');
  expect(first.replace(/^\w+:\d+:\d+ /, '').replaceAll(name, 'Seed')).toBe(message);
});

test('what is right is left alone', () => {
  expect(Object.keys(HELPERS).filter((name) => problems.has(name.toLowerCase()))).toEqual([]);
});

test('whatever apex-ls finds is found here', async () => {
  const finding = await apexLs.run(folder);
  if ('notRun' in finding) throw new Error(finding.notRun);
  const files = finding.problems.flatMap((problem) => /(\w+)\.cls:/.exec(problem)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((name) => !problems.has(name.toLowerCase()))).toEqual([]);
});
