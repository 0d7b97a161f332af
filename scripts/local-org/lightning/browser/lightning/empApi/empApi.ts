/**
 * `lightning/empApi`: events of the org as they happen (LWC Developer Guide, "lightning-emp-api").
 * One connection to the server for each channel and starting point.
 */
export interface Subscription {
  id: number;
  channel: string;
  replayId: number;
}

export interface EventMessage {
  channel: string;
  data: { schema: string; payload: Record<string, unknown>; event: { replayId: number } };
}

/** What a failed connection is told with, in the shape of the platform's CometD client. */
export interface EmpError {
  channel: string;
  subscription: string;
  error: string;
  successful: false;
}

const NEW_EVENTS = -1;
const sources = new Map<number, EventSource>();
const errorListeners: ((error: EmpError) => void)[] = [];
let lastId = 0;
let debug = false;

/** Subscribes to a channel. `replayId` is -1 for new events, -2 for all that are stored, or that of the last one seen. */
export function subscribe(
  channel: string,
  replayId: number,
  onMessage: (message: EventMessage) => void
): Promise<Subscription> {
  const subscription = { id: ++lastId, channel, replayId: replayId ?? NEW_EVENTS };
  const address = `/lightning/events?${new URLSearchParams({ channel, replayId: String(subscription.replayId) })}`;
  const source = new EventSource(address);
  sources.set(subscription.id, source);
  source.onmessage = ({ data }) => receive(JSON.parse(data) as EventMessage, subscription, onMessage);
  return new Promise((resolve, reject) => {
    source.onopen = () => resolve(subscription);
    source.onerror = () => reject(failed(subscription, source));
  });
}

function receive(message: EventMessage, subscription: Subscription, onMessage: (message: EventMessage) => void): void {
  subscription.replayId = message.data.event.replayId;
  if (debug) {
    console.log('empApi', message);
  }
  onMessage(message);
}

/** The browser connects again by itself, unless the server refused the channel. */
function failed(subscription: Subscription, source: EventSource): EmpError {
  const { channel } = subscription;
  const error: EmpError = { channel: '/meta/subscribe', subscription: channel, error: '403::', successful: false };
  if (source.readyState === EventSource.CLOSED) {
    sources.delete(subscription.id);
    errorListeners.forEach((listener) => listener(error));
  }
  return error;
}

/** Ends a subscription. */
export function unsubscribe(subscription: Subscription, callback?: (response: object) => void): Promise<object> {
  const source = sources.get(subscription.id);
  source?.close();
  sources.delete(subscription.id);
  const response = {
    channel: '/meta/unsubscribe',
    subscription: subscription.channel,
    successful: source !== undefined
  };
  callback?.(response);
  return Promise.resolve(response);
}

/** Tells `callback` of every error from the server. */
export function onError(callback: (error: EmpError) => void): void {
  errorListeners.push(callback);
}

/** Whether messages are written to the console. */
export function setDebugFlag(flag: boolean): void {
  debug = flag;
}

/** Whether events can be received here. */
export function isEmpEnabled(): Promise<boolean> {
  return Promise.resolve(true);
}
