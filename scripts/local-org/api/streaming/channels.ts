/**
 * What clients may listen to: platform events, and the system's own topics of logs and test runs, on which `sf` waits.
 * @see "Subscribe to Platform Event Notifications with CometD", Platform Events Developer Guide
 */
import type { LocalOrg } from '../../org';
import type { ChannelListener } from './bayeux-client';

/** Topics of the system that are told of here. */
export type SystemTopic = '/systemTopic/Logging' | '/systemTopic/TestResult';

const SYSTEM_TOPICS: ReadonlySet<string> = new Set<SystemTopic>(['/systemTopic/Logging', '/systemTopic/TestResult']);

/** The channels of one org. */
export class Channels {
  private readonly org: Pick<LocalOrg, 'subscribe'>;
  private readonly listeners = new Map<string, Set<ChannelListener>>();

  constructor(org: Pick<LocalOrg, 'subscribe'>) {
    this.org = org;
  }

  /**
   * Listens to a channel.
   * @returns what ends it
   * @throws Error when there is no such channel, or none that is modelled
   */
  subscribe(channel: string, replayId: number, listener: ChannelListener): () => void {
    if (SYSTEM_TOPICS.has(channel)) return this.listen(channel, listener);
    if (!channel.startsWith('/event/')) throw new Error(`NotModeled: channel ${channel}`);
    return this.org.subscribe(channel, replayId, ({ data }) => listener(data));
  }

  /** Tells of a record of the system that was made or changed. */
  tell(topic: SystemTopic, type: 'created' | 'updated', recordId: string): void {
    const data = { event: { createdDate: new Date().toISOString(), type }, sobject: { Id: recordId } };
    for (const listener of this.listeners.get(topic) ?? []) listener(data);
  }

  private listen(channel: string, listener: ChannelListener): () => void {
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    return () => void listeners.delete(listener);
  }
}
