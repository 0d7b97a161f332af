import { subscribe, unsubscribe } from 'lightning/empApi';
import { RunEvents, type RunEvent } from 'c/runEvents';
import { settle } from '../../runs/__tests__/fixtures';

jest.mock('lightning/empApi', () => ({ subscribe: jest.fn(), unsubscribe: jest.fn() }));

type Listener = (message: object) => void;
const subscribing = subscribe as jest.Mock;
const unsubscribing = unsubscribe as jest.Mock;
const payload = { Run_Id__c: 'one', Status__c: 'Running', Rows_Read__c: 200, Rows_Total__c: null };
let heard: RunEvent[];
let events: RunEvents;

/** What the org sends on the channel that was subscribed to first, second … */
const send = (index: number): void => (subscribing.mock.calls[index][2] as Listener)({ data: { payload } });

beforeEach(() => {
  jest.resetAllMocks();
  heard = [];
  events = new RunEvents((event) => heard.push(event));
  subscribing.mockImplementation((channel: string) => Promise.resolve({ channel }));
});

describe('events of runs', () => {
  it('are new ones of both channels, told in the words of the page', async () => {
    events.open();
    await settle();
    expect(subscribing.mock.calls.map(([channel, replayId]) => [channel, replayId])).toEqual([
      ['/event/Sync_Progress__e', -1],
      ['/event/Run_Ended__e', -1]
    ]);
    send(0);
    send(1);
    expect(heard).toEqual([
      { runId: 'one', hasEnded: false, status: 'Running', rowsRead: 200, rowsTotal: undefined },
      { runId: 'one', hasEnded: true, status: 'Running', rowsRead: 200, rowsTotal: undefined }
    ]);
  });

  it('are subscribed to once, however often they are opened', () => {
    events.open();
    events.open();
    expect(subscribing).toHaveBeenCalledTimes(2);
  });

  it('are given up where one channel is refused, without a word', async () => {
    subscribing.mockRejectedValueOnce(new Error('403')).mockResolvedValueOnce({ channel: 'ended' });
    events.open();
    events.close();
    await settle();
    expect(unsubscribing.mock.calls).toEqual([[{ channel: 'ended' }]]);
  });

  it('are no longer listened to once closed, also when the subscription comes later', async () => {
    events.open();
    events.close();
    await settle();
    expect(unsubscribing).toHaveBeenCalledTimes(2);
    events.close();
    await settle();
    expect(unsubscribing).toHaveBeenCalledTimes(2);
  });
});
