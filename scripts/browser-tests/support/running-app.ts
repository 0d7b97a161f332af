import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CLOCK_SHIFT, clockShift } from './clock';
import { TEST_PATIENCE } from './patience';
import { slowDown, type SlowOrg } from './slow-org';
import { slowness } from './slowness';

const PROJECT = resolve(__dirname, '../../..');
/** Gives up before the test does, which could not say why. */
const START_PATIENCE = TEST_PATIENCE - 10_000;
const READY = 'Stop with';

/** The app as `npm start` runs it, with sample data of its own. */
export interface RunningApp {
  readonly url: string;
  /** Where the stand-in of the Insights API can be told to fail. */
  readonly insightsUrl: string;
  readonly accessToken: string;
  /** Stops and starts it over the same data; its addresses change. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

type Addresses = Pick<RunningApp, 'url' | 'insightsUrl' | 'accessToken'>;

interface Process {
  child: ChildProcess;
  addresses: Addresses;
  /** What stands before it when the org is to be slow. */
  slowOrg?: SlowOrg;
}

/** Starts the app on a free port over a new folder of data, and waits until it says where it is. */
export async function startApp(): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), 'insights-sync-'));
  const remove = (): void => rmSync(data, { recursive: true, force: true });
  let running: Process;
  try {
    running = await startProcess(data);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    get url() {
      return running.addresses.url;
    },
    get insightsUrl() {
      return running.addresses.insightsUrl;
    },
    get accessToken() {
      return running.addresses.accessToken;
    },
    async restart() {
      await end(running);
      running = await startProcess(data);
    },
    async stop() {
      await end(running);
      remove();
    }
  };
}

async function startProcess(data: string): Promise<Process> {
  const preloads = ['tsx/cjs', join(__dirname, 'shifted-process.ts')].flatMap((module) => ['--require', module]);
  const command = [...preloads, 'scripts/start/cli.ts', '--port', '0', '--data', data];
  const env = { ...process.env, [CLOCK_SHIFT]: String(clockShift) };
  const child = spawn(process.execPath, command, { cwd: PROJECT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return await reachable(child, addressesIn(await outputOf(child)));
  } catch (error) {
    await end({ child });
    throw error;
  }
}

async function reachable(child: ChildProcess, addresses: Addresses): Promise<Process> {
  const slow = slowness();
  if (!slow.orgMs) {
    return { child, addresses };
  }
  const slowOrg = await slowDown(addresses.url, slow);
  return { child, addresses: { ...addresses, url: slowOrg.url }, slowOrg };
}

async function end({ child, slowOrg }: Pick<Process, 'child' | 'slowOrg'>): Promise<void> {
  slowOrg?.close();
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  child.kill();
  await ended;
}

/** What it has printed once it is ready. */
function outputOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((ready, failed) => {
    const giveUp = setTimeout(() => failed(new Error(`The app did not start in time:\n${output}`)), START_PATIENCE);
    const listen = (text: Buffer): void => {
      output += text;
      if (output.includes(READY)) {
        clearTimeout(giveUp);
        ready(output);
      }
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', (text: Buffer) => (output += text));
    child.once('close', (code) => {
      clearTimeout(giveUp);
      failed(new Error(`The app ended with code ${code}:\n${output}`));
    });
  });
}

function addressesIn(output: string): Addresses {
  const [url, insightsUrl] = output
    .match(/http:\/\/127\.0\.0\.1:\d+/g)!
    .filter((address, index, all) => all.indexOf(address) === index);
  return { url, insightsUrl, accessToken: /SF_ACCESS_TOKEN='([^']+)'/.exec(output)![1] };
}
