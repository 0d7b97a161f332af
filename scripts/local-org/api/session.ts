/** Who may call: every call shows the token; a wrong one is refused before anything is read. */
import type { FastifyInstance } from 'fastify';
import { bearerOf, isSameToken } from './access-token';
import { invalidSession } from './api-error';

/** The paths of SOAP calls, which bring their token in the body: of the Apex, Partner, Metadata and other APIs. */
export const SOAP = '/services/Soap/*';

/** Makes a server refuse calls without the token, those for the list of versions too, which is public on the platform. */
export function requireToken(server: FastifyInstance, token: string): void {
  server.addHook('onRequest', async (request) => {
    const isSoap = request.routeOptions.url === SOAP && request.method === 'POST';
    if (!isSoap && !isSameToken(bearerOf(request.headers.authorization), token)) throw invalidSession();
  });
}
