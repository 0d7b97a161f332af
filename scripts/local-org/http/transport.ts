import { join } from 'node:path';
import { createSyncFn } from 'synckit';
import type { WireRequest, WireResponse } from './wire';

/** Sends one request and waits for its answer. */
export type Transport = (request: WireRequest) => WireResponse;

/**
 * The real transport: blocks this thread while a worker sends the request. The worker starts with the first callout.
 * A server it talks to must therefore live in another thread or process.
 */
export function workerTransport(): Transport {
  let send: Transport | null = null;
  return (request) => {
    send ??= createSyncFn(join(__dirname, 'transport-worker.mjs'), { execArgv: [] }) as Transport;
    return send(request);
  };
}
