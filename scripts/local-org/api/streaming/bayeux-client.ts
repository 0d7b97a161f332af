import type { BayeuxMessage } from './bayeux';

/** Told of what happens on a channel. */
export type ChannelListener = (data: unknown) => void;

/** One client: its subscriptions, what it was not told yet, and the poll that waits. */
export class BayeuxClient {
  readonly id: string;
  private readonly onGone: (client: BayeuxClient) => void;
  private readonly subscriptions = new Map<string, () => void>();
  private waiting: BayeuxMessage[] = [];
  private deliver: (() => void) | null = null;
  private timer: NodeJS.Timeout | undefined;

  /** @param onGone called when the client has been silent for too long */
  constructor(id: string, onGone: (client: BayeuxClient) => void) {
    this.id = id;
    this.onGone = onGone;
  }

  /** Keeps the client for some time from now. */
  stayFor(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.close();
      this.onGone(this);
    }, milliseconds);
    this.timer.unref();
  }

  /** Hears a channel. @param listen begins to listen, and gives what ends it */
  subscribe(channel: string, listen: (listener: ChannelListener) => () => void): void {
    this.unsubscribe(channel);
    this.subscriptions.set(
      channel,
      listen((data) => this.tell({ channel, data }))
    );
  }

  unsubscribe(channel: string): void {
    this.subscriptions.get(channel)?.();
    this.subscriptions.delete(channel);
  }

  /** What the client was not told yet, as soon as there is something, or after some time. */
  async poll(milliseconds: number): Promise<readonly BayeuxMessage[]> {
    // A client polls once at a time: an earlier poll has lost its connection.
    this.deliver?.();
    if (this.waiting.length === 0) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, milliseconds);
        this.deliver = () => {
          clearTimeout(timer);
          done();
        };
      });
      this.deliver = null;
    }
    return this.waiting.splice(0);
  }

  close(): void {
    clearTimeout(this.timer);
    for (const end of this.subscriptions.values()) end();
    this.subscriptions.clear();
    this.deliver?.();
  }

  private tell(message: BayeuxMessage): void {
    this.waiting.push(message);
    this.deliver?.();
  }
}
