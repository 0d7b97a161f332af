import type { FastifyInstance } from 'fastify';
import type { LocalOrg } from '../../org';
import { refusal } from '../api-error';
import { BayeuxServer, type BayeuxMessage } from '../streaming/bayeux';
import { Channels } from '../streaming/channels';
import type { Tooling } from '../tooling';

/** The Streaming API. @see "Streaming API", https://developer.salesforce.com/docs/atlas.en-us.api_streaming.meta/api_streaming/ */
export function serveStreaming(api: FastifyInstance, org: LocalOrg, { logs, tests }: Tooling): void {
  const channels = new Channels(org);
  logs.onLog = (id) => channels.tell('/systemTopic/Logging', 'created', id);
  tests.onChange = (id) => channels.tell('/systemTopic/TestResult', 'updated', id);
  const bayeux = new BayeuxServer(channels);
  api.addHook('preClose', async () => bayeux.close());
  // Clients may put the kind of message behind the path.
  for (const path of ['/cometd/:version', '/cometd/:version/*']) {
    api.post<{ Body: unknown }>(path, (request) => bayeux.answer(messagesOf(request.body)));
  }
}

function messagesOf(body: unknown): BayeuxMessage[] {
  const messages = [body].flat() as BayeuxMessage[];
  if (messages.length > 0 && messages.every((message) => typeof message?.channel === 'string')) return messages;
  throw refusal(400, 'INVALID_INPUT', 'The body has to be messages of the Bayeux protocol.');
}
