import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';
import type { Tokens } from './tokens';

/** The key and secret of a token request: HTTP Basic (RFC 7617) or, failing that, the form (RFC 6749, 2.3.1). */
export function clientOf(request: FastifyRequest): { key: string; secret: string } {
  const header = request.headers.authorization;
  if (header !== undefined) {
    return basicCredentials(header);
  }
  const form = request.body as { client_id?: string; client_secret?: string };
  if (form.client_id === undefined) {
    throw new Problem(401, 'invalid_client', 'The request carries no API key. Send "Authorization: Basic".');
  }
  return { key: form.client_id, secret: form.client_secret ?? '' };
}

/** Checks the bearer token of a request against the environment its path names. */
export function checkAccess(request: FastifyRequest, tokens: Tokens, needed: 'required' | 'optional'): void {
  const header = request.headers.authorization;
  if (header === undefined && needed === 'optional') {
    return;
  }
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (!token) {
    throw new Problem(401, 'invalid_token', 'The request carries no access token. Send "Authorization: Bearer".');
  }
  tokens.check(token, (request.params as { environment?: string }).environment);
}

function basicCredentials(header: string): { key: string; secret: string } {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1];
  const [, key, secret] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  if (key === undefined) {
    throw new Problem(401, 'invalid_client', 'The Authorization header is not "Basic base64(key:secret)".');
  }
  return { key, secret };
}
