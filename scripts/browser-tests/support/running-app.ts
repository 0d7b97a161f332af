import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../../..');
const PATIENCE = 170_000;

/** The app as `npm start` runs it, with sample data of its own. */
export interface RunningApp {
  url: string;
  stop(): Promise<void>;
}

/** Starts the app on a free port over a new folder of data, and waits until it says where it is. */
export async function startApp(): Promise<RunningApp> {
  const data = mkdtempSync(join(tmpdir(), 'insights-sync-'));
  const command = ['--require', 'tsx/cjs', 'scripts/start/cli.ts', '--port', '0', '--data', data];
  const app = spawn(process.execPath, command, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((done) => app.once('close', () => done()));
  const stop = async (): Promise<void> => {
    app.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(app), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(app: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((found, failed) => {
    const giveUp = setTimeout(() => failed(new Error(`The app did not start in time:\n${output}`)), PATIENCE);
    const listen = (text: Buffer): void => {
      output += text;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (address) {
        clearTimeout(giveUp);
        found(address[0]);
      }
    };
    app.stdout?.on('data', listen);
    app.stderr?.on('data', (text: Buffer) => (output += text));
    app.once('close', (code) => {
      clearTimeout(giveUp);
      failed(new Error(`The app ended with code ${code}:\n${output}`));
    });
  });
}
