/**
 * The Bayeux protocol over long polling, as CometD clients of the Streaming API speak it.
 * @see https://docs.cometd.org/current7/reference/#_bayeux; "Message Durability", Streaming API Developer Guide
 */
import { randomUUID } from 'node:crypto';
import { BayeuxClient } from './bayeux-client';
import type { Channels } from './channels';

/** A message of the protocol, in either direction. */
export interface BayeuxMessage {
  readonly channel: string;
  readonly id?: string;
  readonly clientId?: string;
  readonly subscription?: string | readonly string[];
  readonly ext?: { readonly replay?: Readonly<Record<string, number>> | boolean };
  readonly advice?: { readonly timeout?: number; readonly reconnect?: string; readonly interval?: number };
  readonly [name: string]: unknown;
}

const LONG_POLLING = ['long-polling'];
/** "The server closes the connection when no event comes for 110 seconds" (Streaming API Developer Guide, timeouts). */
const POLL_MILLISECONDS = 110_000;
const ADVICE = { reconnect: 'retry', interval: 0, timeout: POLL_MILLISECONDS };

/** Clients that say nothing for so long are forgotten. */
const FORGOTTEN_AFTER = POLL_MILLISECONDS + 30_000;

/** The clients of one org. */
export class BayeuxServer {
  private readonly channels: Channels;
  private readonly clients = new Map<string, BayeuxClient>();

  constructor(channels: Channels) {
    this.channels = channels;
  }

  /** Answers the messages of one request; a `connect` is answered when there is something to tell. */
  async answer(messages: readonly BayeuxMessage[]): Promise<BayeuxMessage[]> {
    const answers = await Promise.all(messages.map((message) => this.answerOne(message)));
    return answers.flat();
  }

  /** Lets all clients go. */
  close(): void {
    for (const client of this.clients.values()) client.close();
    this.clients.clear();
  }

  private async answerOne(message: BayeuxMessage): Promise<BayeuxMessage[]> {
    if (message.channel === '/meta/handshake') return [this.handshake(message)];
    const client = this.clients.get(message.clientId ?? '');
    if (!client) return [unknownClient(message)];
    client.stayFor(FORGOTTEN_AFTER);
    switch (message.channel) {
      case '/meta/connect': {
        // A client that sends other messages along wants to wait for nothing.
        const events = await client.poll(message.advice?.timeout ?? POLL_MILLISECONDS);
        return [...events, { ...replyTo(message), successful: true, advice: ADVICE }];
      }
      case '/meta/subscribe':
        return namesOf(message).map((name) => this.subscribe(client, message, name));
      case '/meta/unsubscribe':
        return namesOf(message).map((name) => this.unsubscribe(client, message, name));
      case '/meta/disconnect':
        this.forget(client);
        return [{ ...replyTo(message), successful: true }];
      default:
        return [{ ...replyTo(message), successful: false, error: `403:${message.channel}:Publishing is not allowed` }];
    }
  }

  private handshake(message: BayeuxMessage): BayeuxMessage {
    const client = new BayeuxClient(randomUUID().replace(/-/g, ''), (gone) => this.clients.delete(gone.id));
    client.stayFor(FORGOTTEN_AFTER);
    this.clients.set(client.id, client);
    return {
      ...replyTo(message),
      version: '1.0',
      minimumVersion: '1.0',
      successful: true,
      clientId: client.id,
      supportedConnectionTypes: LONG_POLLING,
      advice: ADVICE,
      ext: { replay: true }
    };
  }

  private subscribe(client: BayeuxClient, message: BayeuxMessage, name: string): BayeuxMessage {
    const { replay } = message.ext ?? {};
    const replayId = typeof replay === 'object' ? (replay[name] ?? -1) : -1;
    try {
      client.subscribe(name, (listener) => this.channels.subscribe(name, replayId, listener));
      return { ...replyTo(message), subscription: name, successful: true };
    } catch (error) {
      const reason = (error as Error).message;
      return {
        ...replyTo(message),
        subscription: name,
        successful: false,
        error: `403:denied_by_security_policy:${reason}`
      };
    }
  }

  private unsubscribe(client: BayeuxClient, message: BayeuxMessage, name: string): BayeuxMessage {
    client.unsubscribe(name);
    return { ...replyTo(message), subscription: name, successful: true };
  }

  private forget(client: BayeuxClient): void {
    client.close();
    this.clients.delete(client.id);
  }
}

function namesOf({ subscription = [] }: BayeuxMessage): string[] {
  return [subscription].flat();
}

function replyTo({ channel, id, clientId }: BayeuxMessage): BayeuxMessage {
  return { channel, ...(id !== undefined && { id }), ...(clientId !== undefined && { clientId }) };
}

function unknownClient(message: BayeuxMessage): BayeuxMessage {
  const advice = { reconnect: 'handshake', interval: 0 };
  return { ...replyTo(message), successful: false, error: '403::Unknown client', advice };
}
