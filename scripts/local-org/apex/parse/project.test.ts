import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProjectSources } from '.';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parse-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function source(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('parses by extension, in the order of the paths', async () => {
  const paths = [source('T.trigger', 'trigger T on Account (before insert) {}'), source('A.cls', 'class A {}')];
  const parsed = await readProjectSources(paths);
  expect(parsed.map(({ kind, unit }) => [kind, unit?.kind])).toEqual([
    ['trigger', 'trigger'],
    ['class', 'class']
  ]);
});

test('parses again what has changed, and nothing else', async () => {
  const paths = [source('A.cls', 'class A {}'), source('B.cls', 'class B {}')];
  const [a, b] = (await readProjectSources(paths)).map(({ unit }) => unit);
  source('A.cls', 'class A { Integer i; }');
  const [changed, same] = await readProjectSources(paths);
  expect(changed.unit).toMatchObject({ name: 'A', members: [{ name: 'i' }] });
  expect(changed.unit).not.toBe(a);
  expect(same.unit).toBe(b);
});

test('equal sources have equal addresses', async () => {
  const paths = [source('A.cls', 'class A {}'), source('B.cls', 'class A {}'), source('A.apex', 'class A {}')];
  const [a, b, script] = (await readProjectSources(paths)).map(({ key }) => key);
  expect(a).toBe(b);
  expect(a).not.toBe(script);
});

test('one bad source spoils no other', async () => {
  const paths = [source('A.cls', 'class A {'), source('B.cls', 'class B {}')];
  const [bad, good] = await readProjectSources(paths);
  expect(bad).toMatchObject({ unit: null, errors: [{ line: 1 }], notModeled: null });
  expect(good.unit).toMatchObject({ name: 'B' });
});

test('refuses what is not Apex', async () => {
  await expect(readProjectSources([join(folder, 'notes.txt')])).rejects.toThrow(/must end in \.cls/);
});
