import { connectedOrg, type ConnectedOrg } from './testing/connect';

let client: ConnectedOrg;
let streams: { disconnect(): Promise<void> }[];

beforeAll(async () => {
  client = await connectedOrg();
  streams = [];
});

afterAll(async () => {
  await Promise.all(streams.map((stream) => stream.disconnect()));
  await client.served.close();
});

/** Listens with jsforce. @param replay null for no extension at all */
function listen(channel: string, replay: number | null, onMessage: (message: any) => void): Promise<void> {
  const { streaming } = client.connection;
  const extensions = replay === null ? [] : [new (replayExtension())(channel, replay)];
  const stream = streaming.createClient(extensions);
  streams.push(stream as never);
  return new Promise((done, fail) => stream.subscribe(channel, onMessage).then(() => done(), fail));
}

function replayExtension(): any {
  const path = require.resolve('@jsforce/jsforce-node', { paths: [require.resolve('@salesforce/core')] });
  return require(path.replace(/index\.js$/, 'lib/api/streaming/extension.js')).Replay;
}

const publish = (text: string): Promise<unknown> =>
  client.connection.tooling.executeAnonymous(`EventBus.publish(new Note__e(Text__c = '${text}'));`);

describe('platform events', () => {
  it('come to those who listen', async () => {
    const first = new Promise<any>((done) => void listen('/event/Note__e', null, done).then(() => publish('hello')));
    expect(await first).toMatchObject({ payload: { Text__c: 'hello' }, event: { replayId: expect.any(Number) } });
  });

  it('come again from the begin of what is kept', async () => {
    await publish('kept');
    await publish('later');
    const heard: string[] = [];
    await new Promise<void>((done) => {
      void listen('/event/Note__e', -2, ({ payload }) => {
        heard.push(payload.Text__c);
        if (heard.includes('later')) done();
      });
    });
    expect(heard.slice(-2)).toEqual(['kept', 'later']);
  });

  it('of channels that there are not are refused', async () => {
    await expect(listen('/event/Gone__e', null, jest.fn())).rejects.toMatchObject({
      message: expect.stringContaining('There is no channel /event/Gone__e')
    });
    await expect(listen('/topic/Anything', null, jest.fn())).rejects.toMatchObject({
      message: expect.stringContaining('NotModeled: channel /topic/Anything')
    });
  });
});

it('polls of clients that nobody knows are told to begin anew', async () => {
  const answer = await client.connection.request({
    method: 'POST',
    url: `${client.served.url}/cometd/67.0`,
    body: JSON.stringify([{ channel: '/meta/connect', clientId: 'gone', id: '1' }]),
    headers: { 'content-type': 'application/json' }
  });
  expect(answer).toMatchObject([
    { successful: false, error: '403::Unknown client', advice: { reconnect: 'handshake' } }
  ]);
});
