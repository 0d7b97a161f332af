/**
 * Runs in a worker thread: compiled Apex is synchronous, so the main thread waits here for the answer. `fetch` follows
 * no redirect, as `Http.send` does not. Plain JavaScript, because a worker thread of its own would otherwise have to
 * load a TypeScript compiler first.
 */
import { runAsWorker } from 'synckit';

/** @typedef {import('./wire').WireRequest} WireRequest */
/** @typedef {import('./wire').WireResponse} WireResponse */

runAsWorker(send);

/** @param {WireRequest} request @returns {Promise<WireResponse>} */
async function send(request) {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: withoutCompression(request.headers),
      body: request.body?.length ? Buffer.from(request.body) : undefined,
      redirect: 'manual',
      signal: AbortSignal.timeout(request.timeoutMilliseconds)
    });
    const body = await readBody(response, request.maximumBytes);
    if (!body) return { kind: 'tooLarge', detail: String(request.maximumBytes) };
    const headers = [...response.headers.entries()];
    return { kind: 'answer', status: response.status, statusText: response.statusText, headers, body };
  } catch (error) {
    return failure(error);
  }
}

/** @param {Response} response @param {number} maximumBytes @returns {Promise<Uint8Array | null>} */
async function readBody(response, maximumBytes) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > maximumBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** @type {Readonly<Record<string, Exclude<WireResponse['kind'], 'answer'>>>} */
const KIND_OF_CODE = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'unknownHost',
  EAI_AGAIN: 'unknownHost',
  ECONNRESET: 'cutOff',
  UND_ERR_SOCKET: 'cutOff',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cutOff',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout'
};

/** @returns {WireResponse} */
function failure(error) {
  if (error.name === 'TimeoutError' || error.cause?.name === 'TimeoutError') {
    return { kind: 'timeout', detail: error.message };
  }
  return { kind: KIND_OF_CODE[error.cause?.code] ?? 'failed', detail: error.cause?.message ?? error.message };
}

/** `fetch` would ask for gzip; it asks for plain bytes itself where a range is wanted. */
function withoutCompression(headers) {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return names.includes('range') ? headers : { 'accept-encoding': 'identity', ...headers };
}
