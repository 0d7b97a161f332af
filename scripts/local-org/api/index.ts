/** The REST resources that `sf`, jsforce and @salesforce/core use. */
import type { FastifyInstance } from 'fastify';
import type { LocalOrg } from '../org';
import { accessToken } from './access-token';
import { resourceNotModeled } from './api-error';
import { readBodies } from './bodies';
import { asRefusal } from './error-answers';
import { organizationId } from './identity';
import { serveActions } from './routes/action-routes';
import { serveApexRest } from './routes/apex-rest-routes';
import { serveComposite } from './routes/composite-routes';
import { serveIdentity } from './routes/identity-routes';
import { serveQueries } from './routes/query-routes';
import { serveLimits } from './routes/limit-routes';
import { serveRecords, serveToolingRecords } from './routes/record-routes';
import { serveSchema } from './routes/schema-routes';
import { serveStreaming } from './routes/streaming-routes';
import { serveTooling } from './routes/tooling-routes';
import { requireToken } from './session';
import { openTooling } from './tooling';

export { accessToken, randomSecret, readSecret } from './access-token';

/** The token with which clients log in to an org. @param secret what only the owner of the data knows */
export function loginToken(org: LocalOrg, secret: string): string {
  return accessToken(organizationId(org.parts), secret);
}

/**
 * Adds the resources to a server, under `/services`, `/id` and `/cometd`.
 * @param token what every call has to show
 */
export function registerApi(server: FastifyInstance, org: LocalOrg, token: string): void {
  void server.register(async (api) => {
    readBodies(api);
    requireToken(api, token);
    api.setErrorHandler((error, _request, reply) => {
      const { status, problems } = asRefusal(error);
      return reply.code(status).send(problems);
    });
    const { parts } = org;
    serveIdentity(api, parts);
    const tooling = openTooling(parts);
    const rooms = { '': parts, '/tooling': tooling.org };
    api.addHook('onClose', async () => tooling.tests.close());
    serveQueries(api, rooms);
    serveRecords(api, parts);
    serveToolingRecords(api, tooling);
    serveActions(api, parts);
    serveApexRest(api, parts);
    serveComposite(api, parts);
    serveSchema(api, rooms);
    serveLimits(api, parts);
    serveTooling(api, tooling, token);
    serveStreaming(api, org, tooling);
    api.all('/services/*', (request) => {
      throw resourceNotModeled(request.method, request.url);
    });
  });
}
