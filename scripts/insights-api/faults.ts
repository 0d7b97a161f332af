import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import Ajv from 'ajv';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem';

interface FaultTarget {
  /** Path of the requests to hit; `*` stands for any text. Without it: every request. */
  path?: string;
  /** Method of the requests to hit. Without it: every method. */
  method?: string;
  /** How many matching requests pass unharmed first. */
  after?: number;
  /** How many matching requests are hit. Without it: all of them. */
  times?: number;
  /** Of those that might be hit, only each so many-th is, the first included. Without it: each. */
  every?: number;
}

/** One way to fail, and the requests it strikes. */
export type Fault = FaultTarget &
  (
    | { kind: 'status'; status: number; retryAfter?: string; code?: string; message?: string }
    | { kind: 'slow'; delayMs: number }
    | { kind: 'drop' }
    | { kind: 'cut'; afterBytes?: number }
    | { kind: 'malformed'; body?: string; contentType?: string }
    | { kind: 'replace'; reportId: string; file: string }
  );

/** A fault in force, with the requests that matched it so far: those it let pass, and those it struck. */
export type ArmedFault = Fault & { hits: number };

const TARGET = {
  path: { type: 'string' },
  method: { type: 'string' },
  after: { type: 'integer', minimum: 0 },
  times: { type: 'integer', minimum: 1 },
  every: { type: 'integer', minimum: 1 }
};

const KINDS: Record<Fault['kind'], { required?: string[]; properties: Record<string, object> }> = {
  status: {
    required: ['status'],
    properties: {
      status: { type: 'integer', minimum: 300, maximum: 599 },
      retryAfter: { type: 'string' },
      code: { type: 'string' },
      message: { type: 'string' }
    }
  },
  slow: { required: ['delayMs'], properties: { delayMs: { type: 'integer', minimum: 0 } } },
  drop: { properties: {} },
  cut: { properties: { afterBytes: { type: 'integer', minimum: 0 } } },
  malformed: { properties: { body: { type: 'string' }, contentType: { type: 'string' } } },
  replace: { required: ['reportId', 'file'], properties: { reportId: { type: 'string' }, file: { type: 'string' } } }
};

const FAULT_SCHEMA = {
  type: 'object',
  required: ['kind'],
  discriminator: { propertyName: 'kind' },
  oneOf: Object.entries(KINDS).map(([kind, { required = [], properties }]) => ({
    additionalProperties: false,
    required,
    properties: { kind: { const: kind }, ...TARGET, ...properties }
  }))
};

const ajv = new Ajv({ discriminator: true });
const isFault = ajv.compile<Fault>(FAULT_SCHEMA);

/** Checks what came from a command line or the control address. @throws Problem 400 naming what does not fit. */
export function readFault(value: unknown): Fault {
  if (isFault(value)) {
    return value;
  }
  throw new Problem(400, 'bad-fault', `That is no fault: ${ajv.errorsText(isFault.errors, { dataVar: 'fault' })}.`);
}

/** The faults in force, in the order they were asked for. */
export class Faults {
  private armed: ArmedFault[] = [];
  private ending = new AbortController();

  /** Aborted when the faults in force are ended. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Puts a fault in force. A file is replaced once unless told otherwise. */
  add(fault: Fault): void {
    const times = fault.times ?? (fault.kind === 'replace' ? 1 : undefined);
    this.armed.push({ ...fault, times, hits: 0 });
  }

  /** The faults in force. */
  list(): ArmedFault[] {
    return this.armed.filter((fault) => !isSpent(fault));
  }

  /** Ends all faults. */
  clear(): void {
    this.armed = [];
    this.ending.abort();
    this.ending = new AbortController();
  }

  /** The first fault that strikes a request, which counts for it and for those still letting requests pass. */
  strike(method: string, path: string): Fault | undefined {
    return this.list()
      .filter((fault) => matches(fault, method, path))
      .find((fault) => isStruck(fault, fault.hits++));
  }
}

/** What a fault does before the request is handled; one that is late is so no longer than until faults are ended. */
export async function strikeRequest(fault: Fault, request: FastifyRequest, ended: AbortSignal): Promise<void> {
  if (fault.kind === 'status') {
    throw statusProblem(fault);
  }
  if (fault.kind === 'slow') {
    await delay(fault.delayMs, undefined, { signal: ended }).catch(() => undefined);
  }
  if (fault.kind === 'drop') {
    request.raw.socket.destroy();
  }
}

/** What a fault does to the answer: leaves it, spoils its content, or breaks the connection in its midst. */
export async function strikeAnswer(fault: Fault, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (fault.kind === 'malformed') {
    return spoil(fault, reply, await contentOf(payload));
  }
  if (fault.kind === 'cut') {
    return cut(fault, reply, await contentOf(payload));
  }
  return payload;
}

function statusProblem(fault: Fault & { kind: 'status' }): Problem {
  const headers: Record<string, string> = fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter };
  const message = fault.message ?? `The stand-in was told to answer ${fault.status}.`;
  return new Problem(fault.status, fault.code ?? 'fault', message, headers);
}

function spoil(fault: Fault & { kind: 'malformed' }, reply: FastifyReply, content: Buffer): Buffer {
  const body = fault.body === undefined ? content.subarray(0, content.length >> 1) : Buffer.from(fault.body);
  if (fault.contentType) {
    reply.header('content-type', fault.contentType);
  }
  reply.header('content-length', body.length);
  return body;
}

/** Announces the whole content and sends a part of it; the stream's error makes fastify reset the connection. */
function cut(fault: Fault & { kind: 'cut' }, reply: FastifyReply, content: Buffer): Readable {
  reply.header('content-length', content.length);
  return Readable.from(partThenError(content.subarray(0, fault.afterBytes ?? content.length >> 1)));
}

async function* partThenError(part: Buffer): AsyncGenerator<Buffer> {
  yield part;
  // Time for the part to leave: destroying a socket throws away what it still holds.
  await delay(20);
  throw new Error('cut off, as asked for');
}

async function contentOf(payload: unknown): Promise<Buffer> {
  if (payload === null || payload === undefined || typeof payload === 'string' || Buffer.isBuffer(payload)) {
    return Buffer.from(payload ?? '');
  }
  const pieces: Buffer[] = [];
  for await (const piece of payload as AsyncIterable<Buffer>) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function isSpent({ after = 0, times, every = 1, hits }: ArmedFault): boolean {
  return times !== undefined && hits > after + (times - 1) * every;
}

/** @param before how many requests matched before this one */
function isStruck({ after = 0, every = 1 }: Fault, before: number): boolean {
  return before >= after && (before - after) % every === 0;
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) {
    return false;
  }
  return fault.path === undefined || patternOf(fault.path).test(path);
}

function patternOf(path: string): RegExp {
  const parts = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
