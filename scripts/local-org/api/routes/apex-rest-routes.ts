import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BuiltOrg } from '../../org';
import { callApexRest } from '../apex-rest/call';
import { restTarget } from '../apex-rest/rest-resource';

const ROOT = '/services/apexrest';

/** Apex REST: classes of the project that answer requests; their bodies are read as they come. */
export function serveApexRest(api: FastifyInstance, org: BuiltOrg): void {
  void api.register(async (part) => {
    part.removeAllContentTypeParsers();
    part.addContentTypeParser('*', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => body);
    part.all(`${ROOT}/*`, (request, reply) => answer(org, request, reply));
  });
}

function answer(org: BuiltOrg, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = `/${(request.params as { '*': string })['*']}`;
  const target = restTarget(org, request.method, path);
  const { status, headers, body } = callApexRest(org, target, {
    verb: request.method,
    path,
    query: request.query as Record<string, string>,
    headers: request.headers,
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  });
  return reply.code(status).headers(headers).send(body);
}
