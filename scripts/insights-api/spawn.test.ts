import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { spawnInsightsApi } from './spawn';
import { ContractClient } from './testing/contract-client';
import { createFolder } from './testing/report-fixture';

// The loader, not the tsx command: that one is a process of its own in between, which would be killed in place of ours.
const TSX = ['--require', require.resolve('tsx/cjs')];
const files = createFolder({ 'report.csv': 'Email\na@example.com\n' });
afterAll(() => files.remove());

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/exports/report.csv`).then(
    (response) => response.ok,
    () => false
  );
}

test('serves from a process of its own until it is closed', async () => {
  const api = await spawnInsightsApi({ reports: files.folder, credentials: [{ key: 'k', secret: 's' }] });
  expect((await new ContractClient(api.url).signIn('k', 's')).status).toBe(200);
  await api.close();
  expect(await answers(api.url)).toBe(false);
  await api.close();
});

test('says why it does not start', async () => {
  const api = await spawnInsightsApi({ reports: files.folder });
  const port = Number(new URL(api.url).port);
  await expect(spawnInsightsApi({ reports: files.folder, port })).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken.`
  );
  await expect(spawnInsightsApi({ reports: `${files.folder}/no` })).rejects.toThrow('There is no file or folder');
  await api.close();
});

test('ends with its parent, even a killed one', async () => {
  const script = `require(${JSON.stringify(resolve(__dirname, 'spawn.ts'))})
    .spawnInsightsApi({ reports: ${JSON.stringify(files.folder)} })
    .then(({ url }) => { console.log(url); setInterval(() => {}, 1000); });`;
  const parent = spawn(process.execPath, [...TSX, '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = String((await once(parent.stdout, 'data'))[0]).trim();
  expect(await answers(url)).toBe(true);
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  for (let attempt = 0; attempt < 50 && (await answers(url)); attempt++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  expect(await answers(url)).toBe(false);
});

describe('insights-api command', () => {
  const cli = [...TSX, resolve(__dirname, 'cli.ts')];

  test('prints its address and serves', async () => {
    const child = spawn(process.execPath, [...cli, '--reports', files.folder], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const line = String((await once(child.stdout, 'data'))[0]);
    expect(line).toMatch(/^Insights stand-in: http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(await answers(line.slice('Insights stand-in: '.length).trim())).toBe(true);
    child.kill();
    await once(child, 'exit');
  });

  test.each([
    [['--reports', '/no/such/folder'], 'There is no file or folder /no/such/folder.'],
    [['--reports', '.', '--port', 'x'], 'It must be a whole number.'],
    [['--reports', '.', '--fault', '{"kind":"x"}'], 'That is no fault'],
    [[], "required option '--reports <path>' not specified"]
  ])('%j fails in one sentence', async (args, message) => {
    const { code, stderr } = await run([...cli, ...args]);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain(' at ');
  });
});

function run(args: string[]): Promise<{ code: number | null; stderr: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, args, (_error, _stdout, stderr) => done({ code: child.exitCode, stderr }));
  });
}
