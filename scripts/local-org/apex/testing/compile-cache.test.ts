import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from '../../schema/build-schema';
import { platformTypes } from '../../org';
import { compileCached, type CompileKey } from '../compile-cache';

const { schema } = buildSchema({ directories: [] });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'compile-cache-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What a compilation of sources gives, or gave before. */
function compiled(sources: string[], output: string, changed: Partial<CompileKey> = {}): string {
  const key = { sources, schema, labels: new Map<string, string>(), platformTypes: platformTypes(), coverage: false };
  return compileCached({ ...key, ...changed }, { folder, project: 'project' }, () => output);
}

function onlyFile(): string {
  return join(folder, readdirSync(folder)[0] as string);
}

test('reads what the same input compiled to, and compiles a changed one', () => {
  expect(compiled(['a'], 'first')).toBe('first');
  expect(compiled(['a'], 'second')).toBe('first');
  expect(compiled(['b'], 'third')).toBe('third');
  expect(compiled(['b'], 'fourth', { labels: new Map([['Greeting', 'Hello']]) })).toBe('fourth');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('coverage has a file of its own', () => {
  compiled(['a'], 'plain');
  compiled(['a'], 'counting', { coverage: true });
  expect(compiled(['a'], 'other')).toBe('plain');
});

test('compiles again what was cut off', () => {
  compiled(['a'], 'first');
  const text = readFileSync(onlyFile(), 'utf8');
  writeFileSync(onlyFile(), text.slice(0, -3));
  expect(compiled(['a'], 'second')).toBe('second');
});

test('what is used stays, and what is not used for a week goes', () => {
  compiled(['a'], 'first');
  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
  utimesSync(onlyFile(), longAgo, longAgo);
  compiled(['a'], 'second');
  expect(statSync(onlyFile()).mtimeMs).toBeGreaterThan(longAgo.getTime() + 1000);
  utimesSync(onlyFile(), longAgo, longAgo);
  compiled(['a'], 'counting', { coverage: true });
  expect(readdirSync(folder)).toHaveLength(1);
});
