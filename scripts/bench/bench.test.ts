import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createFolder } from '../insights-api/testing/report-fixture';
import { writeContacts, writeLongReport, writeReport } from './data';
import { MeasuredProcess } from './measured-process';
import { treeMemory } from './process-tree';

test('memory is that of a process and of those it started', async () => {
  const holder = 'const held = Buffer.alloc(200e6, 1); console.log(held.length); process.stdin.resume();';
  // The holder ends with the standard input that it has of its parent.
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(holder)}], {
    stdio: ['pipe', 'inherit', 'inherit']
  });`;
  const child = spawn(process.execPath, ['-e', parent], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  const held = treeMemory(child.pid!);
  child.kill();
  await once(child, 'exit');
  expect(held).toBeGreaterThan(200e6);
  expect(treeMemory(child.pid!)).toBe(0);
});

test('a measured process tells its time, and what it printed when it fails', async () => {
  const help = new MeasuredProcess('scripts/bench/cli.ts', ['--help']);
  expect(await help.printed(/npm run bench/)).toBe('npm run bench');
  const { milliseconds, peakBytes, processorMilliseconds } = await help.finished([0]);
  expect(milliseconds).toBeGreaterThan(10);
  expect(processorMilliseconds).toBeGreaterThan(10);
  expect(peakBytes).toBeGreaterThan(1e6);
  const wrong = new MeasuredProcess('scripts/bench/cli.ts', ['--only', 'nothing']);
  await expect(wrong.finished([0])).rejects.toThrow('There is no case "nothing".');
});

test('the files measured with have the rows they are to have', () => {
  const { folder, remove } = createFolder({});
  writeContacts(join(folder, 'contacts.csv'), 25);
  writeReport(join(folder, 'report.csv'), 25);
  writeLongReport(join(folder, 'long.csv'), 10_001);
  const read = (name: string) => parse(readFileSync(join(folder, name))) as string[][];
  const emails = read('contacts.csv').map(([, email]) => email.toLowerCase());
  expect(
    read('report.csv')
      .map(([, email]) => email.toLowerCase())
      .sort()
  ).toEqual(emails.sort());
  expect(read('long.csv')).toHaveLength(10_002);
  remove();
});
