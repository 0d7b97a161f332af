import { mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prune } from '../prune';

const DAY = 24 * 60 * 60 * 1000;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prune-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, days: number, bytes: number): void {
  writeFileSync(join(folder, name), 'x'.repeat(bytes));
  const usedAt = new Date(Date.now() - days * DAY);
  utimesSync(join(folder, name), usedAt, usedAt);
}

test('removes what was not used for long', () => {
  file('old', 8, 1);
  file('recent', 6, 1);
  prune(folder, { milliseconds: 7 * DAY, bytes: 100 });
  expect(readdirSync(folder)).toEqual(['recent']);
});

test('removes the longest unused of what is too much', () => {
  file('a', 3, 40);
  file('b', 1, 40);
  file('c', 2, 40);
  prune(folder, { milliseconds: 7 * DAY, bytes: 100 });
  expect(readdirSync(folder).sort()).toEqual(['b', 'c']);
});

test('leaves folders alone', () => {
  mkdirSync(join(folder, 'inner'));
  prune(folder, { milliseconds: -DAY, bytes: 0 });
  expect(readdirSync(folder)).toEqual(['inner']);
});
