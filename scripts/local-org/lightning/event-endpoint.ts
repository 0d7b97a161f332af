import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { LightningOrg } from './host';

/** Keeps a connection from being cut for silence. */
const HEARTBEAT_MILLISECONDS = 15_000;

interface EventRequest {
  Querystring: { channel?: string; replayId?: string };
  Headers: { 'last-event-id'?: string };
}

/**
 * Serves channels of events as server-sent events. A browser that lost its connection tells the last event it saw, and
 * goes on after it.
 */
export function serveEvents(server: FastifyInstance, org: LightningOrg): void {
  const streams = new Set<PassThrough>();
  server.addHook('preClose', async () => streams.forEach((stream) => stream.end()));
  server.get<EventRequest>('/lightning/events', (request, reply) => {
    const replayId = Number(request.headers['last-event-id'] ?? request.query.replayId ?? -1);
    try {
      const stream = eventStream(org, request.query.channel ?? '', replayId);
      streams.add(stream.once('close', () => streams.delete(stream)));
      reply.raw.once('close', () => stream.destroy());
      return reply.type('text/event-stream').header('Cache-Control', 'no-store').send(stream);
    } catch (error) {
      return reply.code(404).send({ message: (error as Error).message });
    }
  });
}

function eventStream(org: LightningOrg, channel: string, replayId: number): PassThrough {
  if (!org.subscribe) throw new Error('This org has no events.');
  const stream = new PassThrough();
  stream.write(': subscribed\n\n');
  const unsubscribe = org.subscribe(channel, replayId, (message) => {
    stream.write(`id: ${message.data.event.replayId}\ndata: ${JSON.stringify(message)}\n\n`);
  });
  const heartbeat = setInterval(() => stream.write(':\n\n'), HEARTBEAT_MILLISECONDS);
  stream.once('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
  return stream;
}
