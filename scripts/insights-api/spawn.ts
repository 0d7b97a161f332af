import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { InsightsApi, InsightsApiOptions } from './server';

/** What the child process tells its parent: that it listens, or why it does not. */
export type ChildMessage = { url: string } | { error: string };

/**
 * Serves the contract from a process of its own, for callers that call out synchronously and so cannot answer
 * themselves. It ends with the process that started it, however that one ends.
 * @throws Error in one sentence when the port is taken or the folder is missing.
 */
export async function spawnInsightsApi(options: InsightsApiOptions): Promise<InsightsApi> {
  const child = fork(resolve(__dirname, 'child.ts'), [], {
    execArgv: ['--require', require.resolve('tsx/cjs')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc']
  });
  // By message, not by argument: arguments are visible to every user of the machine.
  child.send(options);
  const url = await urlOf(child);
  child.unref();
  child.channel?.unref();
  return { url, close: () => end(child) };
}

async function urlOf(child: ChildProcess): Promise<string> {
  const exit = once(child, 'exit').then(([code]) => [{ error: `The Insights stand-in ended with exit code ${code}.` }]);
  const [message] = (await Promise.race([once(child, 'message'), exit])) as [ChildMessage];
  if ('error' in message) {
    throw new Error(message.error);
  }
  return message.url;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  child.ref();
  const exit = once(child, 'exit');
  child.disconnect();
  await exit;
}
