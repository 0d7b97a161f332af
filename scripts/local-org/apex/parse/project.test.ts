import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseProjectSources } from '.';

let folder: string;
let cacheFolder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parse-'));
  cacheFolder = join(folder, 'cache');
});

afterEach(() => rmSync(folder, { recursive: true }));

function source(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function cacheFiles(): string[] {
  return readdirSync(cacheFolder).map((name) => join(cacheFolder, name));
}

test('parses by extension, and reads from the cache what has not changed', async () => {
  const paths = [source('A.cls', 'class A {}'), source('T.trigger', 'trigger T on Account (before insert) {}')];
  const cold = await parseProjectSources(paths, { cacheFolder });
  expect(cold.map(({ kind, unit }) => [kind, unit?.kind])).toEqual([
    ['class', 'class'],
    ['trigger', 'trigger']
  ]);
  // A changed cache shows in the result, so the trees do come from it.
  const [file] = cacheFiles();
  writeFileSync(file, readFileSync(file, 'utf8').replace('"name":"A"', '"name":"Cached"'));
  expect((await parseProjectSources(paths, { cacheFolder }))[0].unit).toMatchObject({ name: 'Cached' });
  source('A.cls', 'class A { Integer i; }');
  expect((await parseProjectSources(paths, { cacheFolder }))[0].unit).toMatchObject({ name: 'A' });
});

test('forgets trees of sources that are gone', async () => {
  const paths = [source('A.cls', 'class A {}'), source('B.cls', 'class B {}')];
  await parseProjectSources(paths, { cacheFolder });
  await parseProjectSources(paths.slice(1), { cacheFolder });
  expect(readFileSync(cacheFiles()[0], 'utf8')).not.toContain('"name":"A"');
});

test('one bad source spoils no other', async () => {
  const paths = [source('A.cls', 'class A {'), source('B.cls', 'class B {}')];
  const [bad, good] = await parseProjectSources(paths, { cacheFolder });
  expect(bad).toMatchObject({ unit: null, errors: [{ line: 1 }] });
  expect(good.unit).toMatchObject({ name: 'B' });
});

test('many sources are parsed in threads and come back in order', async () => {
  const filler = '// '.padEnd(50_000, 'x');
  const names = Array.from({ length: 10 }, (_, index) => `C${index}`);
  const paths = names.map((name) => source(`${name}.cls`, `${filler}\nclass ${name} {}`));
  const parsed = await parseProjectSources(paths, { cacheFolder });
  expect(parsed.map(({ unit }) => (unit?.kind === 'class' ? unit.name : null))).toEqual(names);
});

test('refuses what is not Apex', async () => {
  await expect(parseProjectSources([join(folder, 'notes.txt')], { cacheFolder })).rejects.toThrow(/must end in \.cls/);
});
