import { execFile, spawn, type SpawnOptionsWithStdioTuple, type StdioNull, type StdioPipe } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createFolder } from './insights-api/testing/report-fixture';

const PROJECT = resolve(__dirname, '..');
const README = readFileSync(resolve(PROJECT, 'README.md'), 'utf8');

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
    'npm ci && npm start',
    // Installing inside a test would pull the rug from under it; .ci/run does what is written, from a fresh clone.
    'npm ci && npm test',
    'npm run sync -- --report'
  ]);
});

test('npm start prints an address that answers, and ends when it is told to', async () => {
  const data = createFolder({});
  const command = commands()[0].command.replace('npm ci && ', '');
  const options: SpawnOptionsWithStdioTuple<StdioNull, StdioPipe, StdioNull> = {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true
  };
  const child = spawn('sh', ['-c', `${command} -- --port 0 --data ${data.folder}`], options);
  const ended = once(child, 'exit');
  let printed = '';
  for await (const text of child.stdout) {
    printed += text;
    const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
    if (address) {
      expect((await fetch(address)).status).toBe(200);
      break;
    }
  }
  // The shell's whole group: npm stands between it and the org.
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
  data.remove();
  expect(printed).toContain('Insights Sync runs in a local org');
});

test('the sync command prints what the README shows', async () => {
  const { command, output } = commands()[2];
  const { code, stdout } = await run(command);
  expect(code).toBe(1);
  expect(lasting(stdout)).toBe(lasting(output ?? ''));
});
