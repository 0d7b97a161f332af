/** How bodies are read: JSON, which a DELETE may leave empty, and XML as text. */
import type { FastifyInstance } from 'fastify';
import { refusal } from './api-error';

/** Gives a server the readers of bodies that clients send. */
export function readBodies(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    parseJson(body)
  );
  server.addContentTypeParser('text/xml', { parseAs: 'string' }, async (_request: unknown, body: string) => body);
}

function parseJson(body: string): unknown {
  if (body.trim() === '') return {};
  try {
    return JSON.parse(body);
  } catch (error) {
    throw refusal(400, 'JSON_PARSER_ERROR', (error as Error).message);
  }
}
