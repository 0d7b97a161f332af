import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { SampleRandom } from '../../sample-data/random';
import type { Slowness } from './slowness';

/** An address at which the app answers late. */
export interface SlowOrg {
  readonly url: string;
  close(): void;
}

type Wait = () => Promise<unknown>;

/** Stands between the browser and the app: Apex is called and answers late, and events come late, in their order. */
export async function slowDown(url: string, { orgMs, seed }: Slowness): Promise<SlowOrg> {
  const random = new SampleRandom(seed);
  const wait: Wait = () => delay(random.between(0, Math.floor(orgMs / 2)));
  const server = createServer((question, reply) => {
    pass(question, reply, url, wait).catch((error: Error) => reply.destroy(error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => close(server) };
}

async function pass(question: IncomingMessage, reply: ServerResponse, url: string, wait: Wait): Promise<void> {
  const isSlow = /^\/lightning\/(apex|events)\b/.test(question.url ?? '');
  if (isSlow) {
    await wait();
  }
  const answer = await ask(question, reply, url);
  if (isSlow) {
    await wait();
  }
  reply.writeHead(answer.statusCode!, answer.headers);
  reply.flushHeaders();
  for await (const part of answer) {
    if (isSlow) {
      await wait();
    }
    reply.write(part);
  }
  reply.end();
}

function ask(question: IncomingMessage, reply: ServerResponse, url: string): Promise<IncomingMessage> {
  return new Promise((answered, failed) => {
    const { method, headers } = question;
    const asked = request(new URL(question.url!, url), { method, headers }, answered).on('error', failed);
    // A browser that goes away listens to events no more; what has ended has given its connection to others
    reply.once('close', () => reply.writableFinished || asked.destroy());
    question.pipe(asked);
  });
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}
