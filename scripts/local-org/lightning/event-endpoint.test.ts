import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import fastify from 'fastify';
import { serveEvents } from './event-endpoint';
import type { LightningEvent } from './host';
import { orgWith } from './testing/fixtures';

const message = (replayId: number): LightningEvent => ({
  channel: '/event/Step__e',
  data: { schema: 'schema', payload: { Name__c: `Step ${replayId}` }, event: { replayId } }
});

async function serve(subscribe: NonNullable<Parameters<typeof orgWith>[0]>['subscribe']) {
  const server = fastify();
  serveEvents(server, orgWith({ subscribe }));
  return { server, url: await server.listen({ host: '127.0.0.1', port: 0 }) };
}

describe('a channel of events', () => {
  it('tells each event with its replay Id, and stops listening when the reader has left', async () => {
    let tell: (event: LightningEvent) => void = () => undefined;
    const stopped = jest.fn();
    const { server, url } = await serve((channel, replayId, listener) => {
      expect([channel, replayId]).toEqual(['/event/Step__e', -1]);
      tell = listener;
      return stopped;
    });
    const request = get(`${url}/lightning/events?channel=/event/Step__e`);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const next = async (): Promise<string> => String((await once(response, 'data'))[0]);
    expect(response.headers['content-type']).toBe('text/event-stream');
    expect(await next()).toBe(': subscribed\n\n');
    tell(message(7));
    expect(await next()).toBe(`id: 7\ndata: ${JSON.stringify(message(7))}\n\n`);
    request.destroy();
    while (stopped.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await server.close();
  });

  it('goes on after the last event that the reader saw, and ends with the server', async () => {
    const asked: number[] = [];
    const { server, url } = await serve((_channel, replayId) => {
      asked.push(replayId);
      return () => undefined;
    });
    const options = { headers: { 'Last-Event-ID': '41' } };
    const { body } = await fetch(`${url}/lightning/events?channel=/event/Step__e&replayId=-2`, options);
    await Promise.all([server.close(), new Response(body).text()]);
    expect(asked).toEqual([41]);
  });

  it('that does not exist is not found', async () => {
    const { server, url } = await serve(() => {
      throw new Error('There is no channel /event/None__e.');
    });
    const response = await fetch(`${url}/lightning/events?channel=/event/None__e`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'There is no channel /event/None__e.' }]);
    await server.close();
  });
});
