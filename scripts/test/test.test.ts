import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countApex, countGates, countJest } from './counts';
import { findBrowser } from './find-browser';
import type { Part } from './part';
import { runPart } from './part';
import { summaryText } from './summary';

const NOTHING_FAILED = { passed: 2, failed: 0, remarks: [] };

describe('counting', () => {
  it('adds test files that cannot be loaded to the failures', () => {
    const result = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numRuntimeErrorTestSuites: 1 };
    expect(countJest(result)).toEqual({ passed: 3, failed: 2, remarks: ['2 skipped'] });
  });

  it('takes what the local org does not support for failed', () => {
    const result = { summary: { total: 6, passed: 3, failed: 1, unsupported: 2 } };
    expect(countApex(result)).toEqual({ passed: 3, failed: 3, remarks: ['2 not supported'] });
  });

  it('names a check that was not run', () => {
    const gates = [{ name: 'apex-ls', status: 'not run', problems: ['apex-ls was not run: it needs Java'] }];
    expect(countGates({ summary: { passed: 4, failed: 0 }, gates })).toEqual({
      passed: 4,
      failed: 0,
      remarks: ['apex-ls was not run: it needs Java']
    });
  });
});

describe('running a part', () => {
  let directory: string;
  beforeEach(() => (directory = mkdtempSync(path.join(tmpdir(), 'part-'))));
  afterEach(() => rmSync(directory, { recursive: true }));

  /** A part whose runner is this JavaScript; `process.argv[2]` is the result file. */
  function partOf(source: string, more: Partial<Part> = {}): Part {
    const script = path.join(directory, 'runner.js');
    writeFileSync(script, source);
    return {
      name: 'part',
      command: (file) => [script, file],
      count: (result) => result as typeof NOTHING_FAILED,
      ...more
    };
  }

  const writes = (counts: object): string =>
    `require('fs').writeFileSync(process.argv[2], ${JSON.stringify(JSON.stringify(counts))});`;

  it('takes the counts of the result file', async () => {
    const result = await runPart(partOf(writes(NOTHING_FAILED)), path.join(directory, 'r.json'), directory);
    expect(result).toMatchObject({ name: 'part', passed: 2, failed: 0 });
  });

  it.each([
    ['no result', 'process.exit(0)', /left no result/],
    ['no test', writes({ passed: 0, failed: 0, remarks: [] }), /ran nothing/],
    ['an exit code that its counts do not explain', `${writes(NOTHING_FAILED)} process.exit(3)`, /exit code 3/]
  ])('fails a runner that leaves %s', async (_case, source, remark) => {
    const result = await runPart(partOf(source), path.join(directory, 'r.json'), directory);
    expect(result.failed).toBe(1);
    expect(result.remarks.join()).toMatch(remark);
  });

  it('fails a part that cannot run here, with the reason', async () => {
    const part = partOf(writes(NOTHING_FAILED), { obstacle: () => 'no browser' });
    expect(await runPart(part, path.join(directory, 'r.json'), directory)).toMatchObject({
      passed: 0,
      failed: 1,
      remarks: ['no browser']
    });
  });
});

describe('the closing text', () => {
  it('ends with the sums', () => {
    const results = [
      { name: 'a', passed: 2, failed: 1, seconds: 1, remarks: ['1 skipped'] },
      { name: 'b', passed: 3, failed: 0, seconds: 2, remarks: [] }
    ];
    expect(summaryText(results).split('\n').slice(-2)).toEqual(['a: 1 skipped', '5 passed, 1 failed']);
  });
});

describe('finding the browser', () => {
  it('prefers CHROME_PATH, then the PATH', () => {
    expect(findBrowser({ CHROME_PATH: process.execPath, PATH: '' })).toBe(process.execPath);
    expect(findBrowser({ CHROME_PATH: '/nonexistent', PATH: '/nonexistent' }, [])).toBeUndefined();
  });
});
