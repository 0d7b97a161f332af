import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PROJECT = resolve(__dirname, '..');
const README = readFileSync(resolve(PROJECT, 'README.md'), 'utf8');

// Every test starts a process or several.
jest.setTimeout(120_000);

/** Commands of the README's `sh` blocks, each with the `text` block behind it, if there is one. */
function commands(): { command: string; output: string | undefined }[] {
  const blocks = README.matchAll(/```sh\n([^`]+)```(?:(?:(?!```)[\s\S])*?```text\n([^`]*)```)?/g);
  return [...blocks].map(([, command, output]) => ({ command: command.trim(), output }));
}

function run(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const environment = { ...process.env, NO_UPDATE_NOTIFIER: '1' };
  return new Promise((done) => {
    const child = execFile('sh', ['-c', command], { cwd: PROJECT, env: environment }, (_error, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr })
    );
  });
}

/** Leaves out what differs from run to run: moments, durations, what was used, and the widths of columns. */
function lasting(output: string): string {
  return output
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, '<start>')
    .replace(/\d+(\.\d+)? m?s\b/g, '<duration>')
    .replace(/Used .*/, (line) => line.replace(/[\d,]+/g, '<number>'))
    .replace(/^> .*\n/gm, '')
    .replace(/─+/g, '─')
    .replace(/ +/g, ' ')
    .trim();
}

test('every command of the README is known here', () => {
  expect(commands().map(({ command }) => command.split(' ').slice(0, 5).join(' '))).toEqual([
    // Run as written by .ci/run and by the browser tests: installing inside a test would pull the rug from under it.
    'npm ci && npm start',
    'npm ci && npm test',
    'npm run sync -- --report'
  ]);
});

test('the sync command prints what the README shows', async () => {
  const { command, output } = commands()[2];
  const { code, stdout } = await run(command);
  expect(code).toBe(1);
  expect(lasting(stdout)).toBe(lasting(output ?? ''));
});
